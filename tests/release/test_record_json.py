import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.gate import Gate
from compiler.base.hashing import canonical_json
from compiler.release.record import AreaState, Kind, ManifestRef, Origin, Record, Release
from compiler.release.record_json import UnreadableRecordError, parse_record, record_data

HASH = "ab" * 32
NUMBERS = st.integers(1, 10**12 - 1)
TEXTS = st.text(max_size=10)
REFS = st.builds(
    ManifestRef, st.integers(0, 99).map(lambda at: f"objects/{at}/{HASH}.json"), st.just(HASH)
)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda time: time.replace(microsecond=0, tzinfo=UTC)
)


def releases(earlier: st.SearchStrategy[int]) -> st.SearchStrategy[Release]:
    area = st.builds(AreaState, REFS, REFS, earlier, st.sampled_from(Gate))
    areas = st.dictionaries(TEXTS, area, max_size=3)
    return st.builds(Release, TEXTS, st.none() | TEXTS, st.booleans(), areas)


@st.composite
def records(draw: st.DrawFn) -> Record:
    kind, number = draw(st.sampled_from(Kind)), draw(NUMBERS)
    earlier = st.integers(1, number)
    return Record(
        number=number,
        kind=kind,
        nonce=draw(TEXTS),
        time=draw(MOMENTS),
        tool=draw(TEXTS),
        generation=draw(NUMBERS),
        live=draw(earlier),
        held=draw(st.none() | earlier),
        staged=draw(st.none() | earlier),
        front=draw(st.none() | TEXTS),
        release=draw(releases(earlier)),
        gone=draw(st.dictionaries(TEXTS, earlier, max_size=3)),
        kept=draw(st.lists(earlier, max_size=3).map(tuple)),
        purged=draw(st.none() | TEXTS),
        origin=draw(st.none() | st.builds(Origin, NUMBERS, st.none() | TEXTS)),
        reason=draw(st.none() | TEXTS),
        stored=draw(releases(earlier)) if kind is Kind.STAGED else None,
    )


@given(records())
def test_what_was_written_is_read(record: Record) -> None:
    assert parse_record(record.number, record_data(record)) == record


RECORD = Record(
    number=2,
    kind=Kind.RELEASE,
    nonce="n",
    time=datetime(2026, 1, 31, 13, tzinfo=timezone(timedelta(hours=1))),
    tool="t",
    generation=0,
    live=2,
    held=None,
    staged=None,
    front=None,
    release=Release("id", None, False, {}),
    gone={},
    kept=(1, 2),
)


def test_the_time_is_written_in_utc() -> None:
    assert json.loads(record_data(RECORD))["time"] == "2026-01-31T12:00:00Z"


AREA = {
    "public": {"manifest": f"objects/0/{HASH}.json", "content": HASH},
    "private": {"manifest": f"objects/0/{HASH}.json", "content": HASH},
    "since": 1,
    "gate": "draft",
}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"version": 2},
            "it was written by another version of clientarea; use that or a newer one",
        ),
        ({"extra": 1}, "the record has a key that nobody knows, `extra`"),
        ({"stored": None}, "the record has a key that nobody knows, `stored`"),
        ({"parent": 0}, "`parent` is not the number before it"),
        ({"number": 3, "parent": 2}, "it says that its number is 3"),
        ({"live": 3}, "`live` names a record that comes after it"),
        ({"held": 9}, "`held` names a record that comes after it"),
        ({"staged": 9}, "`staged` names a record that comes after it"),
        ({"gone": {"acme": 9}}, "`gone` names a record that comes after it"),
        ({"kept": [1, 9]}, "`kept` names a record that comes after it"),
        ({"areas": {"acme": {**AREA, "since": 9}}}, "`since` names a record that comes after it"),
        ({"number": True}, "`number` is not what it should be"),
        ({"live": -1}, "`live` is not what it should be"),
        ({"kind": "party"}, "`kind` is not what it should be"),
        ({"kind": "staged"}, "`stored` is missing"),
        ({"time": "2026-01-31T12:00:00"}, "`time` is not what it should be"),
        ({"time": "yesterday"}, "`time` is not what it should be"),
        ({"dirty": 0}, "`dirty` is not what it should be"),
        ({"commit": 7}, "`commit` is not what it should be"),
        ({"kept": {}}, "`kept` is not what it should be"),
        ({"gone": []}, "a part of it is not a JSON object"),
        ({"from": {"number": 1}}, "`target` is missing"),
        ({"areas": {"a": 1}}, "an area is not a JSON object"),
        ({"areas": {"a": {**AREA, "x": 1}}}, "an area has a key that nobody knows, `x`"),
        ({"areas": {"a": {**AREA, "gate": "high"}}}, "`gate` is not what it should be"),
        (
            {"areas": {"a": {**AREA, "public": {"manifest": "../x", "content": HASH}}}},
            "`manifest` is not the name of an object",
        ),
    ],
)
def test_a_record_that_is_not_quite_right_is_refused(change: dict[str, Any], why: str) -> None:
    fields = {**json.loads(record_data(RECORD)), **change}
    with pytest.raises(UnreadableRecordError) as caught:
        parse_record(2, canonical_json(fields))
    assert caught.value.name == "releases/000000000002.json"
    assert str(caught.value) == f"the record `releases/000000000002.json` cannot be read: {why}"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is not JSON"),
        (b"[]", "the record is not a JSON object"),
        (b"\xff", "it is not JSON"),
    ],
)
def test_what_is_no_record_at_all(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableRecordError, match=why):
        parse_record(2, data)


@pytest.mark.parametrize("key", json.loads(record_data(RECORD)))
def test_no_key_may_be_missing(key: str) -> None:
    fields = json.loads(record_data(RECORD))
    del fields[key]
    with pytest.raises(UnreadableRecordError):
        parse_record(2, canonical_json(fields))
