"""Reads the code that the settings name: files as they are on the disk, with all cores."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from compiler.adapters.workers import cores, share_out
from compiler.base.hashing import sha256
from compiler.commands.opening import Project
from compiler.commands.source_files import source_of
from compiler.wiring import code_paths

if TYPE_CHECKING:
    from compiler.code.code_read import CodeRead, FileUses, SourceUses
    from compiler.code.vocabulary import Vocabulary
    from compiler.settings import CodeSource

_WORTH_A_PROCESS = 60
"""So many files take longer than forking a process."""


def read_code(project: Project) -> "CodeRead":
    """Return what all code uses. Raises HistoryError where Git cannot be asked."""
    from compiler.code.code_read import CodeRead
    from compiler.code.dialects import ParserMissingError

    sources = project.settings.code
    try:
        return CodeRead(tuple(_read(project, one, at) for at, one in enumerate(sources)))
    except ParserMissingError:
        return CodeRead(readable=False)


def vocabulary_of(source: "CodeSource") -> "Vocabulary":
    """Return the names that count in the files of a source."""
    from compiler.code.vocabulary import COMPONENTS, HOOKS, Hook, Vocabulary

    own = {name: Hook(h.namespace, h.prefix, h.options) for name, h in source.hooks.items()}
    components = {name: (attribute,) for name, attribute in source.components.items()}
    return Vocabulary(frozenset(source.functions), {**HOOKS, **own}, {**COMPONENTS, **components})


def _read(project: Project, source: "CodeSource", index: int) -> "SourceUses":
    from compiler.code.code_read import SourceUses
    from compiler.code.dialects import SUFFIXES

    paths = code_paths(project.root, source.files, SUFFIXES)
    files = tuple(_files(project, paths, vocabulary_of(source)))
    return SourceUses(source.namespace, files, tuple(source.fallbacks), index, tuple(source.files))


def _files(project: Project, paths: Sequence[str], words: "Vocabulary") -> list["FileUses"]:
    from compiler.code.code_read import FileUses
    from compiler.code.imports import Imports
    from compiler.code.reading import uses_in

    imports = Imports(frozenset(paths), partial(source_of, project.snapshot))

    def work(some: Sequence[str]) -> list[FileUses]:
        found = []
        for path in some:
            data = source_of(project.snapshot, path)
            if data is not None:
                found.append(FileUses(path, uses_in(path, data, words, imports), sha256(data)))
        return found

    processes = min(cores(), 1 + len(paths) // _WORTH_A_PROCESS)
    size = max(1, -(-len(paths) // (4 * processes)))
    parts = [paths[at : at + size] for at in range(0, len(paths), size)]
    return [one for part in share_out(work, parts, processes) for one in part]
