"""Records as JSON, exactly as RELEASES.md lists their keys; read strictly, never guessed.

A staged record has one key more, ``stored``: its own content beside the live one it repeats. A
record in a service has ``services``, those that proved to honour conditional writes.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

from compiler.base.gate import Gate
from compiler.base.hashing import canonical_json
from compiler.ports.store import StoreError
from compiler.release.layout import object_hash, record_name
from compiler.release.record import AreaState, Kind, ManifestRef, Origin, Record, Release
from compiler.release.shapes import AreaOfRelease, RecordObject, ReleaseFields, ReleaseOrigin
from compiler.release.stored_json import parse_stored

VERSION: Literal[1] = 1
_LIVE = ("id", "commit", "dirty", "areas")
_WHO = ("version", "number", "parent", "kind", "nonce", "time", "tool", "from", "reason")
_STATE = ("generation", "live", "held", "staged", "front", "gone", "kept", "purged")
_KEYS = frozenset((*_WHO, *_STATE, *_LIVE, "services"))
_T = TypeVar("_T")


class UnreadableRecordError(StoreError):
    """A record of the log is not what a publisher wrote; ``name`` is the object's name."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"the record `{name}` cannot be read: {why}")
        self.name = name


class _WrongError(Exception):
    """A value is not what its key asks for; ``str()`` names both."""


def record_data(record: Record) -> bytes:
    """Return a record as canonical JSON."""
    live = _release_fields(record.release)
    fields: RecordObject = {
        "version": VERSION,
        "number": record.number,
        "parent": record.parent,
        "kind": record.kind.value,
        "nonce": record.nonce,
        "time": time_text(record.time),
        "tool": record.tool,
        "generation": record.generation,
        "live": record.live,
        "held": record.held,
        "staged": record.staged,
        "front": record.front,
        "id": live["id"],
        "commit": live["commit"],
        "dirty": live["dirty"],
        "areas": live["areas"],
        "gone": dict(record.gone),
        "kept": list(record.kept),
        "purged": record.purged,
        "from": _origin_fields(record.origin),
        "reason": record.reason,
    }
    if record.services:
        fields["services"] = list(record.services)
    if record.stored is not None:
        fields["stored"] = _release_fields(record.stored)
    return canonical_json(fields)


def time_text(time: datetime) -> str:
    """Return a time as ``2026-01-31T12:00:00Z``."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _release_fields(release: Release) -> ReleaseFields:
    return {
        "id": release.id,
        "commit": release.commit,
        "dirty": release.dirty,
        "areas": {name: _area_fields(area) for name, area in release.areas.items()},
    }


def _area_fields(area: AreaState) -> AreaOfRelease:
    return {
        "public": {"manifest": area.public.name, "content": area.public.content},
        "private": {"manifest": area.private.name, "content": area.private.content},
        "since": area.since,
        "gate": area.gate.value,
    }


def _origin_fields(origin: Origin | None) -> ReleaseOrigin | None:
    if origin is None:
        return None
    return {"number": origin.number, "target": origin.target}


def parse_record(number: int, data: bytes) -> Record:
    """Read the record of that number. Raises UnreadableRecordError."""
    name = record_name(number)
    try:
        record = _record(parse_stored(data))
    except ValueError as error:
        raise UnreadableRecordError(name, "it is not JSON") from error
    except _WrongError as error:
        raise UnreadableRecordError(name, str(error)) from error
    if record.number != number:
        raise UnreadableRecordError(name, f"it says that its number is {record.number}")
    later = next((key for key, named in _named(record) if named > number), None)
    if later is not None:
        raise UnreadableRecordError(name, f"`{later}` names a record that comes after it")
    return record


def _named(record: Record) -> Iterator[tuple[str, int]]:
    """Return the numbers of records that a record names, each with its key."""
    yield "live", record.live
    yield "held", record.held or 0
    yield "staged", record.staged or 0
    for release in (record.release, record.stored):
        for area in release.areas.values() if release is not None else ():
            yield "since", area.since
    yield from (("gone", since) for since in record.gone.values())
    yield from (("kept", kept) for kept in record.kept)


def _record(value: Any) -> Record:  # noqa: ANN401 - whatever JSON held
    fields = _mapping("the record", value)
    if fields.get("version") != VERSION:
        raise _WrongError(
            "it was written by another version of clientarea; use that or a newer one"
        )
    kind = _wanted(fields, "kind", Kind)
    known = _KEYS | {"stored"} if kind is Kind.STAGED else _KEYS
    _keys_are("the record", fields, known)
    number = _wanted(fields, "number", _count)
    if _wanted(fields, "parent", _count) != number - 1:
        raise _WrongError("`parent` is not the number before it")
    return Record(
        number=number,
        kind=kind,
        nonce=_wanted(fields, "nonce", _text),
        time=_wanted(fields, "time", _time),
        tool=_wanted(fields, "tool", _text),
        generation=_wanted(fields, "generation", _count),
        live=_wanted(fields, "live", _count),
        held=_wanted(fields, "held", _optional(_count)),
        staged=_wanted(fields, "staged", _optional(_count)),
        front=_wanted(fields, "front", _optional(_text)),
        release=_release(fields),
        gone=_wanted(fields, "gone", _mapping_of(_count)),
        kept=_wanted(fields, "kept", _counts),
        purged=_wanted(fields, "purged", _optional(_text)),
        origin=_wanted(fields, "from", _optional(_origin)),
        reason=_wanted(fields, "reason", _optional(_text)),
        stored=_wanted(fields, "stored", _stored) if kind is Kind.STAGED else None,
        services=_wanted(fields, "services", _texts) if "services" in fields else (),
    )


def _stored(value: Any) -> Release:  # noqa: ANN401
    fields = _mapping("`stored`", value)
    _keys_are("`stored`", fields, frozenset(_LIVE))
    return _release(fields)


def _release(fields: Mapping[str, Any]) -> Release:
    return Release(
        id=_wanted(fields, "id", _text),
        commit=_wanted(fields, "commit", _optional(_text)),
        dirty=_wanted(fields, "dirty", _flag),
        areas=_wanted(fields, "areas", _mapping_of(_area)),
    )


def _area(value: Any) -> AreaState:  # noqa: ANN401
    fields = _mapping("an area", value)
    _keys_are("an area", fields, frozenset({"public", "private", "since", "gate"}))
    return AreaState(
        public=_wanted(fields, "public", _manifest_ref),
        private=_wanted(fields, "private", _manifest_ref),
        since=_wanted(fields, "since", _count),
        gate=_wanted(fields, "gate", Gate),
    )


def _manifest_ref(value: Any) -> ManifestRef:  # noqa: ANN401
    fields = _mapping("a manifest", value)
    _keys_are("a manifest", fields, frozenset({"manifest", "content"}))
    name = _wanted(fields, "manifest", _text)
    if object_hash(name) is None:
        raise _WrongError("`manifest` is not the name of an object")
    return ManifestRef(name, _wanted(fields, "content", _text))


def _origin(value: Any) -> Origin:  # noqa: ANN401
    fields = _mapping("`from`", value)
    _keys_are("`from`", fields, frozenset({"number", "target"}))
    return Origin(_wanted(fields, "number", _count), _wanted(fields, "target", _optional(_text)))


def _wanted(fields: Mapping[str, Any], key: str, convert: Callable[[Any], _T]) -> _T:
    if key not in fields:
        raise _WrongError(f"`{key}` is missing")
    try:
        return convert(fields[key])
    except (ValueError, TypeError) as error:
        raise _WrongError(f"`{key}` is not what it should be") from error


def _keys_are(what: str, fields: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = sorted(fields.keys() - known)
    if unknown:
        raise _WrongError(f"{what} has a key that nobody knows, `{unknown[0]}`")


def _mapping(what: str, value: Any) -> Mapping[str, Any]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise _WrongError(f"{what} is not a JSON object")
    return value


def _mapping_of(convert: Callable[[Any], _T]) -> Callable[[Any], dict[str, _T]]:
    return lambda value: {
        key: convert(item) for key, item in _mapping("a part of it", value).items()
    }


def _optional(convert: Callable[[Any], _T]) -> Callable[[Any], _T | None]:
    return lambda value: None if value is None else convert(value)


def _count(value: Any) -> int:  # noqa: ANN401
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _counts(value: Any) -> tuple[int, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_count(item) for item in value)


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(item) for item in value)


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _time(value: Any) -> datetime:  # noqa: ANN401
    time = datetime.fromisoformat(_text(value))
    if time.tzinfo is None:
        raise ValueError(value)
    return time
