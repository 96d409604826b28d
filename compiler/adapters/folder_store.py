"""One side of a `file:` target: objects are files below a folder, by the promises of the port.

A file is written aside and brought to the disk before it gets its name, by a link (create), or by
a rename (put, and replace, which compares under a lock). Whoever is killed leaves no half file
under any name; what it left aside is removed by the next writer.
"""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from threading import Lock

from compiler.adapters.folder_aside import LOCK, Aside, Write
from compiler.adapters.folder_errors import in_words
from compiler.adapters.folder_lock import locked
from compiler.adapters.parallel import in_parallel
from compiler.ports.store import (
    AlreadyExistsError,
    Attributes,
    ChangedError,
    NewObject,
    Stored,
    StoreError,
)

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP}  # file systems that bring names to disk themselves
_WRITERS = 4
_NAME = re.compile(r"(?!\.)[^/\\\x00]+(?:/(?!\.{1,2}(?:/|$))[^/\\\x00]+)*")


class FolderStore:
    """An object store in a folder; names that begin with a dot are its own."""

    def __init__(self, root: Path, write: Write = os.write) -> None:
        self._root = root
        self._write = write
        self._aside: Aside | None = None
        self._arriving = Lock()

    @property
    def address(self) -> str:
        """The folder."""
        return str(self._root)

    @property
    def endpoint(self) -> None:
        """No service: what the file system can do is tried by every writer."""
        return

    def get(self, name: str) -> Stored | None:
        """Return a file's bytes; their hash is the tag."""
        path = self._path(name)
        with in_words("read", path):
            data = _bytes(path)
        return None if data is None else Stored(data, _tag(data))

    def get_all(self, names: Iterable[str]) -> Iterator[tuple[str, Stored | None]]:
        """Read files, one after the other."""
        return ((name, self.get(name)) for name in names)

    def put(self, name: str, data: bytes, attributes: Attributes) -> None:  # noqa: ARG002
        """Write a file by a rename, unless exactly these bytes stand there."""
        path = self._path(name)
        with in_words("write", path):
            if _holds(path, data):
                _sync_folder(path.parent)  # who gave it its name may have died before
            else:
                self._rename(self._writer().file(data), path)

    def put_all(self, objects: Iterable[NewObject]) -> Iterator[str]:
        """Write files, several at a time, as each waits for the disk."""

        def write(new: NewObject) -> str:
            self.put(new.name, new.read(), new.attributes)
            return new.name

        return in_parallel(write, objects, _WRITERS)

    def create(self, name: str, data: bytes, attributes: Attributes) -> None:  # noqa: ARG002
        """Write a file by a link, which only one of several writers can make."""
        path = self._path(name)
        with in_words("write", path):
            aside = self._writer().file(data)
            try:
                _make_folder(path.parent)
                os.link(aside, path)
            except FileExistsError as error:
                if not os.path.lexists(path):
                    raise
                raise AlreadyExistsError(name) from error
            finally:
                aside.unlink(missing_ok=True)
            _sync_folder(path.parent)

    def replace(
        self,
        name: str,
        data: bytes,
        attributes: Attributes,  # noqa: ARG002
        *,
        tag: str,
    ) -> None:
        """Write over a file by a rename, under the lock that makes comparing and writing one."""
        path = self._path(name)
        with in_words("write", path):
            aside = self._writer().file(data)
            try:
                with locked(self._root / LOCK):
                    there = _bytes(path)
                    if there is None or _tag(there) != tag:
                        raise ChangedError(name)
                    self._rename(aside, path)
            finally:
                aside.unlink(missing_ok=True)

    def names(self, prefix: str, after: str = "") -> Iterator[str]:
        """List files in code point order; those of the store itself are left out."""
        folder = self._root / prefix.rpartition("/")[0]
        with in_words("list", folder):
            found = sorted(
                name
                for name in self._below(folder)
                if name.startswith(prefix) and name > after and not name.startswith(".")
            )
        return iter(found)

    def delete(self, names: Iterable[str]) -> None:
        """Remove files."""
        for name in names:
            path = self._path(name)
            with in_words("remove", path):
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise StoreError(f"`{name}` cannot be the name of an object in `{self._root}`")
        return self._root / name

    def _writer(self) -> Aside:
        with self._arriving:
            if self._aside is None:
                self._aside = Aside(self._root, self._write)
            return self._aside

    def _rename(self, aside: Path, path: Path) -> None:
        try:
            _make_folder(path.parent)
            aside.replace(path)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)

    def _below(self, folder: Path) -> Iterator[str]:
        if not self._root.exists():
            return
        for parent, folders, files in os.walk(folder, onerror=_unless_missing):
            if Path(parent) == self._root:
                folders[:] = [name for name in folders if not name.startswith(".")]
            for file in files:
                yield (Path(parent) / file).relative_to(self._root).as_posix()


def _unless_missing(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _tag(data: bytes) -> str:
    return sha256(data).hexdigest()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _make_folder(folder: Path) -> None:
    """Make a folder and its parents, each brought to the disk in its own parent."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
