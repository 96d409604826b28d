"""CSS of `style` elements into `style` attributes, which mail readers keep. Nothing is loaded."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from compiler.channels.email.jinja import Tokens, tokens_for
from compiler.channels.email.tags import COMMENT

_ATOM = re.compile(
    COMMENT + r"|<(?P<name>title|style|script|textarea)\b.*?</(?P=name)(?=[\s/>])[^>]*>"
    r"|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.DOTALL | re.IGNORECASE,
)
"""What is no text of the document: tags, comments, and what holds text that is not shown."""

_STYLE = re.compile(r"<style\b.*?</style\b", re.DOTALL | re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_ROWS_AHEAD = re.compile(r"(?:\s|<!--(?:(?!-->).)*-->|JZ\d+Q\d+Z)*<tr\b", re.IGNORECASE | re.DOTALL)


def inline_css(document: str) -> str:
    """Return a document of HTML with its CSS inlined, its Jinja untouched.

    What cannot be inlined stays in `style`: media queries, `:hover`, fonts.
    """
    tokens = tokens_for(document)
    return tokens.restore(_inlined(tokens))


def lost_jinja(document: str) -> Iterator[tuple[str, int]]:
    """Yield the constructs that do not come out of it: each, and how many like it stand before.

    A value in a style sheet may go: another declaration has replaced it.
    """
    tokens = tokens_for(document)
    token = re.compile(rf"{tokens.mark}(\d+)Z")
    kept = {int(one[1]) for one in token.finditer(_inlined(tokens))}
    replaceable = {
        int(one[1]) for sheet in _STYLE.finditer(tokens.text) for one in token.finditer(sheet[0])
    }
    before: Counter[str] = Counter()
    for number, construct in enumerate(tokens.constructs):
        if number not in kept and (construct.startswith("{%") or number not in replaceable):
            yield construct, before[construct]
        before[construct] += 1


def _inlined(tokens: Tokens) -> str:
    inlined: str = _inliner().inline(_prepared(tokens.text, tokens.mark))
    return inlined


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
