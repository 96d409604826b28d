"""Reads a Markdown file: front matter between two lines `---`, and the body below it."""

import re
from dataclasses import replace
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.place import Place, Places
from compiler.base.spots import Spot, SpotTable
from compiler.read.decoding import decode, line_starts, lines_of
from compiler.read.document import Document, MarkdownFile
from compiler.read.rules import INVALID_YAML
from compiler.read.suppressions import MARK, Remark, understand
from compiler.read.yaml import read_yaml_text

BODY = "description"
_FENCE = "---"
_CODE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<info>.*)")
_REMARK = re.compile(r"<!--[ \t]*clientarea:(?P<said>.*?)-->")


class Layout(NamedTuple):
    """Where the parts of a Markdown text are, as positions in it.

    ``front`` is where the lines between the fences begin and end, None without front matter;
    ``body`` where the body begins, after blank lines.
    """

    front: tuple[int, int] | None
    body: int


def layout_of(text: str) -> Layout:
    """Return where the parts of a Markdown text are, as `read_markdown` reads it."""
    lines = lines_of(text)
    starts = [0, *line_starts(text)]
    closing = _closing_fence(lines)
    first = 1 if closing is None else closing + 2
    front = None if closing is None else (starts[1], starts[closing])
    if first > len(lines):
        return Layout(front, len(text))
    return Layout(front, starts[_body_spot(lines, first).line - 1])


def read_markdown(path: str, data: bytes) -> MarkdownFile:
    """Read a Markdown file; front matter may be absent."""
    text, problem = decode(path, data)
    if problem is not None:
        return MarkdownFile({}, "", Places(path), (problem,))
    lines = lines_of(text)
    front, first = _front_matter(path, lines)
    begin = _body_spot(lines, first)
    body = "\n".join(lines[begin.line - 1 :]) if first <= len(lines) else ""
    spots = {**front.places.spots.values, (BODY,): begin}
    places = Places(path, SpotTable(spots, front.places.spots.keys))
    findings = list(front.findings)
    data_of_front = front.data
    if data_of_front is not None and not isinstance(data_of_front, dict):
        findings.append(_no_mapping(front.places.value()))
        data_of_front = None
    suppressions, remarked = understand(_remarks(path, lines, first)) if MARK in body else ((), ())
    return MarkdownFile(
        data_of_front or {},
        body,
        places,
        (*findings, *remarked),
        (*front.suppressions, *(replace(one, in_text=True) for one in suppressions)),
    )


def _front_matter(path: str, lines: list[str]) -> tuple[Document, int]:
    """Return the front matter, and the number of the line at which the body begins."""
    if lines[0].rstrip() != _FENCE:
        return Document(None, Places(path)), 1
    closing = _closing_fence(lines)
    if closing is not None:
        return read_yaml_text(path, "\n".join(["", *lines[1:closing], ""])), closing + 2
    finding = INVALID_YAML.at(
        Place(path, 1, 1, len(_FENCE)),
        "the front matter that begins here has no end",
        hint="write a line `---` below it",
    )
    return Document(None, Places(path), (finding,)), len(lines) + 1


def _closing_fence(lines: list[str]) -> int | None:
    """Return the index of the line that ends the front matter, None where there is none."""
    if lines[0].rstrip() != _FENCE:
        return None
    numbers = (index for index in range(1, len(lines)) if lines[index].rstrip() == _FENCE)
    return next(numbers, None)


def _no_mapping(place: Place) -> Finding:
    message = "the front matter is no mapping"
    return INVALID_YAML.at(place, message, hint="write lines such as `title: …` in it")


def _body_spot(lines: list[str], first: int) -> Spot:
    """Return the first line of the body that says something."""
    for number in range(first, len(lines) + 1):
        length = len(lines[number - 1].rstrip())
        if length:
            return Spot(number, 1, length)
    return Spot(min(first, len(lines)), 1)


def _remarks(path: str, lines: list[str], first: int) -> list[Remark]:
    remarks = []
    closing: str | None = None
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        fence = _CODE.match(line)
        if closing is not None:
            if fence and fence["fence"].startswith(closing) and not fence["info"].strip():
                closing = None
        elif fence and not (fence["fence"][0] == "`" and "`" in fence["info"]):
            closing = fence["fence"]
        elif MARK in line:
            remarks += _remarks_in(path, lines, number)
    return remarks


def _remarks_in(path: str, lines: list[str], number: int) -> list[Remark]:
    line = lines[number - 1]
    found = []
    for match in _REMARK.finditer(line):
        place = Place(path, number, match.start() + 1, len(match[0]))
        alone = not _REMARK.sub("", line).strip()
        meant = _and_the_next(lines, number) if alone else (number,)
        found.append(Remark(match["said"], place, meant))
    return found


def _and_the_next(lines: list[str], number: int) -> tuple[int, ...]:
    for later in range(number + 1, len(lines) + 1):
        if _REMARK.sub("", lines[later - 1]).strip():
            return (number, later)
    return (number,)
