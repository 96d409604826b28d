"""The state of a project's files as hashes: what is worked out from the same bytes is the same."""

from collections.abc import Mapping

from compiler.base.hashing import sha256
from compiler.base.project_file import PROJECT_FILE
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import Snapshot, UnreadableError

_CONTENT = "content/"
_TEXTS = (".yaml", ".po", ".md", ".json", ".pdf")
"""The suffixes of files that entries are read from; of all others the name alone counts."""


def file_hashes(snapshot: Snapshot) -> dict[str, str]:
    """Return the SHA-256 of every file that entries are read from, the state of the others."""
    return {
        entry.path: _hash(snapshot, entry.path, entry.state)
        for entry in snapshot.entries()
        if entry.path == PROJECT_FILE or entry.path.startswith(_CONTENT)
    }


def _hash(snapshot: Snapshot, path: str, state: FileState) -> str:
    if state is not FileState.READABLE or not path.endswith(_TEXTS):
        return state.value
    try:
        return sha256(snapshot.read(path))
    except UnreadableError as failure:
        return str(failure)


def hash_of_all(hashes: Mapping[str, str]) -> str:
    """Return one hash of all files, by their paths and hashes."""
    return sha256(repr(sorted(hashes.items())).encode("utf-8", "surrogatepass"))
