"""What a Jinja template asks for, found without running anything of it."""

import time

import pytest

from compiler.templating.reading import read_template


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("Hello", set()),
        ("{ name } {# {{ remark }} #}", set()),
        ("{{ name }} and {{ order.total | round(2) }}", {"name", "order"}),
        ("{% if late %}{{ days }}{% endif %}", {"late", "days"}),
        ("{% for item in items %}{{ loop.index }} {{ item.name }}{% endfor %}", {"items"}),
        ("{% set total = price * 2 %}{{ total }}", {"price"}),
        ("{% for i in range(3) %}{{ i }}{% endfor %}", set()),
        ("{% macro row(x) %}{{ x }}{% endmacro %}{{ row(value) }}", {"value"}),
        ("{{ items[index] }}", {"items", "index"}),
    ],
)
def test_the_variables_of_a_template(text: str, variables: set[str]) -> None:
    assert read_template(text).variables == variables


@pytest.mark.parametrize(
    ("text", "line"),
    [("{{ name }", 1), ("a\nb\n{% if x %}", 3), ("{% unknown %}", 1), ("{{ 'open }}", 1)],
)
def test_what_cannot_be_understood_has_a_line(text: str, line: int) -> None:
    got = read_template(text)
    assert got.fault
    assert (text.count("\n", 0, got.fault.offset) + 1, got.variables) == (line, frozenset())


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("a {{ }}", 2, "there is nothing between these braces", "write a variable"),
        ("a {{{ b }}}", 2, "three braces are no placeholder", "write two: values are escaped already"),
        ("{{ b c }}", 5, "`c` stands where `}}` is wanted", "one name stands between the braces, without blanks"),
        ("{{ 'it's' }}", 7, "`s` stands where `}}` is wanted", "a text with quotes in it stands in those of the other kind: `\"it's\"`"),
        ("{{ b ~ }}", 7, "something is missing before `}}`", None),
        ("{{ | upper }}", 3, "a value is missing before `|`", None),
        ("{% if %}", 6, "something is missing before `%}`", "write `{% if name %}`"),
        ("{% if a = 1 %}{% endif %}", 8, "`=` does not compare", "write `==`"),
        ("{% if a && b %}{% endif %}", 8, "`&` is not understood", "write `and`"),
        ("{% if a || b %}{% endif %}", 8, "`||` is not understood", "write `or`"),
        ("{% if !a %}{% endif %}", 6, "`!` is not understood", "write `not`"),
        ("{% if a %}{% else if b %}{% endif %}", 18, "`if` stands where `%}` is wanted", "write `elif`"),
        ("{% if a %}{% elseif b %}{% endif %}", 13, "there is no `{% elseif %}`", "write `elif`"),
        ("{% if a %}{% end %}", 13, "`{% end %}` stands where `{% endif %}` is wanted", "write `{% endif %}`"),
        ("{% for a b %}{% endfor %}", 9, "`in` is missing here", "write `{% for item in items %}`"),
        ("{% else %}", 3, "`{% else %}` belongs to no `if`", None),
        ("a {% %}", 2, "this statement says nothing", "there are `if`, `for` and `set`"),
        ("{# b #}\n\n{# c", 9, "`{#` has no end", "close it with `#}`"),
        ("{{ “b” }}", 3, "`“` is not understood", "write straight quotes"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_in_an_authors_words(
    text: str, at: int, message: str, hint: str | None
) -> None:
    fault = read_template(text).fault
    assert fault
    assert (fault.offset, fault.message, fault.hint) == (at, message, hint)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 9 ** 9 ** 9 ** 9 }}",
        "{{ 'a' * 10000000000 }}",
        "{{ 'a' | center(10000000000) }}",
        "{% for i in range(10000000000) %}{% endfor %}",
        "{{ " + "(" * 5000 + "x" + ")" * 5000 + " }}",
        "{{ x" + " + x" * 3_000 + " }}",
        "{{ x" + ".y" * 3_000 + " }}",
    ],
)
def test_nothing_of_a_template_is_run(text: str) -> None:
    begun = time.monotonic()
    read_template(text)
    assert time.monotonic() - begun < 2
