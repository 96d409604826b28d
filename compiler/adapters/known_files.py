"""What all files of a project are, as one hash; read are only those that may have changed.

As Git does in its index: a file whose status is what it was has the bytes that it had. One that was
changed shortly before it was read may change again without a sign of it, so it is read every time.
"""

import json
import time
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.build_cache import cache_time, read_cache, write_cache
from compiler.adapters.file_listing import Listed
from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import sha256
from compiler.base.sealed import opened, sealed
from compiler.ports.snapshot import FileState, UnreadableError

_MAGIC = b"clientarea files 1\n"
_NAME = "files"
_SECOND = 1_000_000_000
_YOUNG = 2 * _SECOND
"""The coarsest clock of a disk: two changes within that time may leave the same status."""


class _Known(NamedTuple):
    """What was known of files the last time.

    ``listing`` is the hash of all paths and statuses, ``state`` that of all paths and contents.
    ``loose`` has the contents of the files that are read every time, ``files`` the contents
    of all by path and status, as JSON.
    """

    listing: str
    state: str
    loose: dict[str, str]
    files: bytes


class _Content(NamedTuple):
    """What a file is: the hash of its bytes, or why there are none.

    One that is not ``settled`` may become another one without any change of the file.
    """

    text: str
    settled: bool


_NOTHING_KNOWN = _Known("", "", {}, b"{}")


def hash_of_files(project: Path, tree: WorkTree) -> str:
    """Return a hash of all paths, and of what each file is: its bytes, or why there are none."""
    start = time.time_ns()
    files = tree.listing()
    statuses = [_status(one) for one in files]
    listing = _hash(statuses)
    known = _read(project) or _NOTHING_KNOWN
    again = [one for one in files if one.path in known.loose]
    if known.listing == listing and all(_is_as_known(tree, one, known, start) for one in again):
        return known.state
    found = _found(tree, dict(zip(statuses, files, strict=True)), known, start)
    _write(project, found._replace(listing=listing))
    return found.state


def known_digests(project: Path, tree: WorkTree) -> dict[str, str]:
    """Return the SHA-256 of each file of which it is certain without reading it, by path."""
    hash_of_files(project, tree)
    known = _read(project) or _NOTHING_KNOWN
    contents: dict[str, str] = json.loads(known.files)
    return {
        one.path: contents[status]
        for one, status in zip(tree.listing(), map(_status, tree.listing()), strict=True)
        if status in contents and one.path not in known.loose
    }


def _is_as_known(tree: WorkTree, one: Listed, known: _Known, start: int) -> bool:
    """Tell whether a file that is read every time is what it was, and has still to be."""
    content = _content(tree, one)
    return content.text == known.loose[one.path] and _is_loose(one, content, start)


def _found(tree: WorkTree, files: dict[str, Listed], known: _Known, start: int) -> _Known:
    """Return what files are, reading those that are not known."""
    before: dict[str, str] = json.loads(known.files)
    contents, loose = {}, {}
    for status, one in files.items():
        was = before.get(status)
        if was is not None and one.path not in known.loose:
            contents[status] = was
            continue
        content = _content(tree, one)
        contents[status] = content.text
        if _is_loose(one, content, start):
            loose[one.path] = content.text
    state = _hash([part for status, one in files.items() for part in (one.path, contents[status])])
    return _Known("", state, loose, json.dumps(contents).encode())


def _status(one: Listed) -> str:
    """Return the path of a file with all that tells whether it has changed."""
    status = one.status
    if status is None:
        return one.path
    times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
    return f"{one.path}\0{times} {status.st_size} {status.st_ino} {status.st_mode}"


def _is_loose(one: Listed, content: _Content, start: int) -> bool:
    """Tell whether a file may be another one although its status is the same."""
    status = one.status
    if status is None or not content.settled:
        return True
    return max(status.st_mtime_ns, status.st_ctime_ns) > start - _YOUNG


def _content(tree: WorkTree, one: Listed) -> _Content:
    state = tree.state(one)
    if state is not FileState.READABLE:
        return _Content(state.value, settled=False)
    try:
        return _Content(sha256(tree.read(one.path)), tree.is_settled(one))
    except UnreadableError as failure:
        return _Content(str(failure), settled=False)


def _hash(lines: list[str]) -> str:
    return sha256("\0\0".join(lines).encode("utf-8", "surrogatepass"))


def _read(project: Path) -> _Known | None:
    """Return what is known; nothing where the disk has another clock than we have."""
    data, written = read_cache(project, _NAME), cache_time(project, _NAME)
    found = None if data is None else opened(_MAGIC, data)
    if data is None or found is None or written is None:
        return None
    head, begin = found
    if abs(written - head["written"]) > _SECOND:
        return None
    return _Known(head["listing"], head["state"], head["loose"], data[begin:])


def _write(project: Path, known: _Known) -> None:
    head = {"listing": known.listing, "state": known.state, "loose": known.loose}
    data = sealed(_MAGIC, {**head, "written": time.time_ns()}, [known.files])
    write_cache(project, _NAME, data)
