"""Changes of files as a unified diff, for people and for `git apply`."""

import difflib
import re
from collections.abc import Iterator, Mapping

from compiler.base.visible import visible
from compiler.report.words import size
from compiler.secrets.files import concealed_lines

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_NOWHERE = "/dev/null"
_NO_NEWLINE = "\\ No newline at end of file"


def diff_text(before: Mapping[str, bytes | None], changes: Mapping[str, bytes | None]) -> str:
    """Return what changes, file by file; of what is no text only that it does.

    A secret that stands in a file is not shown: such lines cannot be applied.
    """
    return "\n".join(
        line for path, after in changes.items() for line in _file(path, before[path], after)
    )


def _file(path: str, before: bytes | None, after: bytes | None) -> Iterator[str]:
    old, new = _lines(before), _lines(after)
    if old is None or new is None:
        yield f"Binary file {visible(path)}: {_size(before)} → {_size(after)}"
        return
    names = (
        _NOWHERE if before is None else f"a/{path}",
        _NOWHERE if after is None else f"b/{path}",
    )
    shown = {**_shown(path, old), **_shown(path, new)}
    for whole in difflib.unified_diff(old, new, *names, lineterm=""):
        # Headers of difflib end without, lines of the file with the line end that they have.
        line = whole[:1] + shown.get(whole[1:], whole[1:])
        text = line.removesuffix("\n")
        yield text
        if text == line and line[:1] in "+- " and line[:3] not in {"---", "+++"}:
            yield _NO_NEWLINE


def _shown(path: str, lines: list[str]) -> dict[str, str]:
    """Return how lines with secrets are shown, by what they are."""
    concealed = zip(lines, concealed_lines(path, lines), strict=True)
    return {line: shown for line, shown in concealed if line != shown}


def _lines(data: bytes | None) -> list[str] | None:
    """Return the lines of a text with their ends; None for what is no text."""
    if data is None:
        return []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Not `splitlines`, which parts lines at signs that are no line ends to anybody else.
    return None if "\0" in text else [line for line in _LINE.findall(text) if line]


def _size(data: bytes | None) -> str:
    return "nothing" if data is None else size(len(data))
