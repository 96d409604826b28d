"""The files of a project as an import looks at them: what there is, and what lies beside what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from compiler.load.sources import MARKDOWN
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The readable files of content; ``sidecars`` has Markdown by stem and locale.

    ``read`` gives the bytes of one of the paths, or raises UnreadableError.
    """

    read: Callable[[str], bytes]
    paths: frozenset[str]
    sidecars: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def project_files(snapshot: Snapshot) -> ProjectFiles:
    """Look at a project."""
    readable = (one.path for one in snapshot.entries() if one.state is FileState.READABLE)
    return files_among(readable, snapshot.read)


def files_among(known: Iterable[str], read: Callable[[str], bytes]) -> ProjectFiles:
    """Return what is content among the paths of a project."""
    paths = frozenset(path for path in known if path.startswith("content/"))
    sidecars: dict[str, dict[str, str]] = {}
    for path in sorted(paths):
        stem, dot, locale = path.removesuffix(MARKDOWN).rpartition(".")
        if path.endswith(MARKDOWN) and dot:
            sidecars.setdefault(stem, {})[locale] = path
    return ProjectFiles(read, paths, sidecars)
