"""Answers that were paid for, on the disk before anything is made of them: nothing is asked twice.

A line a record, each with a seal of the user's own key, since a branch may bring `build/` along.
Whoever is killed while a line is written leaves half of one, which is passed over.
"""

import fcntl
import json
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from compiler.adapters.build_folder import prepare_build_folder
from compiler.adapters.folder_lock import try_lock
from compiler.adapters.own_key import own_key, seal
from compiler.base.failure import UsageError, WorldError
from compiler.translate.outcome import Recorded

_FOLDER = ".translating"
_NAME = "answers"


class AnswerLedger:
    """What an earlier run was answered, and what it had begun to ask; this run's are added."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._guard = threading.Lock()
        self.recorded: dict[str, Recorded] = {}
        begun: dict[str, tuple[str, ...]] = {}
        for line in self._lines():
            if "begun" in line:
                begun[line["begun"]] = tuple(line["asks"])
                continue
            begun.pop(line["answered"], None)
            for key_, answers, faults in line["records"]:
                self.recorded[key_] = Recorded(key_, tuple(answers), tuple(faults))
        self.begun: list[tuple[str, ...]] = list(begun.values())

    def begin(self, request: str, asks: Sequence[str]) -> None:
        """Note that a request is about to be sent."""
        self._append({"begun": request, "asks": list(asks)})

    def keep(self, request: str, records: Sequence[Recorded]) -> None:
        """Keep the answers to a request; they are on the disk when this returns."""
        told = [[one.key, list(one.answers), list(one.faults)] for one in records]
        self._append({"answered": request, "records": told})

    def clear(self) -> None:
        """Forget everything: what was answered is in the files, or was not taken."""
        self._path.unlink(missing_ok=True)

    def _append(self, record: dict[str, Any]) -> None:
        data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        line = seal(self._key, _NAME, data).hex().encode() + b" " + data + b"\n"
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        with self._guard:
            handle = os.open(self._path, flags, 0o600)
            try:
                size = os.fstat(handle).st_size
                if size and os.pread(handle, 1, size - 1) != b"\n":
                    line = b"\n" + line
                while line:
                    line = line[os.write(handle, line) :]
                os.fsync(handle)
            except OSError as failure:
                reason = (failure.strerror or str(failure)).lower()
                raise WorldError(
                    f"cannot write `{self._path}`: {reason}; what was written before is kept"
                ) from failure
            finally:
                os.close(handle)

    def _lines(self) -> Iterator[dict[str, Any]]:
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            mark, _, data = line.partition(b" ")
            if mark.decode("ascii", "replace") == seal(self._key, _NAME, data).hex():
                yield json.loads(data)


@contextmanager
def open_ledger(project: Path) -> Iterator[AnswerLedger]:
    """Open the ledger of a project, and keep other runs out.

    Raises UsageError where another run is at work, or a link leads elsewhere, and OSError.
    """
    folder = prepare_build_folder(project) / _FOLDER
    if folder.is_symlink():
        raise UsageError(f"`{folder}` is a link, and answers are kept there: remove it")
    folder.mkdir(exist_ok=True)
    lock = folder / "lock"
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        if not try_lock(handle, lock):
            raise UsageError("another `clientarea translate` is at work in this project")
        # Without a place for a key what is kept is believed by this run alone.
        yield AnswerLedger(folder / "answers.jsonl", own_key() or os.urandom(32))
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)
        os.close(handle)
