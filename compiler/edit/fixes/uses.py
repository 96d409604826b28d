"""Takes a key out of a comment `clientarea: uses …` in code; without one left the comment goes."""

import re

from compiler.code.directives import COMMENT, MARK, PATTERN
from compiler.edit.refusal import UneditableError

_CLOSED = re.compile(rb"[ \t]*(?:\*/\}?|-->)")
_CLOSES = {b"//": b"", b"#": b"", b"/*": b"*/", b"{/*": b"*/}", b"<!--": b"-->", b"*": b""}


def without_use(path: str, data: bytes, line: int, column: int, pattern: str) -> bytes:
    """Return a file of code without a key that a comment at this place names.

    Line and column count from 1, columns in code points. All other bytes stay. Raises
    UneditableError where it does not stand there, or where the comment goes over several lines.
    """
    lines = data.splitlines(keepends=True)
    text = lines[line - 1] if line <= len(lines) else b""
    end = len(text.rstrip(b"\r\n"))
    start = len(text.decode(errors="replace")[: column - 1].encode())
    word = pattern.encode()
    mark = MARK.search(text)
    opened = list(COMMENT.finditer(text, 0, mark.start())) if mark else []
    if not mark or not opened or text[start : start + len(word)] != word or start < mark.start(1):
        raise UneditableError(path, line)
    closed = _CLOSED.search(text, start)
    stop = closed.start() if closed else end
    head, tail = text[mark.start(1) : start], text[start + len(word) : stop]
    if PATTERN.search((head + tail).decode(errors="replace")):
        left = head.rstrip(b" \t,") + tail if not tail.strip() else head + tail.lstrip(b" \t,")
        lines[line - 1] = text[: mark.start(1)] + left + text[stop:]
        return b"".join(lines)
    close = closed[0].strip() if closed else b""
    if close != _CLOSES[opened[-1][0]]:
        raise UneditableError(path, line)
    before, behind = text[: opened[-1].start()], text[closed.end() if closed else end : end]
    if before.strip() or behind.strip():
        lines[line - 1] = (before + behind).rstrip(b" \t") + text[end:]
    else:
        del lines[line - 1]
    return b"".join(lines)
