"""How a value is written into each kind of output, so that none can be taken for markup.

One function an output, in a table: a new output is a line in it.
"""

import re
from collections.abc import Callable
from enum import StrEnum


class Output(StrEnum):
    """What a template is rendered to."""

    TEXT = "text"
    HTML = "html"


Escaping = Callable[[str], str]
"""Returns a text in which nothing is markup any more."""

_HTML = {
    "&": "&amp;",
    '"': "&quot;",
    "'": "&#39;",
    "<": "&lt;",
    ">": "&gt;",
    "\\": "&#92;",
}
_HTML_SIGNS = re.compile("[&\"'<>\\\\]")


_TYPST = {"\\": "\\\\", '"': '\\"', "\r\n": "\n", "\r": "\n"}
_TYPST_SIGNS = re.compile(r"\r\n?|[\\\"]")
_DIRECTION_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def as_typst(value: str) -> str:
    """Escape for a string of Typst, the only place that a value is ever written in.

    Signs that turn the direction of what stands beside a value are left out; what cannot be printed
    becomes U+FFFD.
    """
    quoted = _TYPST_SIGNS.sub(lambda sign: _TYPST[sign[0]], _DIRECTION_SIGNS.sub("", value))
    return _UNPRINTABLE.sub("\ufffd", quoted)


def _as_text(value: str) -> str:
    return value


def _as_html(value: str) -> str:
    """Escape for HTML the very signs that Nunjucks escapes."""
    return _HTML_SIGNS.sub(lambda sign: _HTML[sign[0]], value)


ESCAPINGS: dict[Output, Escaping] = {
    Output.TEXT: _as_text,
    Output.HTML: _as_html,
}
