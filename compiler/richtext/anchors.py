"""Places within a text that links can lead to: `id` of HTML, and headings.

A heading is found by the name that its author gives it (``## Refunds {#refunds}``), which stays the
same in all languages; or by its words, as on GitHub: small letters, a hyphen for each space. Names
may be written as kramdown has them, too (``{: #refunds }``), also on the line below a block.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape
from typing import Final
from urllib.parse import unquote

from compiler.richtext.allowed import ID_PREFIX

NAME: Final = r"\{:?[ \t]*#([A-Za-z][\w.:-]*)[ \t]*\}"
"""A name as an author writes it; the first group is the name itself."""

_NAMED = re.compile(rf"{NAME}\s*\Z")
_AT_END = re.compile(rf"{NAME.replace(':?', ':')}</(p|li)>")
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_HEADING_ENDS = re.compile(r"</h[1-6]>\Z")
_TAG = re.compile(r"<[^>]*>")
_LINK = 'href="#'
_LINKED = re.compile(rf'{_LINK}([^"]+)"')
_ID = re.compile(rf' id="{ID_PREFIX}([^"]*)"')
_NO_WORD = re.compile(r"[^\w\- ]")


def anchors(html: str) -> frozenset[str]:
    """Return what links can lead to within a text, from its HTML as it has been sanitised."""
    html = _joined(html)
    names = _names(words for _, words in _HEADING.findall(html))
    of_tags = (unescape(match[1]) for match in _ID.finditer(html))
    return frozenset((*(given or slug for given, slug in names), *of_tags))


def with_anchors(html: str) -> str:
    """Give headings that are linked to, or that have a name, their `id`; lead links there."""
    if "{#" not in html and "{:" not in html and _LINK not in html:
        return html
    html = _joined(html)
    linked = {unquote(unescape(match[1])) for match in _LINKED.finditer(html)}
    headings = _HEADING.findall(html)
    names = iter(_names(words for _, words in headings))

    def heading(match: re.Match[str]) -> str:
        given, slug = next(names)
        words = _NAMED.sub("", match[2]).rstrip() if given else match[2]
        if not given and slug not in linked:
            return match[0]
        return f'<h{match[1]} id="{ID_PREFIX}{given or slug}">{words}</h{match[1]}>'

    return _HEADING.sub(heading, html).replace(_LINK, f"{_LINK}{ID_PREFIX}")


def _joined(html: str) -> str:
    """Put names that end a block, or stand below it, where they belong, as kramdown reads them."""
    done: list[str] = []
    at = 0
    for match in _AT_END.finditer(html) if "{:" in html else ():
        name, tag = match[1], match[2]
        begin = html.rfind(f"<{tag}>", at, match.start())
        words = html[begin + len(tag) + 2 : match.start()].rstrip()
        if begin < 0 or f"</{tag}>" in words:
            continue
        before = html[at:begin]
        if not words and _HEADING_ENDS.search(before.rstrip()):
            before = before.rstrip()
            done.append(f"{before[:-5]} {{#{name}}}{before[-5:]}")
        else:
            done.append(f'{before}<{tag} id="{ID_PREFIX}{name}">{words}</{tag}>')
        at = match.end()
    return "".join((*done, html[at:]))


def _names(headings: Iterable[str]) -> list[tuple[str | None, str]]:
    """Return of each heading (as HTML) the name it is given, and the one that its words make."""
    counted = Counter[str]()
    names = []
    for words in headings:
        given = _NAMED.search(words)
        slug = _slug(unescape(_TAG.sub("", words)))
        names.append(
            (given[1] if given else None, f"{slug}-{counted[slug]}" if counted[slug] else slug)
        )
        counted[slug] += 1
    return names


def _slug(words: str) -> str:
    return _NO_WORD.sub("", words.strip().lower()).replace(" ", "-")
