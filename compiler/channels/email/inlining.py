"""CSS of `style` elements into `style` attributes, which mail readers keep. Nothing is loaded."""

import re
from functools import cache
from typing import Any

from compiler.channels.email.jinja import tokens_for

_ATOM = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:title|style|script|textarea)\b.*?</(?:title|style|script|textarea)\s*>"
    r"|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.DOTALL | re.IGNORECASE,
)
"""What is no text of the document: tags, comments, and what holds text that is not shown."""

_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_ROWS_AHEAD = re.compile(r"(?:\s|<!--(?:(?!-->).)*-->|JZ\d+Q\d+Z)*<tr\b", re.IGNORECASE | re.DOTALL)


def inline_css(document: str) -> str:
    """Return a document of HTML with its CSS inlined, its Jinja untouched.

    What cannot be inlined stays in `style`: media queries, `:hover`, fonts.
    """
    tokens = tokens_for(document)
    inlined: str = _inliner().inline(_prepared(tokens.text, tokens.mark))
    return tokens.restore(inlined)


def _prepared(text: str, mark: str) -> str:
    """Make comments of the tokens between tags; say `tbody` where the parser would, but later.

    Otherwise a loop around the rows of a table would begin before the `tbody` that it ends in.
    """
    token = re.compile(rf"{mark}\d+Z")
    parts = []
    at = 0
    for atom in _ATOM.finditer(text):
        parts += [token.sub(r"<!--\g<0>-->", text[at : atom.start()]), atom[0]]
        at = atom.end()
        if _TABLE.match(atom[0]) and _ROWS_AHEAD.match(text, at):
            parts.append("<tbody>")
    parts.append(token.sub(r"<!--\g<0>-->", text[at:]))
    return "".join(parts)


@cache
def _inliner() -> Any:  # noqa: ANN401 - imported late
    import css_inline  # noqa: PLC0415 - wanted only by content that has e-mails

    return css_inline.CSSInliner(
        keep_style_tags=True,
        keep_link_tags=True,
        remove_inlined_selectors=True,
        load_remote_stylesheets=False,
    )
