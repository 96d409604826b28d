"""What code asks for, looked up where a string went: reading all code is not for every check."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compiler.base.project_file import PROJECT_FILE
from compiler.commands.opening import Project
from compiler.commands.source_files import source_of
from compiler.read.yaml import read_yaml
from compiler.review.code_uses import CodeUses
from compiler.review.versions import Versions
from compiler.wiring import code_paths

if TYPE_CHECKING:
    from compiler.code.use import Use


def with_code(project: Project, versions: Versions) -> Versions:
    """Return versions with what the code on the disk asks for, where a string went.

    Raises HistoryError where Git cannot be asked.
    """
    if not (project.settings.code and versions.gone_strings):
        return versions
    return replace(versions, code=_code_uses(project))


def _code_uses(project: Project) -> CodeUses:
    from compiler.code.dialects import ParserMissingError

    try:
        return CodeUses(tuple(dict.fromkeys(_uses(project))))
    except ParserMissingError:
        document = read_yaml(PROJECT_FILE, project.snapshot.read(PROJECT_FILE))
        return CodeUses(unread=document.places.key("code"))


def _uses(project: Project) -> Iterator["Use"]:
    """Yield the keys that code asks for; those without a namespace are of that of the settings."""
    from compiler.code.dialects import SUFFIXES
    from compiler.code.reading import uses_in

    for source in project.settings.code:
        for path in code_paths(project.root, source.files, SUFFIXES):
            data = source_of(project.snapshot, path)
            if data is not None:
                for use in uses_in(path, data, source.functions).keys:
                    yield replace(use, namespace=use.namespace or source.namespace)
