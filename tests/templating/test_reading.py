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
