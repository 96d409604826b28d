"""The invariants of RELEASES.md, looked at from outside: by what readers and the log show."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import ObjectStore
from tests.fakes.store import WRITES, Request
from tests.release.bench import Bench

_ASSET = re.compile(r"assets/[0-9a-f]{64}/[A-Za-z0-9._-]+")


@dataclass
class Watch:
    """Looks at a target again and again, and remembers what it must not go back behind."""

    bench: Bench
    seen: dict[tuple[Side, str], int] = field(default_factory=dict)
    records: dict[str, bytes] = field(default_factory=dict)
    sound: set[tuple[Side, str]] = field(default_factory=set)

    def after(self, request: Request) -> None:
        """Look whenever something was written."""
        if request.kind in WRITES:
            self.look()

    def look(self) -> None:
        """Hold the state of this moment against invariants 1, 2, 3 and 5."""
        numbers = {}
        for side in Side:
            for name, pointer in self._pointers(side):
                numbers[side, name] = pointer
                self._only_forwards(side, name, pointer["release"])
                self._complete(side, pointer)
        for (side, name), pointer in numbers.items():
            if side is Side.PUBLIC and not pointer.get("gone"):
                private = numbers[Side.PRIVATE, name]
                assert private.get("gone") or private["release"] >= pointer["release"]
        self._log_is_a_line()
        self._nothing_purged(numbers.values())

    def settled(self) -> dict[str, Any]:
        """Expect that nothing is left to do, and that the pointers are those of the head."""
        self.look()
        names = self.bench.names(Side.PRIVATE, "releases/")
        head = json.loads(_bytes(self.bench.private, names[-1]))
        assert f"releases/{head['number']:012}.done" in names
        hint = self.bench.json(Side.PRIVATE, "live/head.json")
        assert hint["number"] == head["number"]
        for side in Side:
            pointers = dict(self._pointers(side))
            since = {name: area["since"] for name, area in head["areas"].items()} | head["gone"]
            assert {name: one["release"] for name, one in pointers.items()} == since
            assert {name for name, one in pointers.items() if one.get("gone")} == set(head["gone"])
        return dict(head)

    def _pointers(self, side: Side) -> list[tuple[str, dict[str, Any]]]:
        store = self.bench.public if side is Side.PUBLIC else self.bench.private
        return [
            (name.removeprefix("live/").removesuffix(".json"), json.loads(_bytes(store, name)))
            for name in store.names("live/")
            if name != "live/head.json"
        ]

    def _only_forwards(self, side: Side, name: str, number: int) -> None:
        assert number >= self.seen.get((side, name), 0)
        self.seen[side, name] = number

    def _complete(self, side: Side, pointer: dict[str, Any]) -> None:
        for file in pointer.get("files", {}).values():
            for name in _ASSET.findall(self._sound(side, file)):
                self._sound(Side.PUBLIC, name)

    def _sound(self, side: Side, name: str) -> str:
        store = self.bench.public if side is Side.PUBLIC else self.bench.private
        data = _bytes(store, name)
        if (side, name) not in self.sound:
            assert sha256(data) in name
            self.sound.add((side, name))
        return data.decode(errors="replace")

    def _nothing_purged(self, pointers: Iterable[dict[str, Any]]) -> None:
        newest = json.loads(self.records[max(self.records)]) if self.records else {}
        if newest.get("purged") is None:
            return
        purged = self.bench.json(Side.PRIVATE, newest["purged"])["hashes"]
        named = {name for one in pointers for name in one.get("files", {}).values()}
        assert not [name for name in named if name[-69:-5] in purged]

    def _log_is_a_line(self) -> None:
        names = [name for name in self.bench.names(Side.PRIVATE, "releases/") if "json" in name]
        assert names == [f"releases/{at:012}.json" for at in range(1, len(names) + 1)]
        for name in names:
            data = _bytes(self.bench.private, name)
            assert self.records.setdefault(name, data) == data


def _bytes(store: ObjectStore, name: str) -> bytes:
    stored = store.get(name)
    assert stored is not None, f"{store.address} has no {name}"
    return stored.data
