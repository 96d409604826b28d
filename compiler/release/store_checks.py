"""What a store must do for releases to be safe, tried on it: each check writes below `probe/`.

A check says what is wrong, or nothing. What it writes it takes away again.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from compiler.ports.store import (
    AlreadyExistsError,
    Attributes,
    ChangedError,
    NewObject,
    ObjectStore,
)

_KIND = Attributes("application/json", "no-store")
_STALE = "0" * 32
_RACERS = 8
_MANY = 1100
"""More names than a page of a listing has."""

Trial = Callable[[ObjectStore, str], str | None]
"""Tries something below a folder of a store's own; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Check:
    """A promise that a store must keep, in words, and how it is tried."""

    promise: str
    trial: Trial


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a promise was kept; ``wrong`` says how not."""

    promise: str
    wrong: str | None


def tried(store: ObjectStore, checks: Iterable[Check], within: str) -> Iterable[Verdict]:
    """Try checks one after the other, each in a folder of its own. Raises StoreError.

    ``within`` is the folder of this run: see `probes`.
    """
    for number, check in enumerate(checks):
        folder = f"{within}{number}/"
        try:
            wrong = check.trial(store, folder)
        finally:
            store.delete(list(store.names(folder)))
        yield Verdict(check.promise, wrong)


def _creates_once(store: ObjectStore, folder: str) -> str | None:
    name = f"{folder}a.json"
    with suppress(AlreadyExistsError):  # the answer was lost, and the client tried again
        store.create(name, b"1", _KIND)
    try:
        store.create(name, b"2", _KIND)
    except AlreadyExistsError:
        return None if _is(store, name, b"1") else "what was refused was written all the same"
    return "an object was created over another: `If-None-Match` is ignored"


def _replaces_what_was_read(store: ObjectStore, folder: str) -> str | None:
    name = f"{folder}a.json"
    store.put(name, b"1", _KIND)
    found = store.get(name)
    if found is None:
        return "what was written cannot be read"
    try:
        store.replace(name, b"2", _KIND, tag=found.tag)
    except ChangedError:
        if not _is(store, name, b"2"):  # else the answer to the first try was lost
            return "a replacement is refused though nothing has changed"
    return None if _is(store, name, b"2") else "a replacement is not read back"


def _refuses_a_stale_tag(store: ObjectStore, folder: str) -> str | None:
    name = f"{folder}a.json"
    store.put(name, b"1", _KIND)
    try:
        store.replace(name, b"2", _KIND, tag=_STALE)
    except ChangedError:
        return None if _is(store, name, b"1") else "what was refused was written all the same"
    return "an object was replaced that had changed: `If-Match` is ignored"


def _replaces_nothing_absent(store: ObjectStore, folder: str) -> str | None:
    name = f"{folder}a.json"
    try:
        store.replace(name, b"1", _KIND, tag=_STALE)
    except ChangedError:
        return None if store.get(name) is None else "what was refused was written all the same"
    return "an object was replaced that is not there: `If-Match` is ignored"


CONDITIONS: Sequence[Check] = (
    Check("a name is created once", _creates_once),
    Check("what was read can be replaced", _replaces_what_was_read),
    Check("what has changed cannot be replaced", _refuses_a_stale_tag),
    Check("what is not there cannot be replaced", _replaces_nothing_absent),
)
"""Without these no release is safe: tried before the first one."""


def _one_creator_wins(store: ObjectStore, folder: str) -> str | None:
    name = f"{folder}a.json"

    def create(number: int) -> bool:
        try:
            store.create(name, b"%d" % number, _KIND)
        except AlreadyExistsError:
            return _is(store, name, b"%d" % number)  # its own, where an answer was lost
        return True

    with ThreadPoolExecutor(_RACERS) as pool:
        winners = sum(pool.map(create, range(_RACERS)))
    return None if winners == 1 else f"of {_RACERS} creators {winners} were told that they won"


def _one_replacer_wins(store: ObjectStore, folder: str) -> str | None:
    name = f"{folder}a.json"
    store.put(name, b"start", _KIND)
    found = store.get(name)
    if found is None:
        return "what was written cannot be read"

    def replace(number: int) -> bool:
        try:
            store.replace(name, b"%d" % number, _KIND, tag=found.tag)
        except ChangedError:
            return _is(store, name, b"%d" % number)
        return True

    with ThreadPoolExecutor(_RACERS) as pool:
        winners = sum(pool.map(replace, range(_RACERS)))
    return None if winners == 1 else f"of {_RACERS} writers {winners} were told that they won"


def _gives_back_bytes(store: ObjectStore, folder: str) -> str | None:
    bodies = {
        f"{folder}empty.json": b"",
        f"{folder}text.json": b'{"a":"' + b"word " * 2000 + b'"}',
        f"{folder}bytes.json": bytes(range(256)) * 4000,
    }
    for name, data in bodies.items():
        store.put(name, data, _KIND)
    wrong = [name for name, data in bodies.items() if not _is(store, name, data)]
    return f"`{wrong[0]}` is read back with other bytes" if wrong else None


def _lists_in_order(store: ObjectStore, folder: str) -> str | None:
    names = [f"{folder}{number:012}.json" for number in range(_MANY)]
    written = store.put_all(NewObject(name, lambda: b"{}", _KIND) for name in names)
    if sum(1 for _ in written) != _MANY or list(store.names(folder)) != names:
        return "not all names are listed, or not in order"
    middle = names[_MANY // 2]
    if list(store.names(folder, middle)) != names[_MANY // 2 + 1 :]:
        return "a listing does not begin after the name it is given"
    return None


def _removes(store: ObjectStore, folder: str) -> str | None:
    names = [f"{folder}{number}.json" for number in range(3)]
    for name in names:
        store.put(name, b"1", _KIND)
    store.delete([*names[:2], f"{folder}none.json"])
    return None if list(store.names(folder)) == names[2:] else "what was removed is still listed"


EVERYTHING: Sequence[Check] = (
    *CONDITIONS,
    Check("of many who create a name one wins", _one_creator_wins),
    Check("of many who replace an object one wins", _one_replacer_wins),
    Check("bytes come back as they were", _gives_back_bytes),
    Check("names are listed in order, from any name on", _lists_in_order),
    Check("what is removed is gone", _removes),
)
"""The suite of `store-test`."""


def _is(store: ObjectStore, name: str, data: bytes) -> bool:
    found = store.get(name)
    return found is not None and found.data == data
