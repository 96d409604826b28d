"""A folder of Markdown by language as rows of texts: `<locale>/…/<name>.md`, `<name>.<locale>.md`.

A folder that is named as a language says so for all below it; only where none does, the end of the
file's own name may (`privacy_policy_eu` in `pl/` is no Basque).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from compiler.base.finding import Finding, Severity
from compiler.edit.interchange.locale_path import settle
from compiler.edit.records.entity_files import body_of
from compiler.edit.records.row import Row
from compiler.load.shape import keys_of
from compiler.model.localised import FrontMatter
from compiler.read.markdown import BODY, read_markdown

NAMES = ("*.md", "*.markdown")
_ENDING = re.compile(r"(?P<stem>.+?)[._-](?P<word>[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*)")
_NO_LOCALE = "no part of its path names a language; `--locale-map NAME=LANGUAGE` says which"
_EMPTY = "it holds no text"
_UNREADABLE = "nothing of it can be read"
_PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class MarkdownRows:
    """The texts of a folder as rows, what was left out and why, and what is wrong with files.

    ``moved`` counts keys of front matter that went to the properties of their language.
    """

    rows: tuple[Row, ...]
    left_out: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    moved: int


def markdown_rows(
    files: Mapping[str, bytes], roots: Sequence[str], renames: Mapping[str, str], prefix: str | None
) -> MarkdownRows:
    """Return the rows of all files; ``roots`` are the folders (or files) that were named."""
    rows: list[Row] = []
    left_out: list[tuple[str, str]] = []
    findings: list[Finding] = []
    moved = 0
    for path, data in files.items():
        placed = _placed(path, roots, renames)
        if placed is None:
            left_out.append((path, _NO_LOCALE))
            continue
        locale, parts = placed
        file = read_markdown(path, data)
        errors = [one for one in file.findings if one.severity is Severity.ERROR]
        findings += errors
        if errors:
            left_out.append((path, _UNREADABLE))
            continue
        fields, others = _fields(file.front_matter)
        body = body_of(file.body)
        if not body.strip() and not fields:
            left_out.append((path, _EMPTY))
            continue
        moved += others
        label = ".".join([*([prefix] if prefix else []), *parts])
        rows.append(Row(path, 0, "text", label, locale, fields={**fields, BODY: body}))
    return MarkdownRows(tuple(rows), tuple(left_out), tuple(findings), moved)


def _fields(front: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """Return front matter as fields of a text; keys that are not ours become properties."""
    known = keys_of(FrontMatter)
    fields = {key: value for key, value in front.items() if key in known}
    others = {key: value for key, value in front.items() if key not in known}
    if others:
        given = fields.get(_PROPERTIES)
        fields[_PROPERTIES] = {**others, **(given if isinstance(given, dict) else {})}
    return fields, len(others)


def _placed(
    path: str, roots: Sequence[str], renames: Mapping[str, str]
) -> tuple[str, list[str]] | None:
    """Return the locale of a file and the parts of its label, None where nothing names one."""
    root, below = _below(path, roots)
    *folders, name = below.parts
    stem = PurePosixPath(name).stem
    for index, folder in enumerate(folders):
        locale = renames.get(folder) or settle(folder)
        if locale is not None:
            return locale, [*folders[:index], *folders[index + 1 :], stem]
    locale = renames.get(root) or settle(root)
    if locale is not None:
        return locale, [*folders, stem]
    match = _ENDING.fullmatch(stem)
    locale = None if match is None else renames.get(match["word"]) or settle(match["word"])
    if match is None or locale is None:
        return None
    return locale, [*folders, match["stem"]]


def _below(path: str, roots: Sequence[str]) -> tuple[str, PurePosixPath]:
    """Return the name of the folder that was named, and the way from it to the file."""
    pure = PurePosixPath(path)
    for root in map(PurePosixPath, roots):
        if root in pure.parents:
            return root.name, pure.relative_to(root)
    return pure.parent.name, PurePosixPath(pure.name)
