"""The parts of a text that are written in HTML."""

import re
from collections.abc import Iterator

from compiler.richtext.html_tags import HtmlTag
from compiler.richtext.parts import Part, Sign

_HEADING = re.compile("h([1-6])")
_LISTS = ("ul", "ol")


class HtmlParts:
    """Takes the tags of a text in order; lists and tables go on over several of them."""

    def __init__(self) -> None:
        self._lists: list[Part] = []
        self._tables: list[Part] = []
        self._cells = 0

    def take(self, tag: HtmlTag) -> Iterator[Part]:
        """Yield the part that a tag begins."""
        if tag.name in _LISTS or tag.name == "table":
            yield from self._begin_or_end(tag)
        elif not tag.closing:
            self._count(tag.name)
            part = _part_of(tag)
            if part is not None:
                yield part

    def _begin_or_end(self, tag: HtmlTag) -> Iterator[Part]:
        is_list = tag.name in _LISTS
        opened = self._lists if is_list else self._tables
        if tag.closing:
            del opened[-1:]
            return
        sign = Sign.LIST if is_list else Sign.TABLE
        part = Part(sign, tag.start, tag.end, depth=len(self._lists) * is_list, in_html=True)
        opened.append(part)
        yield part

    def _count(self, name: str) -> None:
        if name == "li" and self._lists:
            self._lists[-1].rows += 1
        elif name == "tr" and self._tables:
            self._tables[-1].rows += 1
            self._cells = 0
        elif name in ("td", "th") and self._tables:
            self._cells += 1
            self._tables[-1].columns = max(self._tables[-1].columns, self._cells)


def _part_of(tag: HtmlTag) -> Part | None:
    heading = _HEADING.fullmatch(tag.name)
    given = tag.attributes
    if heading is not None:
        return Part(Sign.HEADING, tag.start, tag.end, heading[1], in_html=True)
    if tag.name == "a" and "href" in given:
        return Part(Sign.LINK, tag.start, tag.end, given["href"], in_html=True)
    if tag.name == "img":
        alt = given.get("alt", "")
        return Part(Sign.IMAGE, tag.start, tag.end, given.get("src", ""), alt, in_html=True)
    if tag.name == "li":
        return Part(Sign.ITEM, tag.start, tag.end, in_html=True)
    return None
