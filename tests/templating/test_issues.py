"""What is wrong with a template by its text and the schema of its variables, and where."""

from typing import Any

import pytest

from compiler.templating.issues import IssueKind
from compiler.templating.reading import read_template
from compiler.templating.statements import issues_of

TEXT = {"type": "string"}
VARIABLES: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": TEXT,
        "nick": TEXT,
        "n": {"type": "integer"},
        "price": {"type": "number"},
        "yes": {"type": "boolean"},
        "tags": {"type": "array", "items": TEXT},
        "some": {"type": "array", "items": TEXT, "minItems": 1},
        "day": {"type": "string", "format": "date"},
        "moment": {"type": "string", "format": "date-time"},
        "plan": {"enum": ["gold", "silver"]},
        "maybe": {"type": ["string", "null"]},
        "orders": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"title": TEXT, "remark": TEXT},
                "required": ["title"],
            },
        },
        "client": {"$ref": "#/$defs/client"},
        "extra": {"type": "object", "properties": {"a": TEXT}, "required": ["a"]},
        "code": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "open": {"type": "object"},
        "any": {},
        "either": {"anyOf": [TEXT, {"type": "number"}]},
    },
    "required": [
        *("name", "n", "price", "yes", "tags", "some", "day", "moment", "plan", "maybe"),
        *("orders", "client", "code", "open", "any", "either"),
    ],
    "$defs": {"client": {"type": "object", "properties": {"first": TEXT}}},
}
U, D, G, M, S = (
    IssueKind.UNPORTABLE,
    IssueKind.UNDECLARED,
    IssueKind.UNGUARDED,
    IssueKind.MISTYPED,
    IssueKind.UNESCAPED,
)

Told = list[tuple[IssueKind, str]]


def told(template: str, variables: dict[str, Any] = VARIABLES) -> Told:
    reading = read_template(template)
    assert reading.fault is None, reading.fault
    found = issues_of(reading, variables)
    return [(one.kind, template[one.offset :][: one.length]) for one in found]


FINE = [
    "{{ name }} {{ client.first | default('-') }} {{ any }} {{ any.x[3].y }} {{ open.x.y }}",
    "{% if nick %}{{ nick }}{% endif %}{{ nick or 'x' }}{{ nick if nick else 'b' }}",
    "{% if nick and nick == 'a' %}{{ nick }}{% endif %}{% if nick is defined %}{{ nick }}{% endif %}",
    "{% if not nick %}-{% else %}{{ nick }}{% endif %}{% if not (nick and yes) %}-{% else %}{{ nick }}{% endif %}",
    "{% if yes %}-{% elif nick %}{{ nick }}{% endif %}{% if nick is undefined %}-{% else %}{{ nick }}{% endif %}",
    "{% if extra is defined %}{{ extra.a }}{% endif %}{{ 'a' if yes and nick else '' }}",
    "{% if maybe %}{{ maybe }}{% endif %}{{ maybe | default('a', true) }}",
    "{% if client.first %}{{ client.first | upper }}{% endif %}{{ client['first'] | default('') }}",
    "{{ price | money('EUR') }}{{ price | money(code) }}{{ n | number(2) }}{{ price | percent }}",
    "{{ day | date('long') }}{{ moment | date }}{{ moment | time('medium') }}{{ tags | list('or') }}",
    "{% for o in orders %}{{ o.title }}{% if o.remark %}{{ o.remark }}{% endif %}{{ loop.index }}{% endfor %}",
    "{% for t in tags %}{{ t }}{% if not loop.last %}, {% endif %}{% else %}none{% endfor %}",
    "{{ some | first }}{{ some[0] }}{{ tags | first | default('-') }}{{ orders | join(', ', 'title') }}",
    "{% if tags | length %}{% endif %}{% if open is defined %}{% endif %}{{ tags | length + 1 }}",
    "{% set x = name ~ n %}{{ x | upper }}{% if yes %}{% set x = 'b' %}{% endif %}{{ x }}",
    "{% if plan == 'gold' and n > 3 or day < '2026-01-01' %}{% endif %}{{ 'a' if n in [1, 2] else 'b' }}",
    "{{ -n }}{{ n + 1 + 2 }}{{ n * price }}{{ 'x' if 'c' in name else '' }}{{ either }}",
    "{{ '<b>' | safe }}{# {{ remark }} #}{%- if yes -%} x {%- endif -%}",
]  # fmt: skip

WRONG: dict[str, Told] = {
    "{{ nome }} {{ nome }}": [(D, "nome"), (D, "nome")],
    "{{ client.fist }}{% for o in orders %}{{ o.x }}{% endfor %}{{ o }}": [(D, "fist"), (D, "x"), (D, "o")],
    "{{ nick }}{% if yes or nick %}{{ nick }}{% endif %}": [(G, "nick"), (G, "nick")],
    "{% if nick %}{{ nick }}{% else %}{{ nick }}{% endif %}{{ nick }}": [(G, "nick"), (G, "nick")],
    "{{ extra.a }}{{ client.first }}{{ maybe }}": [(G, "extra"), (G, "first"), (G, "maybe")],
    "{{ maybe | default('a') }}": [(G, "default")],
    "{{ tags | first }}{{ tags[0] }}": [(G, "first"), (G, "0")],
    "{% if yes %}{% set y = 'a' %}{% endif %}{{ y }}": [(G, "y")],
    "{% for t in nick %}{% endfor %}": [(G, "nick"), (M, "nick")],
    "{{ name | money('EUR') }}{{ price | money }}{{ price | money('EU') }}": [(M, "money"), (M, "money"), (M, "'EU'")],
    "{{ price | money(name) }}{{ price | number(9) }}": [(M, "name"), (M, "9")],
    "{{ name | date }}{{ day | date('huge') }}{{ day | time }}": [(M, "date"), (M, "'huge'"), (M, "time")],
    "{% for x in name %}{% endfor %}{% for x in client %}{% endfor %}": [(M, "name"), (M, "client")],
    "{{ tags }}{{ client }}{{ yes }}": [(M, "tags"), (M, "client"), (M, "yes")],
    "{{ orders | join(', ', 'remark') }}{{ orders | join(', ') }}{{ orders | list }}": [(M, "'remark'"), (M, "join"), (M, "list")],
    "{{ name + n }}{{ name ~ price }}{{ -name }}{{ either + 1 }}": [(M, "name"), (M, "price"), (M, "name"), (M, "either")],
    "{{ 'a' if name == n else 'b' }}{{ 'x' if plan == 'gld' else '' }}": [(M, "name"), (M, "'gld'")],
    "{{ 'x' if name > 3 else '' }}{{ tags.length }}{{ name.first }}": [(M, "name"), (M, "length"), (M, "first")],
    "{{ name | safe }}{{ name | upper | safe }}": [(S, "safe"), (S, "safe")],
    "{% if tags %}{% endif %}{% if not client %}{% endif %}": [(U, "tags"), (U, "client")],
    "{{ range(3) }}{{ name.upper() }}{{ name.__class__ }}": [(U, "range"), (U, "("), (U, "__class__")],
    "{{ self }}{{ loop }}{% for t in tags %}{{ loop.cycle }}{% endfor %}": [(U, "self"), (U, "loop"), (U, "cycle")],
    "{% include 'a' %}{% import 'a' as b %}{% from 'a' import c %}": [(U, "include"), (U, "import"), (U, "from")],
    "{% extends 'a' %}{% block b %}{% endblock %}": [(U, "extends"), (U, "block")],
    "{% macro m() %}{% endmacro %}{% filter upper %}{% endfilter %}": [(U, "macro"), (U, "filter")],
    "{% with a = 1 %}{% endwith %}{% autoescape false %}{% endautoescape %}": [(U, "with"), (U, "autoescape")],
    "{% raw %}{{ x }}{% endraw %}{%+ if yes %}{% endif %}": [(U, "raw"), (U, "{")],
    "{% for a, b in tags %}{% endfor %}{% for t in tags if t %}{% endfor %}": [(U, "for"), (U, "t")],
    "{% for t in tags %}{% set x = t %}{% endfor %}{% set a, b = tags %}": [(U, "set"), (U, "set")],
    "{{ n / 2 }}{{ n // 2 }}{{ n % 2 }}{{ n ** 2 }}": [(U, "n"), (U, "n"), (U, "n"), (U, "n")],
    "{{ n + 1 * 2 }}{{ 'a' if yes }}{{ 'a' if 1 < n < 3 else '' }}": [(U, "n"), (U, "'"), (U, "1")],
    "{{ 'a' if yes else ('b' if yes else 'c') }}": [(U, "'")],
    "{{ 'a' 'b' }}{{ True }}{{ 1_000 }}{{ 'a\\x41' }}": [(U, "'"), (U, "True"), (U, "1_000"), (U, "'")],
    "{{ {'a': 1} }}{{ (1, 2) | first }}{{ tags[n] }}{{ tags[0:1] }}": [(U, "{"), (U, ","), (U, "["), (U, "[")],
    "{{ name | shout }}{{ name | e }}{{ name | upper(3) }}{{ nick | default(value='') }}": [(U, "shout"), (U, "e"), (U, "upper"), (M, "default"), (U, "'")],
    "{{ 'a' if n is number else 'b' }}{{ 'a' if (n + 1) is defined else 'b' }}": [(U, "is"), (U, "is")],
}  # fmt: skip


@pytest.mark.parametrize("template", FINE)
def test_what_is_fine(template: str) -> None:
    assert told(template) == []


@pytest.mark.parametrize("template", WRONG)
def test_what_is_wrong(template: str) -> None:
    assert told(template) == WRONG[template]


def test_without_variables_none_is_declared() -> None:
    assert told("{{ name }}", {}) == [(D, "name")]


@pytest.mark.parametrize(
    "variables",
    [
        {"$ref": "#"},
        {"anyOf": [{"$ref": "#"}] * 40},
        {"allOf": [{"$ref": "#"}, {"$ref": "#"}]},
        {"properties": {"name": {"$ref": "#/properties/name"}}},
        {"properties": {"name": 5}, "required": 7, "allOf": 3, "anyOf": "x"},
        {"properties": {"name": {"items": {"$ref": "#/properties/name"}, "anyOf": []}}},
        {"properties": {"name": {"$ref": "https://acme.example"}}},
    ],
)
def test_no_schema_keeps_it_busy(variables: dict[str, Any]) -> None:
    template = "{{ name.a.b.c }}{% for x in name %}{{ x | upper }}{% endfor %}{{ name[0] + 1 }}"
    assert told(template, variables) is not None


def test_a_long_expression_is_an_issue() -> None:
    template = "{{ n" + " + n" * 400 + " }}"
    assert told(template) in ([], [(U, "{")])
