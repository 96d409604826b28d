from compiler.channels.worst import largest, stretched, unbounded

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 4},
        "city": {"type": "string"},
        "kind": {"enum": ["a", "abc"]},
        "code": {"type": "string", "pattern": "^[0-9]{6}$"},
        "sum": {"type": "number", "maximum": 999999},
        "shown": {"type": "boolean"},
        "rows": {"type": "array", "maxItems": 3, "items": {"$ref": "#/$defs/row"}},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "$defs": {"row": {"type": "object", "properties": {"text": {"type": ["string", "null"]}}}},
}
SAMPLES = [
    {"city": "Oslo", "code": "123456", "rows": [{"text": "short"}], "tags": ["x", "yy"]},
    {"city": "Reykjavik", "sum": 5, "tags": []},
]


def test_what_is_bounded_is_filled_up_and_the_rest_is_as_large_as_in_the_samples() -> None:
    assert largest(SCHEMA, SAMPLES, "W") == {
        "name": "WWWW",
        "city": "Reykjavik",
        "kind": "abc",
        "code": "123456",
        "sum": 999999,
        "shown": True,
        "rows": [{"text": "short"}] * 3,
        "tags": ["yy", "yy"],
    }


def test_what_may_be_of_any_length() -> None:
    assert list(unbounded(SCHEMA)) == [("city",), ("rows", "[]", "text"), ("tags", "[]")]


def test_a_schema_that_refers_to_itself_has_an_end() -> None:
    schema = {"type": "object", "properties": {"next": {"$ref": "#"}}}
    assert str(largest(schema, [], "W")).count("next") == 8
    assert list(unbounded(schema)) == []
    assert largest({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}, [], "W") is None


def test_one_text_stretched() -> None:
    values = {"rows": [{"text": "a"}, {"text": "b"}], "n": 1}
    assert stretched(values, ("rows", "[]", "text"), "long")["rows"] == [
        {"text": "long"},
        {"text": "b"},
    ]
    assert stretched(values, ("n",), "long") == values
    assert stretched(values, ("none", "[]"), "long") == values
