from compiler.channels.worst import largest, stretched, unbounded, value_at

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
    first, second = largest(SCHEMA, SAMPLES, "W")
    assert first == {
        "name": "WWWW",
        "city": "Reykjavik",
        "kind": "abc",
        "code": "123456",
        "sum": 999999,
        "shown": True,
        "rows": [{"text": "short"}] * 3,
        "tags": ["yy", "yy"],
    }
    assert second == {**first, "kind": "a", "shown": False}


def test_what_may_be_of_any_length() -> None:
    expected = [("city",), ("rows", "[]", "text"), ("tags",), ("tags", "[]")]
    assert list(unbounded(SCHEMA)) == expected


def test_a_schema_that_refers_to_itself_has_an_end() -> None:
    schema = {"type": "object", "properties": {"next": {"$ref": "#"}}}
    assert str(list(largest(schema, [], "W"))).count("next") == 8
    assert list(unbounded(schema)) == []
    in_circles = {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}
    assert list(largest(in_circles, [], "W")) == [None]


def test_one_text_stretched() -> None:
    values = {"rows": [{"text": "a"}, {"text": "b"}], "n": 1}
    assert stretched(values, ("rows", "[]", "text"), "long")["rows"] == [
        {"text": "long"},
        {"text": "b"},
    ]
    assert stretched(values, ("n",), "long") == values
    assert stretched(values, ("none", "[]"), "long") == values
    assert stretched(values, ("rows",), "W" * 5_000)["rows"] == [{"text": "a"}] * 1_000


def test_what_stands_at_the_end_of_a_way() -> None:
    values = {"rows": [{"text": "a"}], "none": []}
    assert value_at(values, ("rows", "[]", "text")) == "a"
    for steps in (("none", "[]"), ("rows", "text"), ("rows", "[]", "text", "x"), ("y",)):
        assert value_at(values, steps) is None


def test_every_choice_has_its_turn_in_no_more_than_eight() -> None:
    schema = {
        "type": "object",
        "properties": {"n": {"enum": list(range(30))}, "b": {"type": "boolean"}},
    }
    made = list(largest(schema, [], "W"))
    assert len(made) == 8
    assert {one["b"] for one in made} == {True, False}
