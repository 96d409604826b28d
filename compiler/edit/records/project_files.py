"""The files of a project as an import looks at them: what there is, and what lies beside what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compiler.load.sources import MARKDOWN
from compiler.ports.snapshot import FileState, Snapshot


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The readable files of content; ``sidecars`` has Markdown by stem and locale."""

    snapshot: Snapshot
    paths: frozenset[str]
    sidecars: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file. Raises UnreadableError."""
        return self.snapshot.read(path)


def project_files(snapshot: Snapshot) -> ProjectFiles:
    """Look at a project."""
    entries = snapshot.entries()
    paths = frozenset(
        entry.path
        for entry in entries
        if entry.state is FileState.READABLE and entry.path.startswith("content/")
    )
    sidecars: dict[str, dict[str, str]] = {}
    for path in sorted(paths):
        stem, dot, locale = path.removesuffix(MARKDOWN).rpartition(".")
        if path.endswith(MARKDOWN) and dot:
            sidecars.setdefault(stem, {})[locale] = path
    return ProjectFiles(snapshot, paths, sidecars)
