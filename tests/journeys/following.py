"""Whether what a journey has built and published follows the descriptions of its sides."""

import json
from collections.abc import Iterator
from pathlib import Path

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Side
from tests.described import described

_FOLLOWED: set[tuple[Side, str, str]] = set()
"""What was held to its schema before, in this process: by folder of the name and hash."""


def follow(project: Path) -> None:
    """Hold every bundle in the build folder and the local store of a project to its schema."""
    for side in Side:
        for logical, data in (*_built(project, side), *_published(project, side)):
            known = side, logical.rpartition("/")[0] or logical, sha256(data)
            if known not in _FOLLOWED:
                described(side).bundle(logical, json.loads(data))
                _FOLLOWED.add(known)


def _built(project: Path, side: Side) -> Iterator[tuple[str, bytes]]:
    for area in (project / "build/out" / side.value).glob("*"):
        if area.name != "assets":
            for path in sorted(area.rglob("*.json")):
                yield path.relative_to(area).as_posix(), path.read_bytes()


def _published(project: Path, side: Side) -> Iterator[tuple[str, bytes]]:
    """Yield what pointers list; what a journey has damaged or taken away is none."""
    store = project / "build/store" / side.value
    for pointer in sorted((store / "live").glob("*.json")):
        try:
            files = json.loads(pointer.read_bytes()).get("files", {})
        except ValueError:
            continue
        for logical, name in files.items():
            path = store / name
            data = path.read_bytes() if path.is_file() else b""
            if sha256(data) == path.stem:
                yield logical, data
