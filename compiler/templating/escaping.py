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


def _as_text(value: str) -> str:
    return value


def _as_html(value: str) -> str:
    """Escape for HTML the very signs that Nunjucks escapes."""
    return _HTML_SIGNS.sub(lambda sign: _HTML[sign[0]], value)


ESCAPINGS: dict[Output, Escaping] = {
    Output.TEXT: _as_text,
    Output.HTML: _as_html,
}
