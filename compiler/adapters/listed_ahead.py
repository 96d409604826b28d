"""Lists the files of a large project in a process of its own, while this one still imports.

Where nothing has changed since the last run, that is half of what there is to do. Only files as
they are mostly are listed so: no links, which may lead anywhere.
"""

# It is imported before anything else, so with as little as can be.
# ruff: noqa: PTH109, PTH113, PTH118, PTH120, PTH202

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from compiler.base.project_file import PROJECT_FILE

if TYPE_CHECKING:
    from pathlib import Path

_VERBS = ("check", "build")
_KEPT = os.path.join("build", ".cache", "file-contents")
_WORTH_A_PROCESS = 500_000
"""Bytes that are kept of so many files that to list them takes longer than to fork."""

_HASH = 64


class _Ahead:
    """The process that lists, and the pipe in which its answer is; the project's real folder."""

    pid: int | None = None
    pipe = -1
    project = ""


def begin(words: Sequence[str]) -> None:
    """Begin to list, where the words of the command line and the project are worth it."""
    project = _large_project() if _may_begin(words) else None
    if project is None:
        return
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return
    if pid == 0:
        _list(project, writing)
    os.close(writing)
    _Ahead.pid, _Ahead.pipe, _Ahead.project = pid, reading, project


def hash_of_listing(project: "Path") -> str | None:
    """Return what `hash_of_statuses` says of a project as it was a moment ago.

    None where that is not known, and when it is asked for again: much may have happened since.
    """
    if _Ahead.pid is None or os.path.realpath(project) != _Ahead.project:
        return None
    pipe, _Ahead.pipe = _Ahead.pipe, -1
    with os.fdopen(pipe, "rb") as stream:
        answer = stream.read()
    _reap()
    return answer.decode() if len(answer) == _HASH else None


def end() -> None:
    """End what nobody has asked for."""
    if _Ahead.pid is not None:
        if _Ahead.pipe >= 0:
            os.close(_Ahead.pipe)  # so that it cannot write its answer
        _reap()


def _reap() -> None:
    pid, _Ahead.pid = _Ahead.pid, None
    with suppress(ChildProcessError):  # where SIGCHLD is ignored, the system does it
        os.waitpid(pid or 0, 0)


def _may_begin(words: Sequence[str]) -> bool:
    asked = bool(words) and words[0] in _VERBS and not any("--project" in one for one in words)
    open_ = None not in (sys.stdin, sys.stdout, sys.stderr)  # no pipe may get one of their numbers
    return asked and open_ and sys.platform.startswith("linux") and len(os.sched_getaffinity(0)) > 1


def _large_project() -> str | None:
    """Return the real folder of the project that this folder is in, if much is kept of it."""
    try:
        folder = os.path.realpath(os.getcwd())
        while not os.path.isfile(os.path.join(folder, PROJECT_FILE)):
            above = os.path.dirname(folder)
            if above == folder:
                return None
            folder = above
        size = os.path.getsize(os.path.join(folder, _KEPT))
    except OSError:
        return None
    return folder if size >= _WORTH_A_PROCESS else None


def _list(project: str, writing: int) -> None:
    """Write the hash into a pipe, or nothing, and end: nothing of the parent's may run here."""
    try:
        for stream in range(3):  # whoever waits for their end waits for the parent's
            os.close(stream)
        from compiler.adapters.file_listing import Border, Lister
        from compiler.adapters.file_statuses import hash_of_statuses

        files = Lister(project, Border(project), {}).files()
        if all(one.status is not None for one in files):
            os.write(writing, hash_of_statuses(files).encode())
    finally:
        os._exit(0)
