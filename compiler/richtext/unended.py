"""What begins in the HTML of a text and never ends, so that all that follows is lost with it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from compiler.richtext.markdown import sanitised
from compiler.richtext.outline import Outline, in_bytes

_WHOLE = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![A-Za-z][^>]*>"
    r"|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_BEGIN = re.compile(r"<(?:!--|!\[CDATA\[|\?|!?[A-Za-z][\w-]*|/[A-Za-z][\w-]*)")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_FOLLOWING = "<p>XFOLLOWINGX</p>"


class Unended(NamedTuple):
    """What begins from ``start`` to ``end`` (bytes) by a sign, and the sign that would end it."""

    start: int
    end: int
    sign: str
    wanted: str


def unended(outline: Outline) -> Iterator[Unended]:
    """Yield what swallows the text behind it."""
    for lines in outline.html:
        html = "".join(line for line, _ in lines)
        begin = _BEGIN.search(_WHOLE.sub(lambda whole: " " * len(whole[0]), html))
        if begin is not None and _FOLLOWING not in sanitised(f"{html}\n{_FOLLOWING}"):
            start, end = in_bytes(lines, begin.start()), in_bytes(lines, begin.end())
            yield Unended(start, end, begin[0], _ENDS.get(begin[0], ">"))
