"""Takes a rule out of a comment that silences; without one left the comment goes."""

import re

from compiler.edit.refusal import UneditableError
from compiler.edit.yaml.lines import blank_before, line_end, line_start, next_line
from compiler.read.decoding import BOM, decode, line_starts
from compiler.read.markdown import read_markdown
from compiler.read.yaml import read_yaml

_COMMENT = re.compile(r"(?P<head>#[ \t]*clientarea:[ \t]*ignore[ \t]+)(?P<rules>.+?)[ \t]+--.*")
_MARKDOWN = ".md"


def without_suppression(path: str, data: bytes, line: int, column: int, rule: str) -> bytes:
    """Return a YAML or Markdown file without the order to silence ``rule`` in a comment of it.

    The comment begins at a line and column, from 1. All other bytes stay. Raises UneditableError
    where there is no such order, or where it stands in the text of a Markdown file.
    """
    text, _ = decode(path, data)
    starts = [0, *line_starts(text)]
    start = starts[line - 1] + column - 1 if line <= len(starts) else len(text)
    found = _COMMENT.fullmatch(text[start : line_end(text, start)].rstrip())
    rules = re.split(r"[ \t]*,[ \t]*", found["rules"]) if found else []
    if found is None or rule not in rules:
        raise UneditableError(path, line)
    left = [one for one in rules if one != rule]
    if left:
        first, last = start + found.start("rules"), start + found.end("rules")
        changed = text[:first] + ", ".join(left) + text[last:]
    elif blank_before(text, start):
        changed = text[: line_start(text, start)] + text[next_line(text, start) :]
    else:
        changed = text[:start].rstrip(" \t") + text[line_end(text, start) :]
    mark = BOM if data.startswith(BOM.encode()) else ""
    made = f"{mark}{changed}".encode()
    if _said(path, made) != _said(path, data):
        raise UneditableError(path, line)
    return made


def _said(path: str, data: bytes) -> object:
    if path.endswith(_MARKDOWN):
        file = read_markdown(path, data)
        return file.front_matter, file.body
    return read_yaml(path, data).data
