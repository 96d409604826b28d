"""Comments in code that say which keys are used there: `clientarea: uses deposit.*`."""

import re
from collections.abc import Callable, Iterator

from compiler.base.place import Place
from compiler.code.use import Directive

MARK = re.compile(rb"clientarea:\s*uses[ \t]+([^\r\n]*)")
PATTERN = re.compile(r"(?:(?P<space>[\w-]+):)?(?P<label>[\w.*-]+)")
COMMENT = re.compile(rb"//|/\*|\*|#|<!--|\{/\*")
_CLOSED = re.compile(r"\*/\}?|-->")


def directives_in(data: bytes, locate: Callable[[int, int], Place]) -> Iterator[Directive]:
    """Yield what comments of a file say; ``locate`` gives the place of some bytes."""
    if b"clientarea:" not in data:
        return
    for mark in MARK.finditer(data):
        begin = data.rfind(b"\n", 0, mark.start()) + 1
        head = data[begin : mark.start()]
        opened = list(COMMENT.finditer(head))
        if not opened or head[opened[-1].end() :].strip():
            continue  # in a text, not in a comment
        written, *behind = _CLOSED.split(mark[1].decode(errors="replace"), maxsplit=1)
        beside = head[: opened[0].start()].strip() or any(one.strip() for one in behind)
        for found in PATTERN.finditer(written):
            start = mark.start(1) + len(written[: found.start()].encode())
            place = locate(start, start + len(found[0].encode()))
            line = place.line if beside else place.line + 1
            yield Directive(place, found["label"], found["space"], line)
