"""How functions ask as commands do: of a folder, on a console that nobody reads."""

import io
from os import PathLike, fspath

from compiler.report.console import Console

ProjectFolder = str | PathLike[str] | None
"""A project's folder, or None for the project around the current folder."""


def folder(project: ProjectFolder) -> str | None:
    """Return a project's folder as the option of commands has it."""
    return None if project is None else fspath(project)


def silent() -> Console:
    """Return a console that nobody reads: what there is to say is in the values."""
    return Console(io.StringIO(), io.StringIO())
