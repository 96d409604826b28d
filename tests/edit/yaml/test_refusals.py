"""What cannot be done is said in one sentence, and nothing comes back that could be written."""

import math

import pytest

from compiler.base.failure import UsageError
from compiler.edit.refusal import AbsentError, BrokenFileError, UneditableError, UnwritableError
from compiler.edit.yaml import editing
from compiler.edit.yaml.edits import Edit, Insert, InsertItem, Put, Remove, Rename, Reorder, Set


@pytest.mark.parametrize(
    ("data", "edit", "error", "sentence"),
    [
        (b"a: [", Set(("a",), 1), BrokenFileError, "`f.yaml` cannot be edited as it is: line 1: "),
        (b"a: 1\nb: \xff", Set(("a",), 1), BrokenFileError, "line 2: this file is not UTF-8"),
        (b"a: 1", Set(("b", "c"), 1), AbsentError, "`f.yaml` cannot be edited at `b.c`: there is no `b`"),
        (b"a: 1", Remove(("a", "b")), AbsentError, "there is no `b`"),
        (b"a: [1]", Set(("a", 1), 1), AbsentError, "there is no `1`"),
        (b"a: [1]", Remove(()), AbsentError, "the whole of a file has no key"),
        (b"a: 1", Insert((), "a", 1), AbsentError, "there is a `a` already"),
        (b"a: 1", Insert(("a",), "b", 1), AbsentError, "there is no mapping to take the key `b`"),
        (b"a: 1", Put(("a", "b"), 1), AbsentError, "there is no `b`"),
        (b"a: 1", InsertItem(("a",), 1), AbsentError, "there is no list to take an item"),
        (b"a: []", InsertItem(("a",), 1, 2), AbsentError, "there is no item 2 in a list of 0"),
        (b"a: 1\nb: 2", Rename(("a",), "b"), AbsentError, "there is a `b` already"),
        (b"- 1", Rename((0,), "b"), AbsentError, "the item 0 of a list has no name"),
        (b"a: 1\nb: 2", Reorder((), ["a"]), AbsentError, "the order wanted does not have"),
        (b"a: 1", Set(("a",), math.inf), UnwritableError, "`inf` is neither a text nor a number"),
        (b"a: 1", Set(("a",), 2**53), UnwritableError, "is longer than programs keep exactly"),
        (b"a: 1", Set(("a",), ["\ud800"]), UnwritableError, "has half a character"),
        (b"a: 1", Put(("b",), {1: 2}), UnwritableError, "`1` is no key"),
        (b"a: [b: 1]", Insert(("a", 0), "c", 2), UneditableError, "only you can change: see line 1"),
        (b"x: 1\n[a, b]: 1\n", Set(("x",), {"a": [1]}), None, ""),
    ],
)  # fmt: skip
def test_one_sentence(
    data: bytes, edit: Edit, error: type[UsageError] | None, sentence: str
) -> None:
    if error is None:
        assert editing.edit_yaml("f.yaml", data, [edit])
        return
    with pytest.raises(error) as caught:
        editing.edit_yaml("f.yaml", data, [edit])
    assert sentence in str(caught.value)


def test_a_file_with_other_faults_can_be_edited_and_gets_no_new_ones() -> None:
    before = b"a: 1\na: 2\n<<: 3\nb: !t x\nc: 4\n"
    after = editing.edit_yaml("f.yaml", before, [Set(("c",), 5), Set(("a",), 6), Remove(("b",))])
    assert after == b"a: 6\na: 2\n<<: 3\nc: 5\n"


def test_what_does_not_read_as_it_was_meant_is_never_returned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(editing, "set_value", lambda *_: iter([()]))
    with pytest.raises(UneditableError, match="see line 2; nothing was written"):
        editing.edit_yaml("f.yaml", b"a: 1\nb: 2\n", [Set(("b",), 3)])
