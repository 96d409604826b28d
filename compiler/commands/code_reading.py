"""Reads the code that the settings name: files as they are on the disk, with all cores."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from compiler.adapters.workers import cores, share_out
from compiler.base.hashing import sha256
from compiler.commands.kept_uses import KeptUses, ReadFile, name_of
from compiler.commands.opening import Project
from compiler.commands.source_files import source_of
from compiler.wiring import code_paths

if TYPE_CHECKING:
    from compiler.code.code_read import CodeRead, SourceUses
    from compiler.code.imports import Imports
    from compiler.code.vocabulary import Vocabulary
    from compiler.settings import CodeSource

_WORTH_A_PROCESS = 60
"""So many files take longer than forking a process."""


def read_code(project: Project, *, keep: bool = True) -> "CodeRead":
    """Return what all code uses. Raises HistoryError where Git cannot be asked.

    With ``keep`` files that are the same as the last time are not read again.
    """
    from compiler.code.code_read import CodeRead
    from compiler.code.dialects import ParserMissingError

    sources = project.settings.code
    kept = KeptUses(project.root if keep and sources else None)
    try:
        found = tuple(_read(project, one, at, kept) for at, one in enumerate(sources))
    except ParserMissingError:
        return CodeRead(readable=False)
    kept.keep()
    return CodeRead(found)


def vocabulary_of(source: "CodeSource") -> "Vocabulary":
    """Return the names that count in the files of a source."""
    from compiler.code.vocabulary import COMPONENTS, HOOKS, Hook, Vocabulary

    own = {name: Hook(h.namespace, h.prefix, h.options) for name, h in source.hooks.items()}
    components = {name: (attribute,) for name, attribute in source.components.items()}
    return Vocabulary(frozenset(source.functions), {**HOOKS, **own}, {**COMPONENTS, **components})


def _read(project: Project, source: "CodeSource", index: int, kept: KeptUses) -> "SourceUses":
    from compiler.code.code_read import FileUses, SourceUses
    from compiler.code.dialects import SUFFIXES
    from compiler.code.packing import unpacked
    from compiler.code.path_aliases import PathAliases

    matched = code_paths(project.root, source.files, SUFFIXES)
    paths = matched.paths
    read = _files(project, paths, vocabulary_of(source), kept)
    return SourceUses(
        source.namespace,
        files=tuple(FileUses(path, unpacked(path, one), digest) for path, digest, one in read),
        fallbacks=tuple(source.fallbacks),
        index=index,
        patterns=tuple(source.files),
        aliases=PathAliases(partial(source_of, project.snapshot)).hash_of(paths),
        unread=matched.not_read({path for path, _, _ in read}),
    )


def _files(
    project: Project, paths: Sequence[str], words: "Vocabulary", kept: KeptUses
) -> list[ReadFile]:
    from compiler.code.imports import Imports

    imports = Imports(frozenset(paths), partial(source_of, project.snapshot), words)
    name, known = name_of(words), dict[str, ReadFile]()
    for path in () if kept.is_empty else paths:
        data = source_of(project.snapshot, path)
        file = None if data is None else kept.file(name, path, sha256(data), imports)
        if file is not None:
            known[path] = file
    ahead = [path for path in paths if path not in known]
    known.update((one.path, one) for one in _parsed(project, ahead, words, imports))
    found = [known[path] for path in paths if path in known]
    for one in found:
        kept.note(name, one)
    return found


def _parsed(
    project: Project, paths: Sequence[str], words: "Vocabulary", imports: "Imports"
) -> list[ReadFile]:
    from compiler.code.packing import packed
    from compiler.code.reading import uses_in

    def work(some: Sequence[str]) -> list[ReadFile]:
        found = []
        for path in some:
            data = source_of(project.snapshot, path)
            if data is not None:
                uses = packed(uses_in(path, data, words, imports))
                found.append(ReadFile(path, sha256(data), uses))
        return found

    processes = min(cores(), 1 + len(paths) // _WORTH_A_PROCESS)
    size = max(1, -(-len(paths) // (4 * processes)))
    parts = [paths[at : at + size] for at in range(0, len(paths), size)]
    return [one for part in share_out(work, parts, processes) for one in part]
