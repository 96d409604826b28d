"""Files of records: every row that can be read is read, everything else is told with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.records.reading import ReadRecords, read_records
from compiler.edit.records.row import Row


def read(text: str | bytes) -> ReadRecords:
    return read_records("r.json", text.encode() if isinstance(text, str) else text)


def told(found: ReadRecords) -> list[str]:
    """Return everything that was wrong: findings with line and column, remarks with the row."""
    findings = [f"{one.place.line}:{one.place.column} {one.message}" for one in found.findings]
    return [*findings, *(f"row {one.number}: {one.message}" for one in found.remarks)]


def test_a_row_has_a_kind_a_label_and_fields() -> None:
    found = read(
        '[{"kind": "text", "label": "a.b", "locale": "es", "fields": {"title": "é"}},\n'
        ' {"kind": "status", "label": "x", "locale": null, "area": "shop", "fields": null}]'
    )
    assert found.rows == (
        Row("r.json", 1, "text", "a.b", "es", fields={"title": "é"}),
        Row("r.json", 2, "status", "x", area="shop"),
    )
    assert (found.count, told(found)) == (2, [])
    assert read("\ufeff [ ] \n") == ReadRecords()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["1:1 a file of records begins with `[`"]),
        ("{}", ["1:1 a file of records begins with `[`"]),
        ("[", ["1:2 the file ends before its list does"]),
        ("[] 1", ["1:4 the file cannot go on after its list has ended"]),
        ("[\n{\n]", ["3:1 a key in double quotes should stand here"]),
        ("[NaN]", ["1:2 `NaN` is no value of JSON"]),
        ("[" * 100_000, ["1:102 this is nested more than 100 levels deep"]),
        (b'[{"kind": "\xff"}]', ["1:12 this file is not UTF-8: byte 0xFF begins no character"]),
        ("\ufeff".encode("utf-16"), ["1:1 this file is UTF-16; this project's files are UTF-8"]),
    ],
)
def test_what_is_no_list_is_told_with_its_place(text: str | bytes, words: list[str]) -> None:
    found = read(text)
    assert (told(found), found.rows) == (words, ())


GOOD = '{"kind": "text", "label": "good"}'


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("5", "row 2: the row is no object"),
        ('{"label": "a"}', "row 2: the row has no `kind`"),
        ('{"kind": "text", "label": 5}', "row 2: the row must have text as its `label`"),
        ('{"kind": "a", "label": "b", "fields": [1]}', "row 2: `fields` must be an object"),
        ('{"kind": "text", "kind": "a"}', "3:18 the key `kind` is here a second time"),
        ('{"kind": "\\ud800"}', "3:10 this text holds half of a surrogate pair"),
        ('{"n": 9007199254740993}', "3:7 `9007199254740993` is longer than programs keep"),
        ('{"n": 1e999}', "3:7 `1e999` is too large for a number"),
    ],
)
def test_a_row_that_is_none_costs_only_itself(row: str, words: str) -> None:
    found = read(f"[\n{GOOD},\n{row},\n{GOOD}\n]")
    assert [one.number for one in found.rows] == [1, 3]
    assert found.count == 3
    assert len(told(found)) == 1
    assert told(found)[0].startswith(words)


def test_rows_before_a_broken_one_are_read() -> None:
    found = read(f"[{GOOD},\n{GOOD} {GOOD}]")
    assert [one.number for one in found.rows] == [1, 2]
    assert told(found) == ["2:35 a `,` or `]` is missing before this"]


def test_a_misspelt_key_of_a_row_is_told_and_the_row_is_read() -> None:
    found = read('[{"kind": "text", "label": "a", "lokale": "es", "fields": {"x": 1}}]')
    assert [(one.message, one.hint) for one in found.remarks] == [
        ("a row has no `lokale`", "did you mean `locale`?")
    ]
    assert found.rows[0].fields == {"x": 1}


def test_a_pair_of_surrogates_is_a_character() -> None:
    (row,) = read('[{"kind": "text", "label": "\\ud83d\\ude00"}]').rows
    assert row.label == "😀"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.lists(ANY, max_size=4))
def test_whatever_the_list_holds_every_row_is_counted(values: list[Any]) -> None:
    found = read(json.dumps(values))
    assert found.count == len(values)
    assert found.rows == ()


@given(st.text(st.sampled_from('[]{}":,\\ \n1aentrulfs')))
def test_any_text_is_read_or_told(text: str) -> None:
    found = read(text)
    try:
        whole = isinstance(json.loads(text), list)
    except ValueError:
        whole = False
    assert whole or found.findings
