"""What stands behind an alias changes there alone; what others say through an anchor stays."""

import pytest

from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Edit, Insert, InsertItem, Remove, Rename, Reorder, Set


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("a: &x 1 # one\nb: *x # two\n", Set(("b",), 2), "a: &x 1 # one\nb: 2 # two\n"),
        ("a: &x 1 # one\nb: *x # two\nc: *x\n", Set(("a",), 2), "a: 2 # one\nb: &x 1 # two\nc: *x\n"),
        ("a: &x 1\nb: 2\n", Set(("a",), 2), "a: &x 2\nb: 2\n"),
        ("a: &x 1\nb: [*x, *x]\n", Remove(("a",)), "b: [&x 1, *x]\n"),
        ("a: &x |\n  one\nb: *x\n", Remove(("a",)), "b: &x |\n  one\n"),
        ("a: &x\n  b: 1\n  c: 2\nd: *x\n", Set(("d", "b"), 3), "a: &x\n  b: 1\n  c: 2\nd:\n  b: 3\n  c: 2\n"),
        ("a: &x\n  b: 1\n  c: 2\nd: *x # d\n", Set(("a", "b"), 3), "a:\n  b: 3\n  c: 2\nd: &x # d\n  b: 1\n  c: 2\n"),
        ("a: &x {b: 1}\nd: *x\n", Insert(("d",), "c", 2), "a: &x {b: 1}\nd: {b: 1, c: 2}\n"),
        ("a: &x [1]\nd: [*x, *x]\n", InsertItem(("a",), 2), "a: [1, 2]\nd: [&x [1], *x]\n"),
        ("a: &x {b: 1}\nd: *x\n", Rename(("d", "b"), "c"), "a: &x {b: 1}\nd: {c: 1}\n"),
        ("a: &x {b: 1, c: 2}\nd: *x\n", Remove(("d", "b")), "a: &x {b: 1, c: 2}\nd: {c: 2}\n"),
        ("a: &x {b: 1, c: 2}\nd: *x\n", Reorder(("d",), ["c", "b"]), "a: &x {b: 1, c: 2}\nd: {c: 2, b: 1}\n"),
        ("&k a: 1\nb: *k\n", Rename(("a",), "c"), "c: 1\nb: &k a\n"),
        ("a: [&x 1, *x]\nb: *x\n", Remove(("a",)), "b: &x 1\n"),
        ("- &x\n  a: 1\n- *x\n", Set((0, "a"), 2), "-\n  a: 2\n- &x\n  a: 1\n"),
        ("a: &x\n  b: &y 1\nc: *y\nd: *x\n", Set(("a", "b"), 2), "a:\n  b: 2\nc: &y 1\nd: &x\n  b: 1\n"),
    ],
)  # fmt: skip
def test_only_one_place_changes(before: str, edit: Edit, after: str) -> None:
    assert edit_yaml("f.yaml", before.encode(), [edit]).decode() == after
