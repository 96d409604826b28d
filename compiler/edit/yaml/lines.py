"""Lines of a text by position; LF, CRLF and CR end a line."""

import re

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")


def line_start(text: str, position: int) -> int:
    """Return where the line begins that a position is on."""
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def line_end(text: str, position: int) -> int:
    """Return where the line ends that a position is on, before its line end."""
    found = _BREAK.search(text, position)
    return len(text) if found is None else found.start()


def next_line(text: str, position: int) -> int:
    """Return where the next line begins, the end of the text where there is none."""
    found = _BREAK.search(text, position)
    return len(text) if found is None else found.end()


def line_break(text: str, position: int = 0) -> str:
    """Return the line end of the line a position is on, or else of the first, or LF."""
    found = _BREAK.search(text, position) or _BREAK.search(text)
    return "\n" if found is None else found[0]


def column(text: str, position: int) -> int:
    """Return the column of a position, from 0."""
    return position - line_start(text, position)


def blank_before(text: str, position: int) -> bool:
    """Tell whether nothing but white space stands before a position on its line."""
    return not text[line_start(text, position) : position].strip(" \t")


def after_blank_lines(text: str, position: int) -> int:
    """Return where the first line that is not blank begins, from the line start given on."""
    found = _BLANKS.match(text, position)
    end = position if found is None else found.end()
    return len(text) if not text[end:].strip(" \t") else end
