"""Reads YAML 1.2 as data with the place of every key and value. Knows no domain word.

libyaml parses; what its events mean is decided here, by the core schema of YAML 1.2: `no`, `on`,
`12:30` and dates are text. Tags, merge keys, duplicate keys and unbounded aliases are refused.
"""

from bisect import bisect_right
from typing import Any

from yaml.error import YAMLError

from compiler.base.place import Places
from compiler.base.spots import SpotTable
from compiler.read.decoding import decode, lines_of, place_at
from compiler.read.document import Document
from compiler.read.suppressions import MARK, Remark, understand
from compiler.read.yaml_builder import Builder, StopBuilding
from compiler.read.yaml_errors import explain
from compiler.read.yaml_events import event_source, without_foreign_breaks


def read_yaml(path: str, data: bytes) -> Document:
    """Read a YAML file; whatever is wrong with it is a finding of the document."""
    text, problem = decode(path, data)
    if problem is not None:
        return Document(None, Places(path), (problem,))
    return read_yaml_text(path, text)


def read_yaml_text(path: str, text: str) -> Document:
    """Read YAML that is text already; before a part of a file come as many empty lines."""
    parsed, restore = without_foreign_breaks(text)
    builder = Builder(path, parsed, event_source(parsed), restore)
    data: Any = None
    try:
        data = builder.build()
    except StopBuilding:
        pass
    except YAMLError as failure:
        data = None
        builder.problems.give_up(explain(path, parsed, failure))
    suppressions, remarked = (
        understand(_remarks(path, parsed, builder)) if MARK in text else ((), ())
    )
    findings = (*builder.problems.findings, *remarked)
    return Document(
        data, Places(path, SpotTable(builder.values, builder.keys)), findings, suppressions
    )


def _remarks(path: str, text: str, builder: Builder) -> list[Remark]:
    lines = lines_of(text)
    scalars = sorted(_written_spans(text, builder))
    starts = [start for start, _ in scalars]
    remarks = []
    index = -1
    while (index := text.find(MARK, index + 1)) >= 0:
        before = text[:index].rstrip(" \t")
        sign = len(before) - 1
        if not before.endswith("#") or (sign > 0 and text[sign - 1] not in " \t\r\n"):
            continue
        around = bisect_right(starts, sign) - 1
        if around >= 0 and sign < scalars[around][1]:
            continue
        end = min(
            (at for at in (text.find(c, index) for c in "\r\n") if at >= 0), default=len(text)
        )
        place = place_at(path, text, sign, len(text[sign:end].rstrip()))
        said = text[index + len(MARK) : end]
        remarks.append(Remark(said, place, _lines_meant(lines, place.line)))
    return remarks


def _written_spans(text: str, builder: Builder) -> list[tuple[int, int]]:
    """Return where scalars stand; the first line of a block scalar may end in a comment."""
    spans = []
    for start, end, block in builder.scalars:
        newline = text.find("\n", start, end) if block else start
        spans.append((start if newline < 0 else newline, end))
    return spans


def _lines_meant(lines: list[str], line: int) -> tuple[int, ...]:
    if not lines[line - 1].lstrip().startswith("#"):
        return (line,)
    for number in range(line + 1, len(lines) + 1):
        content = lines[number - 1].strip()
        if content and not content.startswith("#"):
            return (line, number)
    return (line,)
