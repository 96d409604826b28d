"""What a template comes to, and why one comes to nothing."""

from typing import Any

import pytest

from compiler.templating.escaping import Output
from compiler.templating.rendering import Fault, FaultKind, render

VALUES: dict[str, Any] = {
    "name": "<b>Ana</b>",
    "count": 5.0,
    "order": {"items": 3, "total": 1234.5},
    "items": [{"title": "tea"}, {"title": "milk"}],
    "nothing": None,
    "yes": True,
}


def rendered(template: str, locale: str = "en", output: Output = Output.TEXT) -> str | Fault:
    return render(template, VALUES, locale, output)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Hi {{ name }}", "Hi <b>Ana</b>"),
        ("{{ count }} {{ order.items }} {{ yes }}", "5 3 true"),
        ("{% for item in items %}{{ loop.index }}. {{ item.title | upper }} {% endfor %}", "1. TEA 2. MILK "),
        ("{{ nick | default('you') }}{% if nick %}!{% endif %}", "you"),
        ("{% if nick is defined %}!{% else %}?{% endif %}", "?"),
        ("{{ items | join(', ', 'title') }}", "tea, milk"),
        ("{{ order.total | money('EUR') }}", "€1,234.50"),
        ("a\n", "a\n"),
    ],
)  # fmt: skip
def test_what_a_template_comes_to(template: str, text: str) -> None:
    assert rendered(template) == text


def test_values_are_escaped_by_output() -> None:
    assert rendered("{{ name }}", output=Output.TEXT) == "<b>Ana</b>"
    assert rendered("{{ name }}", output=Output.HTML) == "&lt;b&gt;Ana&lt;/b&gt;"
    assert rendered("{{ name ~ '<i>' }}", output=Output.HTML) == "&lt;b&gt;Ana&lt;/b&gt;&lt;i&gt;"
    assert (
        rendered("{{ items | join('<br>', 'title') }}", output=Output.HTML) == "tea&lt;br&gt;milk"
    )


@pytest.mark.parametrize(
    ("template", "kind", "message", "offset"),
    [
        ("Hello {{ nick }}", FaultKind.ABSENT, "`nick` has no value", 9),
        ("{{ order.date }}", FaultKind.ABSENT, "`date` has no value", 8),
        ("{{ nick.first }}", FaultKind.ABSENT, "`nick` has no value", 7),
        ("ab\n{%- if nick > 3 %}{% endif %}", FaultKind.ABSENT, "`nick` has no value", 7),
        ("{{ nothing }}", FaultKind.VALUE, "a value is `null`, which nobody can read", 3),
        ("{{ name | money('EUR') }}", FaultKind.VALUE, "`'<b>Ana</b>'` is no number", 10),
        ("{{ items }}", FaultKind.VALUE, 'a list cannot be printed as it is; write `| join(", ")` or `| list`', 3),
        ("{{ name + 1 }}", FaultKind.VALUE, "the values here do not fit together", 3),
        ("{{ 'a' * 1000000000 }}", FaultKind.VALUE, "the values here do not fit together", 3),
        ("{{ name | shout }}", FaultKind.SYNTAX, "No filter named 'shout'.", 10),
        ("ab {{ name }", FaultKind.SYNTAX, "unexpected '}'", 11),
    ],
)  # fmt: skip
def test_why_one_comes_to_nothing(
    template: str, kind: FaultKind, message: str, offset: int
) -> None:
    assert rendered(template) == Fault(kind, message, offset)


@pytest.mark.parametrize(
    "template",
    [
        "{{ name.__class__ }}",
        "{{ name['__class__'] }}",
        "{{ (1).__class__.__base__ }}",
        "{{ items.append }}",
        "{{ loop }}",
        "{{ range(3) }}",
        "{{ name.upper() }}",
        "{{ [].append(1) }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}{{ os }}",
        "{% extends 'base' %}",
        "{% macro m() %}{% endmacro %}{{ m() }}",
        "{{ lipsum }}{{ cycler }}{{ joiner }}{{ namespace }}",
        "{{ items | map('upper') }}",
    ],
)
def test_nothing_of_python_is_within_reach(template: str) -> None:
    assert isinstance(rendered(template), Fault)


def test_output_has_an_end() -> None:
    doubled = "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 14 + "{{ x }}" * 9
    got = rendered(doubled)
    assert isinstance(got, Fault)
    assert got.kind is FaultKind.LIMIT


def test_a_deep_template_is_a_fault() -> None:
    got = rendered("{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}")
    assert isinstance(got, Fault)
