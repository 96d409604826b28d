import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place
from compiler.read.json_file import read_json


def test_data_and_places() -> None:
    text = '\ufeff{\n\t"ключ": [1, -2.5e3, "\\u00e9\\/\\ud83d\\ude00"],\r\n  "b": {"c": null}\n}\n'
    document = read_json("f.json", text.encode())
    assert document.findings == ()
    assert document.data == {"ключ": [1, -2500.0, "é/😀"], "b": {"c": None}}
    places = document.places
    assert places.key("ключ") == Place("f.json", 2, 2, 6)
    assert places.value("ключ") == Place("f.json", 2, 10, 35)
    assert places.value("ключ", 2) == Place("f.json", 2, 22, 22)
    assert places.value("b", "c") == Place("f.json", 3, 14, 4)
    assert places.value() == Place("f.json", 1, 1, 1)


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_file_is_none_and_no_problem(text: str) -> None:
    document = read_json("f.json", text.encode())
    assert (document.data, document.findings) == (None, ())


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('{"a": 1,}', (1, 9), "a key in double quotes should stand here"),
        ("{a: 1}", (1, 2), "a key in double quotes should stand here"),
        ('{"a" 1}', (1, 6), "a `:` is missing before this"),
        ('{"a": 1\n "b": 2}', (2, 2), "a `,` or `}` is missing before this"),
        ("[1 2]", (1, 4), "a `,` or `]` is missing before this"),
        ("[1,]", (1, 4), "a value is missing before this"),
        ("[1,\n 2", (2, 3), "the file ends before its value does"),
        ('{"a": "é\tb"}', (1, 9), "the character U+0009 cannot stand in a text"),
        ('{"a": "\n"}', (1, 8), "the character U+000A cannot stand in a text"),
        ('["\\q"]', (1, 3), "this escape means nothing in JSON"),
        ('["abc', (1, 2), "the text that begins here has no closing quote"),
        ("[01]", (1, 2), "`01` is no value of JSON"),
        ("[NaN]", (1, 2), "`NaN` is no value of JSON"),
        ("{'a': 1}", (1, 2), "a key in double quotes should stand here"),
        ("[] // no", (1, 4), "the file cannot go on after its value has ended"),
        ("<<<<<<< HEAD\n[]\n", (1, 1), "this line is a conflict marker that a merge left behind"),
    ],
)
def test_broken_json(text: str, place: tuple[int, int], message: str) -> None:
    document = read_json("f.json", text.encode())
    (finding,) = document.findings
    assert document.data is None
    assert (finding.rule, finding.message) == ("invalid-json", message)
    assert (finding.place.line, finding.place.column) == place


def test_a_duplicate_key_is_found_at_the_second_and_the_first_counts() -> None:
    document = read_json("f.json", b'{"a": {"x": 1},\n "a": {"y": 2}, "b": 3}')
    (finding,) = document.findings
    assert (finding.rule, finding.place) == ("duplicate-key", Place("f.json", 2, 2, 3))
    assert finding.notes[0].place == Place("f.json", 1, 2, 3)
    assert document.data == {"a": {"x": 1}, "b": 3}
    assert not document.places.has("a", "y")


@pytest.mark.parametrize("number", ["1e999", "12345678901234567890", "-9007199254740992"])
def test_numbers_that_programs_do_not_keep(number: str) -> None:
    (finding,) = read_json("f.json", f"[{number}]".encode()).findings
    assert (finding.rule, finding.place) == ("unsafe-number", Place("f.json", 1, 2, len(number)))


def test_half_a_surrogate_pair() -> None:
    (finding,) = read_json("f.json", b'{"a": "\\ud800"}').findings
    assert (finding.rule, finding.place.column) == ("invalid-json", 7)


def test_deep_nesting_is_a_finding() -> None:
    for text in ("[" * 100_000, '{"a":' * 100_000):
        (finding,) = read_json("f.json", text.encode()).findings
        assert finding.rule == "deep-nesting"


def test_real_files_read_as_by_the_standard_library(shared_data: Path) -> None:
    files = sorted((shared_data / "json").rglob("*.json"))
    assert len(files) >= 20
    for path in files:
        document = read_json(path.name, path.read_bytes())
        assert document.findings == ()
        assert document.data == json.loads(path.read_bytes())


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
)


@given(values, st.booleans(), st.sampled_from([None, 2]))
def test_reads_what_the_standard_library_writes(value: Any, ascii_only: bool, indent: Any) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    document = read_json("f.json", text.encode())
    assert document.findings == ()
    assert document.data == value


@given(st.text(alphabet='{}[]":,0129.-+eE\\u tfn\nalsér', max_size=30))
def test_agrees_with_the_standard_library_on_what_is_json(text: str) -> None:
    document = read_json("f.json", text.encode())
    try:
        expected = json.loads(text)
    except ValueError:
        assert document.findings or not text.strip()
    else:
        if not document.findings:
            assert document.data == expected
        else:
            rules = {"duplicate-key", "unsafe-number", "invalid-json"}
            assert {f.rule for f in document.findings} <= rules
