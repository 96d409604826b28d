"""The invariants of RELEASES.md, asked of every state and of every step; by their numbers."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from compiler.release.layout import CREDENTIALS, object_hash
from tests.release.bench import COMMITS
from tests.release.model.stores import Held, Stores

_LOG, _LIVE, _HINT = "releases/", "live/", "live/head.json"


def violated(before: Stores, now: Stores) -> Iterator[str]:
    """Yield what a step has broken, each with the number of its invariant."""
    log = records(now.private)
    yield from _log_is_a_line(records(before.private), log)
    yield from _whole(now, log)
    yield from _forwards(before, now)
    yield from _order(log)
    yield from _purged(now, log)
    yield from _credentials(now.private.objects, log)


def unfinished(stores: Stores) -> Iterator[str]:
    """Yield what the last run has left undone."""
    newest = records(stores.private)[-1]
    if f"{_LOG}{newest['number']:012}.done" not in stores.private.objects:
        yield f"7: record {newest['number']} is never done"
    since = {name: area["since"] for name, area in newest["areas"].items()} | newest["gone"]
    for side in stores:
        found = {name: one["release"] for name, one in pointers(side).items()}
        if found != since:
            yield f"7: pointers are {found}, and should be {since}"


@cache
def records(private: Held) -> tuple[dict[str, Any], ...]:
    """Return the records of the log in order."""
    found = [
        json.loads(data)
        for name, data in private.objects.items()
        if name.startswith(_LOG) and "json" in name
    ]
    return tuple(sorted(found, key=lambda one: int(one["number"])))


@cache
def pointers(side: Held) -> Mapping[str, dict[str, Any]]:
    """Return the pointers of a side by area."""
    return {
        name.removeprefix(_LIVE).removesuffix(".json"): json.loads(data)
        for name, data in side.objects.items()
        if name.startswith(_LIVE) and name != _HINT
    }


def _whole(now: Stores, log: tuple[dict[str, Any], ...]) -> Iterator[str]:
    private, sides, purged = now.private.objects, now._asdict(), _taken_down(now, log)
    for where, side in sides.items():
        for area, pointer in pointers(side).items():
            for name in pointer.get("files", {}).values():
                if name not in side.objects:
                    yield f"1: the {where} pointer of {area} names {name}, which is not there"
    kept = [log[-1], *(log[number - 1] for number in log[-1]["kept"])] if log else []
    for record in kept:
        for area in (record.get("stored") or record)["areas"].values():
            for where, side in sides.items():
                lost = _lost(area[where]["manifest"], private, side.objects)
                for name in (one for one in lost if object_hash(one) not in purged):
                    yield f"1: release {record['number']} has lost {name}"


def _lost(
    manifest: str, private: Mapping[str, bytes], objects: Mapping[str, bytes]
) -> Iterator[str]:
    if manifest not in private:
        yield manifest
        return
    for name in json.loads(private[manifest])["files"].values():
        if name not in objects:
            yield name


def _forwards(before: Stores, now: Stores) -> Iterator[str]:
    for where, old, new in zip(("public", "private"), before, now, strict=True):
        for area, pointer in pointers(old).items():
            after = pointers(new).get(area)
            if after is None or after["release"] < pointer["release"]:
                yield f"2: the {where} pointer of {area} falls from {pointer['release']}"
    private = pointers(now.private)
    for area, pointer in pointers(now.public).items():
        behind = private.get(area)
        if pointer.get("gone") or (behind and behind.get("gone")):
            continue
        if behind is None or behind["release"] < pointer["release"]:
            yield f"2: the private side of {area} is older than the public one"


def _log_is_a_line(
    before: tuple[dict[str, Any], ...], log: tuple[dict[str, Any], ...]
) -> Iterator[str]:
    if [one["number"] for one in log] != list(range(1, len(log) + 1)):
        yield "3: the log is no line"
    if log[: len(before)] != before:
        yield "3: a record was changed"


def _order(log: tuple[dict[str, Any], ...]) -> Iterator[str]:
    for earlier, later in pairwise(log):
        front = earlier["front"]
        late = later["kind"] == "release" and front is not None
        if late and COMMITS.index(later["commit"]) < COMMITS.index(front):
            yield f"4: release {later['number']} is of an older commit"


def _taken_down(now: Stores, log: tuple[dict[str, Any], ...]) -> frozenset[str]:
    """Return the hashes that the newest record says are gone for good."""
    if not log or log[-1]["purged"] is None:
        return frozenset()
    return frozenset(json.loads(now.private.objects[log[-1]["purged"]])["hashes"])


def _purged(now: Stores, log: tuple[dict[str, Any], ...]) -> Iterator[str]:
    purged = _taken_down(now, log)
    for side in now:
        for area, pointer in pointers(side).items():
            for name in pointer.get("files", {}).values():
                if object_hash(name) in purged:
                    yield f"5: the pointer of {area} names {name}, which was purged"


def _credentials(private: Mapping[str, bytes], log: tuple[dict[str, Any], ...]) -> Iterator[str]:
    for earlier, later in pairwise(log):
        if later["kind"] == "rollback":
            for area in later["areas"].keys() & earlier["areas"].keys():
                old, new = (
                    json.loads(
                        private.get(one["areas"][area]["private"]["manifest"], b'{"files":{}}')
                    )
                    for one in (earlier, later)
                )
                if new["files"].get(CREDENTIALS) != old["files"].get(CREDENTIALS):
                    yield f"6: rollback {later['number']} brings credentials of {area} back"
