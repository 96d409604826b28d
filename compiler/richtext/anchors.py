"""Places within a text that links can lead to: `id` of HTML, and headings.

A heading is found by the name that its author gives it (``## Refunds {#refunds}``), which stays the
same in all languages; or by its words, as on GitHub: small letters, a hyphen for each space.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from compiler.richtext.allowed import ID_PREFIX

_NAMED = re.compile(r"\s*\{#([A-Za-z][\w.:-]*)\}\s*\Z")
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINK = 'href="#'
_LINKED = re.compile(rf'{_LINK}([^"]+)"')
_ID = re.compile(r"""<[^<>]*?\sid\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w\- ]")


def anchors(html: str) -> frozenset[str]:
    """Return what links can lead to within a text, from its HTML before anything is removed."""
    headings = _HEADING.findall(html)
    names = _names(words for _, words in headings)
    of_tags = (unescape(match[1]) for match in _ID.finditer(html))
    return frozenset((*(given or slug for given, slug in names), *of_tags))


def with_anchors(html: str) -> str:
    """Give headings that are linked to, or that have a name, their `id`; lead links there."""
    if "{#" not in html and _LINK not in html:
        return html
    linked = {unescape(match[1]) for match in _LINKED.finditer(html)}
    headings = _HEADING.findall(html)
    names = iter(_names(words for _, words in headings))

    def heading(match: re.Match[str]) -> str:
        given, slug = next(names)
        words = _NAMED.sub("", match[2]) if given else match[2]
        if not given and slug not in linked:
            return match[0]
        return f'<h{match[1]} id="{ID_PREFIX}{given or slug}">{words}</h{match[1]}>'

    return _HEADING.sub(heading, html).replace(_LINK, f"{_LINK}{ID_PREFIX}")


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
