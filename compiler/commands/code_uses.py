"""What code asks for, looked up where a string went: not every comparison reads all code."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from compiler.commands.opening import Project
from compiler.review.code_uses import CodeUses
from compiler.review.versions import Versions

if TYPE_CHECKING:
    from compiler.code.code_read import CodeRead
    from compiler.code.use import Use

ReadCode = Callable[[], "CodeRead"]


def with_code(project: Project, versions: Versions, read: ReadCode) -> Versions:
    """Return versions with what the code on the disk asks for, where a string went.

    Raises HistoryError where Git cannot be asked.
    """
    if not (project.settings.code and versions.gone_strings):
        return versions
    return replace(versions, code=CodeUses(tuple(dict.fromkeys(_uses(read())))))


def _uses(code: "CodeRead") -> Iterator["Use"]:
    """Yield the keys that code asks for; those without a namespace are of that of the settings."""
    for source in code.sources:
        for file in source.files:
            for use in file.uses.keys:
                yield use._replace(namespace=use.namespace or source.namespace)
