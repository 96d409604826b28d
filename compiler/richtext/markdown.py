"""Markdown to sanitised HTML and to plain text: CommonMark with tables, nothing that could run."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from compiler.richtext.allowed import cleaner
from compiler.richtext.anchors import with_anchors
from compiler.richtext.html_plain import plain_html
from compiler.richtext.outline import MARKDOWN
from compiler.richtext.plain_text import Event, plain_text

_cleaner = cache(cleaner)

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|center|right)">')
_ODD_SIGN = (
    r"<!--|<!\[CDATA\[|</?(?:textarea|xmp|plaintext|title|noembed|noframes|noscript|iframe)\b"
)
_ODD = re.compile(rf"<!--(?!-?>).*?-->|(?P<odd>{_ODD_SIGN})", re.DOTALL | re.IGNORECASE)
"""HTML that is read otherwise than its tags look: what stands in it is text, or is gone."""

_MAY_BE_ODD = re.compile(_ODD_SIGN, re.IGNORECASE)

_LANGUAGE = '<code class="language-'


@dataclass(frozen=True, slots=True)
class RichText:
    """The same words for a page and for where there is none."""

    html: str
    text: str


@lru_cache(maxsize=65_536)  # two versions of the content have nearly all texts in common
def rich_text(markdown: str) -> RichText:
    """Compile Markdown; what sanitising removes is gone from both.

    Every `id`, and every link to one in the same text, begins with ``ID_PREFIX``. Links that are
    references (``documents/license``) are left as they are: `with_references` resolves them.
    """
    html = sanitised(compiled(markdown)).strip()
    events = list(MARKDOWN.events(markdown))
    odd = "<" in markdown and _MAY_BE_ODD.search(markdown) is not None and _is_odd(events)
    return RichText(with_anchors(html), plain_html(html) if odd else plain_text(events))


def _is_odd(events: Iterable[Event]) -> bool:
    pieces = (
        one.get("InlineHtml") or one.get("Html") for one in events if not isinstance(one, str)
    )
    html = "".join(piece for piece in pieces if piece)
    return any(one["odd"] or "--!>" in one[0] for one in _ODD.finditer(html))


def compiled(markdown: str) -> str:
    """Return the HTML of Markdown, its own and its author's, nothing removed yet."""
    html = MARKDOWN.html(markdown)
    # A style would be refused by pages that allow no styles of a text's own.
    return _ALIGNED.sub(r'<\1 align="\2">', html) if "<table>" in html else html


def sanitised(html: str) -> str:
    """Return HTML without what a text may not have."""
    # To look at each attribute costs as much as all the rest, and few texts have code in them.
    return _cleaner(classes_of_code=_LANGUAGE in html).clean(html)
