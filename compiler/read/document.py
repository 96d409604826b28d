"""What reading a YAML or Markdown file gives: data, places, comments that silence, problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Places


@dataclass(frozen=True, slots=True)
class Suppression:
    """A remark in a file that silences a warning: ``# clientarea: ignore <rule> -- <reason>``.

    It counts for findings on ``lines`` (its own, and the next one with content where it stands
    alone); ``line`` and ``column`` are where it is written. ``in_text`` says that
    it stands in a text that is published.
    """

    rule: str
    reason: str
    path: str
    line: int
    column: int
    lines: tuple[int, ...]
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One file as data: mappings, sequences and scalars of YAML 1.2's core schema, nothing else.

    ``data`` is None where the file is empty or cannot be read; then ``findings`` say why.
    """

    data: Any
    places: Places
    findings: tuple[Finding, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A Markdown file: front matter as a document, and the body.

    ``body`` has LF line ends; ``places.value("description")`` is where it begins.
    """

    front_matter: Mapping[str, Any]
    body: str
    places: Places
    findings: tuple[Finding, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
