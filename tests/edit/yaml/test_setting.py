"""One value changed: its characters change and no others."""

import pytest

from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Set, Value


def with_value(before: str, route: tuple[str | int, ...], value: Value) -> str:
    return edit_yaml("f.yaml", before.encode(), [Set(route, value)]).decode()


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("t: Basic  # why\n", "Starter", "t: Starter  # why\n"),
        ("t: 'Basic' # why\n", "It's", "t: 'It''s' # why\n"),
        ('t: "Basic"\n', 'Say "no"', 't: "Say \\"no\\""\n'),
        ("t: Basic\n", "a: b", 't: "a: b"\n'),
        ("u: 'x'\nt: Basic\n", "a #b", "u: 'x'\nt: 'a #b'\n"),
        ("t: Basic\n", "", 't: ""\n'),
        ("t: 12\n", "12", 't: "12"\n'),
        ("t: '12'\n", 12, "t: 12\n"),
        ("t: Basic\n", None, "t: null\n"),
        ("t: ~\n", True, "t: true\n"),
        ("t: True\n", False, "t: False\n"),
        ("t: 1\n", 1e22, "t: 1.0e+22\n"),
        ("t:\n", "Basic", "t: Basic\n"),
        ("t:   # why\nu: 1\n", "Basic", "t: Basic   # why\nu: 1\n"),
        ("t: &a\n", "Basic", "t: &a Basic\n"),
        ("t: &a Basic\n", "Starter", "t: &a Starter\n"),
        ("t:\n    Basic\n", "Starter", "t:\n    Starter\n"),
        ("{t: Basic, u: 1}\n", "a, b", '{t: "a, b", u: 1}\n'),
        ("{t, u: 1}\n", "Basic", "{t: Basic, u: 1}\n"),
        ('{"t":Basic,"u":1}\n', "Starter", '{"t":Starter,"u":1}\n'),
        ("? t\n: Basic\n", "Starter", "? t\n: Starter\n"),
        ("t: Básico 日本", "no", 't: "no"'),
        ("\ufefft: Basic\r\nu: 1\r\n", "Starter", "\ufefft: Starter\r\nu: 1\r\n"),
        ("--- # x\nt:\tBasic\n...\n# end", "Starter", "--- # x\nt:\tStarter\n...\n# end"),
        ("t: Basic\n", "one\ntwo\n", "t: |\n  one\n  two\n"),
        ("t: Basic # why", "one\ntwo", "t: |- # why\n  one\n  two"),
        ("t: Basic", "one\ntwo\n", "t: |\n  one\n  two\n"),
        ("{t: Basic}\n", "one\ntwo", '{t: "one\\ntwo"}\n'),
        ("t: Basic\n", "a\u2028b\x07", 't: "a\\Lb\\a"\n'),
    ],
)  # fmt: skip
def test_a_scalar_in_its_own_manner(before: str, value: Value, after: str) -> None:
    assert with_value(before, ("t",), value) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        (
            "t: | # why\n   one\n   two\n\n# next\nu: 1\n",
            "one\nthree\n",
            "t: | # why\n   one\n   three\n\n# next\nu: 1\n",
        ),
        ("t: |\n  one\n\nu: 1\n", "two", "t: |-\n  two\n\nu: 1\n"),
        ("t: |-\n  one\n\n\nu: 1\n", "two\n\n", "t: |+\n  two\n\nu: 1\n"),
        ("t: |+\n  one\n\nu: 1\n", "two\n", "t: |\n  two\nu: 1\n"),
        ("t: |\n  one\n", " two\n", "t: |2\n   two\n"),
        ("t: |\n  one\nu: 1\n", 5, "t: 5\nu: 1\n"),
        ("t: | # why\n  one\nu: 1\n", "", 't: "" # why\nu: 1\n'),
        (
            ">-\n some words that\n go on here\n\n and more\n\n stay\n as it is",
            "some words that\ngo on there\nand more\nstay as it is",
            ">-\n some words that\n\n go on there\n\n and more\n\n stay\n as it is",
        ),
        (
            "t: >\n  many words that are here\n  wrapped in a file\n  by hand\n",
            "many words that are here wrapped in a big file by hand\n",
            "t: >\n  many words that are here\n  wrapped in a big file\n  by hand\n",
        ),
        (
            'u: 1\nt: "many words that are\n    wrapped in a file\n    by hand" # x\n',
            "many words that are wrapped by hand",
            'u: 1\nt: "many words that are\n    wrapped\n    by hand" # x\n',
        ),
        (
            "t: many words that are\n wrapped in a file\n",
            "few words",
            "t: few words\n",
        ),
    ],
)
def test_a_text_of_several_lines_keeps_its_lines(before: str, value: Value, after: str) -> None:
    route = ("t",) if "t:" in before else ()
    assert with_value(before, route, value) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("t: Basic # why\nu: 1\n", {"a": 1}, "t: # why\n  a: 1\nu: 1\n"),
        ("t: Basic\n", ["a", "b"], "t: [a, b]\n"),
        ("t: Basic\nu:\n- 1\n", ["a", "b"], "t:\n- a\n- b\nu:\n- 1\n"),
        ("t: [1, 2] # why\n", [1, 2, 3], "t: [1, 2, 3] # why\n"),
        ("t: # why\n  a: 1 # one\n  # two\n  b: 2\n", "Basic", "t: Basic # why\n"),
        (
            "t:\n  a: 1 # one\n  # two\n  b: 2\n",
            {"b": 2, "c": 3, "a": 4},
            "t:\n  # two\n  b: 2\n  c: 3\n  a: 4 # one\n",
        ),
        ("t:\n  - a # first\n  - b\n", ["a", "c", "b"], "t:\n  - a # first\n  - c\n  - b\n"),
        ("t:\n  - a\n", {}, "t: {}\n"),
        ("t:\n- a\n", {"b": 1}, "t:\n  b: 1\n"),
        ("t: |\n  one\nu: 1\n", {"a": "x"}, "t:\n  a: x\nu: 1\n"),
        ("t: {}\n", {"a": {"b": [1, {"c": None}]}}, "t:\n  a:\n    b:\n      - 1\n      - c: null\n"),
    ],
)  # fmt: skip
def test_lists_and_mappings(before: str, value: Value, after: str) -> None:
    assert with_value(before, ("t",), value) == after


def test_the_outermost_value() -> None:
    assert with_value("Basic # why\n", (), "Starter") == "Starter # why\n"
    assert with_value("a: 1\n", (), [1]) == "[1]\n"
    assert with_value("# nothing yet", (), {"a": 1}) == "# nothing yet\na: 1\n"


@pytest.mark.parametrize("text", ["a: 1", "a:   1\r\n", "a: 0x10\n", "a: 'b'\n"])
def test_a_value_that_is_there_already_changes_nothing(text: str) -> None:
    value = {"1": 1, "x": 16, "b": "b"}[next(c for c in ("x", "b", "1") if c in text)]
    assert with_value(text, ("a",), value) == text


def test_what_one_reader_takes_for_a_date_stays_as_careless_as_it_was() -> None:
    assert with_value("on: 2026-12-31\n", ("on",), "2027-01-31") == "on: 2027-01-31\n"
    assert with_value("on: later\n", ("on",), "2027-01-31") == 'on: "2027-01-31"\n'
