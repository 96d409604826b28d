"""The bytes of files that findings are about, for the lines that are shown with them."""

from functools import partial

from compiler.ports.snapshot import Snapshot, UnreadableError
from compiler.report.source import SourceReader


def source_of(snapshot: Snapshot, path: str) -> bytes | None:
    """Return the bytes of a file of the snapshot, None where it has none to give."""
    try:
        return snapshot.read(path)
    except (UnreadableError, KeyError, OSError):
        return None


def sources_of(snapshot: Snapshot) -> SourceReader:
    """Return what reads the files of a snapshot for the lines of a report."""
    return partial(source_of, snapshot)
