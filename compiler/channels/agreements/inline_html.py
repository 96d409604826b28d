"""The HTML of a body that a PDF can show: a few tags around words. All else is refused."""

import re
from typing import Any

from compiler.channels.agreements.writer import Writer

_TAGS = {
    **dict.fromkeys(("b", "strong"), "#strong["),
    **dict.fromkeys(("i", "em"), "#emph["),
    **dict.fromkeys(("u", "ins"), "#underline["),
    **dict.fromkeys(("s", "del"), "#strike["),
    "small": "#text(size: 0.85em)[",
    "sub": "#sub[",
    "sup": "#super[",
}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z]+)\s*/?>")
_REMARK = re.compile(r"\s*(?:<!--.*?-->\s*)+", re.DOTALL)


def inline_html(writer: Writer, html: str) -> None:
    """Write a tag within a line."""
    tag = _TAG.fullmatch(html)
    name = tag["name"].lower() if tag else ""
    if name == "br":
        writer.call("#linebreak()")
    elif name in _TAGS and tag is not None and not tag["end"]:
        writer.call(_TAGS[name])
        writer.open_tags.append(name)
    elif name in _TAGS and writer.open_tags[-1:] == [name]:
        writer.open_tags.pop()
        writer.call("]")
    elif name != "wbr" and not _REMARK.fullmatch(html):
        writer.refuse("html")


def start_html(writer: Writer, _: Any) -> None:  # noqa: ANN401 - an event's content
    """Refuse a block of HTML that is more than a remark."""
    if not _REMARK.fullmatch(writer.piece):
        writer.refuse("html")
