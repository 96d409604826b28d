"""What a schema says of a value, in words; one of a stranger opens nothing and does not hang."""

import socket
from typing import Any

import pytest

from compiler.rules.json_schema import Violation, checker, schema_faults, violations


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"type": "string"}, 5, [((), "`5` is not of type `string`")]),
        ({"type": ["string", "null"]}, 5, [((), "`5` is not of type `string`, `null`")]),
        ({"enum": ["a", 1]}, "1", [((), '`"1"` is none of `a`, 1')]),
        ({"required": ["a", "b"]}, {}, [((), "`a` is missing"), ((), "`b` is missing")]),
        (
            {"properties": {"a": {}}, "additionalProperties": False},
            {"a": 1, "b": 2},
            [(("b",), "`b` is not among its properties")],
        ),
        (
            {"items": {"properties": {"n": {"minimum": 3}}}},
            [{"n": 5}, {"n": 1}],
            [((1, "n"), "`1` is less than 3")],
        ),
        ({"maxLength": 2}, "abc", [((), "`abc` is longer than 2 characters")]),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, 5, [((), "`5` is not allowed here")]),
    ],
)
def test_violations_are_told_in_words_with_their_route(
    schema: dict[str, Any], value: object, expected: list[tuple[tuple[str | int, ...], str]]
) -> None:
    assert violations(schema, value) == tuple(Violation(*one) for one in expected)


def test_a_long_value_is_cut() -> None:
    (violation,) = violations({"type": "integer"}, "x" * 1000)
    assert len(violation.message) < 200


def test_no_address_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    schema = {"properties": {"a": {"$ref": "http://acme.example/schema.json"}}}
    assert schema_faults(schema) == (
        Violation(
            ("properties", "a", "$ref"), "a reference must begin with `#`: nothing is fetched"
        ),
    )
    assert violations(schema, {"a": 1}) == (
        Violation(
            (), "the schema refers to `http://acme.example/schema.json`, which it does not have"
        ),
    )


def test_a_schema_of_an_own_dialect_is_not_fetched_either() -> None:
    schema = {"$schema": "http://acme.example/dialect", "type": "string"}
    assert schema_faults(schema) == ()
    assert violations(schema, 5) == (Violation((), "`5` is not of type `string`"),)


def test_a_schema_that_refers_to_itself_ends() -> None:
    assert violations({"$ref": "#"}, {}) == (
        Violation((), "the schema refers to itself without end"),
    )


def test_a_schema_that_is_nested_too_deeply_is_told() -> None:
    schema: dict[str, Any] = {}
    for _ in range(5000):
        schema = {"not": schema}
    assert schema_faults(schema) == (Violation((), "it is nested too deeply"),)


def test_a_reference_into_nothing_is_told() -> None:
    assert violations({"$ref": "#/$defs/gone"}, {}) == (
        Violation((), "the schema refers to `#/$defs/gone`, which it does not have"),
    )


@pytest.mark.parametrize(
    ("schema", "route"),
    [
        ({"type": "text"}, ("type",)),
        ({"properties": []}, ("properties",)),
        ({"properties": {"a": {"minLength": "3"}}}, ("properties", "a", "minLength")),
        ({"pattern": "("}, ("pattern",)),
    ],
)
def test_what_is_no_schema_is_told_with_its_route(
    schema: dict[str, Any], route: tuple[str, ...]
) -> None:
    assert [fault.route for fault in schema_faults(schema)] == [route]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (
            {"minimum": 0.5, "exclusiveMinimum": True},
            "it is a number, not `true`: write `exclusiveMinimum: 0.5`, and leave `minimum` out",
        ),
        (
            {"maximum": 9, "exclusiveMaximum": True},
            "it is a number, not `true`: write `exclusiveMaximum: 9`, and leave `maximum` out",
        ),
        (
            {"exclusiveMinimum": True},
            "it is a number, not `true`: write `exclusiveMinimum: 0`, the limit itself",
        ),
        (
            {"maximum": 9, "exclusiveMaximum": False},
            "it is a number, not `false`: leave `exclusiveMaximum` out",
        ),
    ],
)
def test_a_limit_of_an_older_schema_is_told_with_what_to_write(
    limits: dict[str, Any], words: str
) -> None:
    (fault,) = schema_faults({"properties": {"amount": {"type": "number", **limits}}})
    assert fault.message == words
    assert fault.route[:2] == ("properties", "amount")


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"pattern": "^(a+)+$"}, "a" * 40 + "!"),
        ({"patternProperties": {"^(a+)+$": {"type": "string"}}}, {"a" * 40 + "!": 1}),
        (
            {"patternProperties": {"^(a+)+$": {}}, "additionalProperties": {"type": "integer"}},
            {"a" * 40 + "!": 1},
        ),
    ],
)
def test_no_pattern_keeps_the_tool_busy(schema: dict[str, Any], value: object) -> None:
    assert schema_faults(schema) == ()
    assert len(violations(schema, value)) == ("pattern" in schema)


def test_a_schema_that_doubles_its_work_at_every_step_is_given_up() -> None:
    steps = {f"a{n}": {"allOf": [{"$ref": f"#/$defs/a{n + 1}"}] * 2} for n in range(40)}
    schema = {"$ref": "#/$defs/a0", "$defs": {**steps, "a40": {"type": "object"}}}
    assert violations(schema, {}) == (
        Violation((), "the schema takes too long to check; make it simpler"),
    )


def test_many_values_do_not_use_up_what_a_schema_may_cost() -> None:
    check = checker({"properties": {"n": {"type": "integer", "minimum": 0}}})
    assert all(check({"n": number}) == () for number in range(30_000))


@pytest.mark.parametrize(
    ("schema", "route"),
    [
        ({"$schema": 5}, ("$schema",)),
        ({"$dynamicRef": "http://acme.example/#a"}, ("$dynamicRef",)),
        ({"items": {"pattern": "(?=a)"}}, ("items", "pattern")),
        ({"patternProperties": {"(": {}}}, ("patternProperties", "(")),
        (
            {"patternProperties": {"^a": {}}, "unevaluatedProperties": False},
            ("unevaluatedProperties",),
        ),
    ],
)
def test_a_schema_that_cannot_be_used_says_where(
    schema: dict[str, Any], route: tuple[str, ...]
) -> None:
    assert [fault.route for fault in schema_faults(schema)] == [route]


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"$ref": {"type": "string"}, "pattern": {"type": "string"}}},
        {"const": {"$ref": "other.json", "pattern": "("}},
        {"pattern": r"^\p{Lu}"},
    ],
)
def test_what_only_looks_like_a_fault_is_none(schema: dict[str, Any]) -> None:
    assert schema_faults(schema) == ()


def test_a_property_of_a_pattern_is_not_additional() -> None:
    schema = {"patternProperties": {"^x-": {}}, "additionalProperties": False}
    assert violations(schema, {"x-a": 1, "b": 2}) == (
        Violation(("b",), "`b` is not among its properties"),
    )


def test_items_that_must_differ_may_be_of_any_kind() -> None:
    assert violations({"uniqueItems": True}, [1, "1", True, [1], {"a": 1}]) == ()
    assert violations({"uniqueItems": True}, [{"a": 1, "b": 2}, {"b": 2, "a": 1}]) == (
        Violation((), "has the same item twice"),
    )
