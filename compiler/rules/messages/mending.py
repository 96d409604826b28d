"""What mends a text as it is said, found again in the text as it is written."""

from typing import NamedTuple

from compiler.messages.spoken import VALUE, Spoken


class Mend(NamedTuple):
    """What mends a text: the characters ``start:end`` of it become ``new``."""

    start: int
    end: int
    new: str


def written_span(mend: Mend, said: str, way: Spoken | None, written: str) -> tuple[int, int] | None:
    """Return where what is mended in ``said`` stands in a text as it is ``written``.

    None where syntax stands in between, or where it would have to be put beside some: a value that
    is put in is one character of what is said.
    """
    start, end = mend.start, mend.end
    if way is None:
        return start, end
    if start < end:
        first, last = way.written(start), way.written(end - 1) + 1
        return (first, last) if written[first:last] == said[start:end] else None
    if not way.choice:
        return (0, 0) if not start else (len(written), len(written))
    at = way.written(0) if not start else way.written(start - 1) + 1
    beside = written[at : at + 1] if not start else written[at - 1 : at]
    return (at, at) if beside == said[start - 1 if start else 0] != VALUE else None
