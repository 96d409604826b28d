"""The table of files for hosts and tools, and how their templates are filled in.

The templates lie in ``files/``; a name in ``@…@`` stands for what only the new project knows.
"""

import json
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from compiler import __version__
from compiler.load.merge_driver import LINE

_TEMPLATES = files("compiler.edit.starter") / "files"
_GAP = re.compile(r"@([A-Z_]+)@")


@dataclass(frozen=True, slots=True)
class Starter:
    """A file: its path, its template; whether it is read only at the top of a repository."""

    path: str
    template: str
    at_top: bool = True


STARTERS = (
    Starter(".gitattributes", "gitattributes.txt", at_top=False),
    Starter(".github/workflows/clientarea.yml", "github-workflow.yml"),
    Starter(".github/workflows/clientarea-comment.yml", "github-comment.yml"),
    Starter(".gitlab-ci.yml", "gitlab-ci.yml"),
    Starter(".pre-commit-config.yaml", "pre-commit-config.yaml"),
    Starter("CODEOWNERS", "codeowners.txt"),
)


def starter_files(way: str) -> dict[str, bytes]:
    """Return the files by path from the top of the repository.

    ``way`` leads from there to the project; it is empty where the project is at the top.
    """
    values = _values(way)
    return {
        one.path if one.at_top else f"{_below(way)}{one.path}": _filled(one.template, values)
        for one in STARTERS
    }


def _filled(template: str, values: Mapping[str, str]) -> bytes:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    return _GAP.sub(lambda gap: values[gap[1]], text).encode()


def _values(way: str) -> dict[str, str]:
    """Return what the gaps are filled with, quoted for the place in which each stands."""
    project = f" --project {shlex.quote(way)}" if way else ""
    inputs = rf"^{re.escape(_below(way))}(clientarea\.yaml|waivers\.yaml|content/)"
    return {
        "CHECK": json.dumps(f"clientarea check{project}"),
        "CONTENT": json.dumps(f"^{re.escape(_below(way))}content/"),
        "FOLDER": json.dumps(way or "."),
        "INPUTS": json.dumps(inputs),
        "PO_ATTRIBUTES": LINE,
        "ENTER": json.dumps(f"cd {shlex.quote(way or '.')}"),
        "VERSION": __version__,
        "WAY": f"/{way}".rstrip("/").replace(" ", "\\ "),
    }


def _below(way: str) -> str:
    return f"{way}/" if way else ""
