"""What all files of a project are, as one hash; read are only those that may have changed.

As Git does in its index: a file whose status is what it was has the bytes that it had. One that was
changed shortly before it was read may change again without a sign of it, so it is read every time.
"""

import time
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from compiler.adapters.build_cache import cache_time, read_cache, write_cache
from compiler.adapters.file_listing import Listed
from compiler.adapters.file_statuses import hash_of_statuses, telling
from compiler.adapters.listed_ahead import hash_of_listing
from compiler.adapters.work_tree import WorkTree
from compiler.base.hashing import sha256
from compiler.base.sealed import opened, sealed
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import UnreadableError

_MAGIC = b"clientarea files 2\n"
_NAME, _CONTENTS = "files", "file-contents"
_SECOND = 1_000_000_000
_YOUNG = 2 * _SECOND
"""The coarsest clock of a disk: two changes within that time may leave the same status."""

_Contents = dict[str, str]
"""What files hold, by path and status."""


class _Known(NamedTuple):
    """What was known of files the last time.

    ``listing`` is the hash of all paths and statuses, ``state`` that of all paths and contents.
    ``loose`` has the contents of the files that are read every time. The contents of all, by path
    and status, are kept beside it: where nothing has changed nobody needs them.
    """

    listing: str
    state: str
    loose: dict[str, str]


class _Content(NamedTuple):
    """What a file is: the hash of its bytes, or why there are none.

    One that is not ``settled`` may become another one without any change of the file.
    """

    text: str
    settled: bool


_NOTHING_KNOWN = _Known("", "", {})

_last: WeakKeyDictionary[WorkTree, tuple[_Known, _Contents]] = WeakKeyDictionary()
"""What was found of work trees of which something had changed: their listing does not."""


def hash_of_files(project: Path, tree: WorkTree) -> str:
    """Return a hash of all paths, and of what each file is: its bytes, or why there are none."""
    start = time.time_ns()
    known = _read(project) or _NOTHING_KNOWN
    if not known.loose and hash_of_listing(project) == known.listing:
        return known.state
    files = tree.listing()
    listing = hash_of_statuses(files)
    again = [one for one in files if one.path in known.loose]
    if known.listing == listing and all(_is_as_known(tree, one, known, start) for one in again):
        return known.state
    before = _contents(project, known)
    found, contents = _found(tree, {_status(one): one for one in files}, (known, before), start)
    _write(project, found._replace(listing=listing), contents)
    _last[tree] = found, contents
    return found.state


def are_as_listed(tree: WorkTree, now: WorkTree) -> bool:
    """Tell whether files have the status that they had, and so were not another one in between.

    A file that was changed and changed back has the bytes that it had, and another status.
    """
    return hash_of_statuses(tree.listing()) == hash_of_statuses(now.listing())


def known_digests(project: Path, tree: WorkTree) -> dict[str, str]:
    """Return the SHA-256 of each file of which it is certain without reading it, by path."""
    if tree not in _last:
        hash_of_files(project, tree)
    known, contents = _last.get(tree) or _kept(project)
    return {
        one.path: contents[status]
        for one, status in zip(tree.listing(), map(_status, tree.listing()), strict=True)
        if status in contents and one.path not in known.loose
    }


def _is_as_known(tree: WorkTree, one: Listed, known: _Known, start: int) -> bool:
    """Tell whether a file that is read every time is what it was, and has still to be."""
    content = _content(tree, one)
    return content.text == known.loose[one.path] and _is_loose(one, content, start)


def _found(
    tree: WorkTree, files: dict[str, Listed], last: tuple[_Known, _Contents], start: int
) -> tuple[_Known, _Contents]:
    """Return what files are, reading those that were not known the last time."""
    known, before = last
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
    return _Known("", state, loose), contents


def _status(one: Listed) -> str:
    """Return the path of a file with all that tells whether it has changed."""
    status = one.status
    if status is None:
        return one.path
    return f"{one.path}\0{' '.join(map(str, telling(status)))}"


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
    if found is None or written is None:
        return None
    head, _ = found
    if abs(written - head["written"]) > _SECOND:
        return None
    return _Known(head["listing"], head["state"], head["loose"])


def _kept(project: Path) -> tuple[_Known, _Contents]:
    known = _read(project) or _NOTHING_KNOWN
    return known, _contents(project, known)


def _contents(project: Path, known: _Known) -> _Contents:
    """Return the contents of all files that are known, by path and status."""
    data = read_cache(project, _CONTENTS) if known.listing else None
    found = None if data is None else opened(_MAGIC, data)
    if found is None or found[0]["listing"] != known.listing:
        return {}
    contents: _Contents = found[0]["contents"]
    return contents


def _write(project: Path, known: _Known, contents: _Contents) -> None:
    told = {"listing": known.listing, "contents": contents}
    write_cache(project, _CONTENTS, sealed(_MAGIC, told))
    head = {"listing": known.listing, "state": known.state, "loose": known.loose}
    write_cache(project, _NAME, sealed(_MAGIC, {**head, "written": time.time_ns()}))
