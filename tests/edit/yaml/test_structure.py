"""Keys and items that come, go, move and change their names; their neighbours stay."""

import pytest

from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Edit, Insert, InsertItem, Put, Remove, Rename, Reorder

LOCALES = """\
# Levels of verification.
locales:
    # English first.
    en:
        title: "Basic"
        description: |
            Confirm your phone.

    # Poland
    pl: { title: 'Podstawowy', description: "x" } # new
properties: {limit: 1}
"""


def edited(before: str, *edits: Edit) -> str:
    return edit_yaml("f.yaml", before.encode(), edits).decode()


def test_a_locale_is_written_as_the_one_beside_it_and_comes_in_order() -> None:
    new = {"title": "Básico", "description": "Confirme.\nTeléfono.\n"}
    order = ["en", "es", "pl"]
    assert edited(LOCALES, Insert(("locales",), "es", new, order)) == LOCALES.replace(
        "\n    # Poland",
        """
    es:
        title: "Básico"
        description: |
            Confirme.
            Teléfono.

    # Poland""",
    )
    assert edited(LOCALES, Insert(("locales",), "zh", new)) == LOCALES.replace(
        "# new\n",
        "# new\n\n    zh: { title: 'Básico', description: \"Confirme.\\nTeléfono.\\n\" }\n",
    )


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("a: 1", Insert((), "b", 2), "a: 1\nb: 2\n"),
        ("a: 1\r\n# c\r\n", Insert((), "b", "x"), "a: 1\r\nb: x\r\n# c\r\n"),
        ("a: 1\n\nb: 2\n", Insert((), "c", 3), "a: 1\n\nb: 2\n\nc: 3\n"),
        ("b: 2\n", Insert((), "a", 1, ["a", "b"]), "a: 1\nb: 2\n"),
        ("# file\n\n# b\nb: 2\n", Insert((), "a", 1, ["a", "b"]), "# file\n\na: 1\n# b\nb: 2\n"),
        ("- b: 2\n  c: 3\n", Insert((0,), "a", 1, ["a", "b"]), "- a: 1\n  b: 2\n  c: 3\n"),
        ("a: {}\n", Insert(("a",), "b", 1), "a:\n  b: 1\n"),
        ("a:\n", Insert(("a",), "b", 1), "a:\n  b: 1\n"),
        ("a: # why\nz: 1\n", Insert(("a",), "b", 1), "a: # why\n  b: 1\nz: 1\n"),
        ("a: {x: 1}\n", Insert(("a",), "b", "z"), "a: {x: 1, b: z}\n"),
        ("a: { x: 1, }\n", Insert(("a",), "b", "z"), "a: { x: 1, b: z, }\n"),
        ("a: {x: 1}\n", Insert(("a",), "b", 2, ["b", "x"]), "a: {b: 2, x: 1}\n"),
        ('{\n  "x": 1, # one\n  "y": 2 # two\n}\n', Insert((), "z", 3), '{\n  "x": 1, # one\n  "y": 2, # two\n  "z": 3\n}\n'),
        ("a: |+\n  x\n\nb: 1\n", Insert((), "c", 3, ["a", "c", "b"]), "a: |+\n  x\n\nc: 3\nb: 1\n"),
        ("a: |\n  x", Insert((), "b", 1), "a: |-\n  x\nb: 1\n"),
        ("a:\n  b: 1\n  # c: later\nd: 1\n", Insert(("a",), "e", 2), "a:\n  b: 1\n  e: 2\n  # c: later\nd: 1\n"),
        ("a: 1\n", Put(("b", "c", "d"), [1]), "a: 1\nb:\n  c:\n    d: [1]\n"),
        ("a: 1\n", Put(("a",), 2), "a: 2\n"),
        ("", Put(("a", "b"), "x"), "a:\n  b: x\n"),
        ("a: 1\n...\n# end\n", Insert((), "b", 2), "a: 1\nb: 2\n...\n# end\n"),
    ],
)  # fmt: skip
def test_a_key_more(before: str, edit: Edit, after: str) -> None:
    assert edited(before, edit) == after


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("- a # first\n", InsertItem((), "b"), "- a # first\n- b\n"),
        ("- a\n- b\n", InsertItem((), "c", 1), "- a\n- c\n- b\n"),
        ("x:\n  -   a\n", InsertItem(("x",), {"k": 1, "l": 2}), "x:\n  -   a\n  -   k: 1\n      l: 2\n"),
        ("x: [a, b]\n", InsertItem(("x",), "no", 0), 'x: ["no", a, b]\n'),
        ("x: [ a,\n     b ]\n", InsertItem(("x",), "c"), "x: [ a,\n     b,\n     c ]\n"),
        ("x: [\n  a,\n  b,\n]\n", InsertItem(("x",), "c"), "x: [\n  a,\n  b,\n  c,\n]\n"),
        ("x: []\n", InsertItem(("x",), "c"), "x: [c]\n"),
        ("x:\n", InsertItem(("x",), {"a": 1}), "x:\n  - a: 1\n"),
        ("- {a: 1}\n", InsertItem((), {"a": 2}), "- {a: 1}\n- {a: 2}\n"),
    ],
)  # fmt: skip
def test_an_item_more(before: str, edit: Edit, after: str) -> None:
    assert edited(before, edit) == after


@pytest.mark.parametrize(
    ("before", "route", "after"),
    [
        ("# file\n\n# a\n# of a\na: 1 # one\n\n# b\nb: 2\n", ("a",), "# file\n\n# b\nb: 2\n"),
        ("a: 1\n\n# b\nb:\n  c: 1\n  # d\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n", ("b",), "a: 1\n"),
        ("# $schema\na: 1\nb: 2\n", ("a",), "# $schema\nb: 2\n"),
        ("- a: 1\n  # of b\n  b: 2\n", (0, "a"), "- # of b\n  b: 2\n"),
        ("- a: 1\n  b: 2\n- c\n", (0, "b"), "- a: 1\n- c\n"),
        ("x:\n  a: 1 # gone\ny: 1\n", ("x", "a"), "x: {}\ny: 1\n"),
        ("x:\n- a\n", ("x", 0), "x: []\n"),
        ("x: [a, b, c]\n", ("x", 1), "x: [a, c]\n"),
        ("x: [a, b, c]\n", ("x", 2), "x: [a, b]\n"),
        ("x: {a: 1, b: 2}\n", ("x", "a"), "x: {b: 2}\n"),
        ("x: [\n  a, # one\n  b, # two\n  c # three\n]\n", ("x", 1), "x: [\n  a, # one\n  c # three\n]\n"),
        ("x: [\n  a,\n  b\n]\n", ("x", 1), "x: [\n  a\n]\n"),
        ("a: |+\n  x\n\nb: 1\n\nc: 2\n", ("b",), "a: |+\n  x\n\nc: 2\n"),
        ("a: |\n  # text\nb: 1\nc: 1\n", ("b",), "a: |\n  # text\nc: 1\n"),
    ],
)  # fmt: skip
def test_a_key_or_item_less(before: str, route: tuple[str | int, ...], after: str) -> None:
    assert edited(before, Remove(route)) == after


@pytest.mark.parametrize(
    ("before", "route", "key", "after"),
    [
        ("a: 1 # one\nb: 2\n", ("a",), "c", "c: 1 # one\nb: 2\n"),
        ("'a': 1\n", ("a",), "no", "'no': 1\n"),
        ("a: 1\n", ("a",), "no", '"no": 1\n'),
        ("a: 1\n", ("a",), "x: y", '"x: y": 1\n'),
        ('x: {"a":1}\n', ("x", "a"), "b", 'x: {"b":1}\n'),
        ("? a\n: 1\n", ("a",), "b", "? b\n: 1\n"),
        ("a:\n  b: &x\n    c: 1\nd: *x\n", ("a", "b"), "e", "a:\n  e: &x\n    c: 1\nd: *x\n"),
    ],
)
def test_a_key_of_another_name(
    before: str, route: tuple[str | int, ...], key: str, after: str
) -> None:
    assert edited(before, Rename(route, key)) == after


SLOTS = """\
descriptions:
  # The phone.
  mobile: A # short

  # Anything wider.
  tablet: |
    B
  wide: C
"""


def test_keys_move_with_their_comments_and_blank_lines_stay() -> None:
    order = ["wide", "mobile", "tablet"]
    assert (
        edited(SLOTS, Reorder(("descriptions",), order))
        == """\
descriptions:
  wide: C

  # The phone.
  mobile: A # short
  # Anything wider.
  tablet: |
    B
"""
    )


@pytest.mark.parametrize(
    ("before", "route", "order", "after"),
    [
        ("- a\n- b: 1\n  c: 2\n", (), [1, 0], "- b: 1\n  c: 2\n- a\n"),
        ("x: [a, {b: 1},c]\n", ("x",), [2, 0, 1], "x: [c, a,{b: 1}]\n"),
        ("- a: 1\n  # of b\n  b: 2\n", (0,), ["b", "a"], "- # of b\n  b: 2\n  a: 1\n"),
        ("a: |+\n  x\n\nb: 1", (), ["b", "a"], "b: 1\na: |+\n  x\n\n"),
        ("a: &x 1\nb: *x\n", (), ["b", "a"], "b: 1\na: &x 1\n"),
    ],
)
def test_another_order(
    before: str, route: tuple[str | int, ...], order: list[str | int], after: str
) -> None:
    assert edited(before, Reorder(route, order)) == after
