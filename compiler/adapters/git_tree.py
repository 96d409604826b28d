"""The tree of one commit: which paths it has, their modes, and the bytes of its blobs."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from compiler.adapters.git_process import demand

LINK = "120000"
SUBMODULE = "160000"
_SHA1_DIGITS = 40
_AT_ONCE = 256 * 1024  # bytes of the largest blob that is fetched along with the others


@dataclass(frozen=True, slots=True)
class Blob:
    """One file of a tree; ``size`` is 0 for a submodule."""

    mode: str
    oid: str
    size: int


class GitTree:
    """A commit's files by their path from the top of the repository, as Git keeps them."""

    def __init__(self, top: Path, commit: str) -> None:
        self._top = top
        self._commit = commit
        self._bytes: dict[str, bytes] = {}

    def blobs(self, paths: Iterable[str] = ()) -> dict[str, Blob]:
        """List the tree, or what it has at and below ``paths``. Raises HistoryError."""
        answer = demand(
            self._top, "ls-tree", "-r", "-l", "-z", "--full-tree", self._commit, "--", *paths
        )
        return dict(_listed(answer.output))

    def fetch(self, blobs: Iterable[Blob]) -> None:
        """Read small blobs ahead, all in one go. Raises HistoryError."""
        wanted = {blob.oid for blob in blobs if blob.size <= _AT_ONCE and blob.mode != SUBMODULE}
        missing = sorted(wanted - self._bytes.keys())
        if missing:
            self._bytes.update(self._batch(missing))

    def adopt(self, blob: Blob, data: bytes) -> bool:
        """Take bytes for those of a blob, if its name says that they are; tell whether it does."""
        kind = "sha1" if len(blob.oid) == _SHA1_DIGITS else "sha256"
        named = hashlib.new(kind, b"blob %d\0" % len(data), usedforsecurity=False)
        named.update(data)
        if named.hexdigest() != blob.oid:
            return False
        self._bytes[blob.oid] = data
        return True

    def content(self, blob: Blob) -> bytes | None:
        """Return the bytes of a blob, None where the object is not here. Raises HistoryError."""
        data = self._bytes.get(blob.oid)
        return data if data is not None else self._batch([blob.oid]).get(blob.oid)

    def _batch(self, oids: list[str]) -> dict[str, bytes]:
        asked = "".join(f"{oid}\n" for oid in oids).encode()
        output = demand(self._top, "cat-file", "--batch", given=asked).output
        found = {}
        at = 0
        while at < len(output):
            line_end = output.index(b"\n", at)
            oid, *rest = output[at:line_end].decode().split(" ")
            at = line_end + 1
            if len(rest) == 2:  # noqa: PLR2004 - type and size; an absent object has only "missing"
                size = int(rest[1])
                found[oid] = output[at : at + size]
                at += size + 1
        return found


def _listed(output: bytes) -> Iterator[tuple[str, Blob]]:
    for line in output.split(b"\0"):
        if line:
            about, _, path = line.partition(b"\t")
            mode, _kind, oid, size = about.decode().split()
            blob = Blob(mode, oid, int(size) if size.isdigit() else 0)
            yield path.decode("utf-8", "surrogateescape"), blob
