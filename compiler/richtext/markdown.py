"""Markdown to sanitised HTML and to plain text: CommonMark with tables, nothing that could run."""

from dataclasses import dataclass
from functools import lru_cache

import nh3
import pyromark

from compiler.richtext.plain_text import URL_SCHEMES, plain_text

_MARKDOWN = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)

_INLINE = {"a", "abbr", "b", "bdi", "bdo", "br", "code", "del", "em", "i", "img", "ins", "kbd"}
_INLINE |= {"mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"}
_BLOCK = {
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
}
_BLOCK |= {"li", "ol", "p", "pre", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"}
_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_CLEANER = nh3.Cleaner(
    tags=_INLINE | _BLOCK,
    attributes=_ATTRIBUTES,
    url_schemes=set(URL_SCHEMES),
)


@dataclass(frozen=True, slots=True)
class RichText:
    """The same words for a page and for where there is none."""

    html: str
    text: str


@lru_cache(maxsize=65_536)  # two versions of the content have nearly all texts in common
def rich_text(markdown: str) -> RichText:
    """Compile Markdown; what sanitising removes is gone from both."""
    html = _CLEANER.clean(_MARKDOWN.html(markdown)).strip()
    return RichText(html, plain_text(_MARKDOWN.events(markdown)))
