"""HTML read as plain text: what all who show its words to people without HTML have in common."""

import re
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from typing_extensions import override

from compiler.richtext.html_names import BLOCKS, VOID

_RAW = {"xmp", "noembed", "noframes", "iframe", "noscript"}
"""Elements in which tags are text, beside those that the parser knows in every version."""

_WHITE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass
class Open:
    """An element that is open: whether it is shown, where it leads to, how many items it had."""

    name: str
    silent: bool
    address: str | None = None
    begin: int = 0
    items: int = 0


@dataclass
class _Written:
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    blank: bool = False

    def end_line(self, *, block: bool) -> None:
        text = _WHITE.sub(" ", "".join(self.line)).strip()
        self.line.clear()
        if text:
            if self.blank and self.lines:
                self.lines.append("")
            self.lines.append(text)
            self.blank = False
        self.blank = self.blank or block


class HtmlReader(HTMLParser, ABC):
    """Writes what a reader sees, blocks apart by one empty line."""

    def __init__(self) -> None:
        """Begin a text."""
        super().__init__(convert_charrefs=True)
        self.open: list[Open] = []
        self._names: Counter[str] = Counter()
        self.written = _Written()
        self.links: list[tuple[str, str]] = []
        self.images: list[str] = []

    @abstractmethod
    def hides(self, tag: str, attributes: dict[str, str]) -> bool:
        """Tell whether an element is not shown."""

    def break_at(self, tag: str, *, opening: bool) -> None:
        """End the line where a block begins or ends."""
        del tag, opening
        self.written.end_line(block=True)

    def marker(self) -> str:
        """Return what stands before an item of a list."""
        return "- "

    def shown(self, address: str, words: str) -> str:
        """Return what is written behind the words of a link."""
        plain = address.removeprefix("mailto:").removeprefix("tel:")
        same = words in {plain, plain.removeprefix("https://").rstrip("/")}
        if not plain or same or address.startswith("#"):
            return ""
        return f" ({plain})" if words else plain

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.written.end_line(block=False)
        if tag == "img" and not self.is_silent() and given.get("alt"):
            self.written.line.append(given["alt"])
            self.images.append(given["alt"])
        if tag in BLOCKS:
            self.break_at(tag, opening=True)
        if tag in VOID:
            return
        if tag in _RAW:
            self.set_cdata_mode(tag)
        silent = self.is_silent() or self.hides(tag, given)
        if tag == "li" and not silent:
            self.written.line.append(self.marker())
        address = given.get("href") if tag == "a" and not silent else None
        self._names[tag] += 1
        self.open.append(Open(tag, silent, address, len(self.written.line)))

    @override
    def handle_endtag(self, tag: str) -> None:
        if not self._names[tag]:
            return
        while self.open:
            closed = self.open.pop()
            self._names[closed.name] -= 1
            if closed.address is not None:
                self._end_link(closed.address, closed.begin)
            if closed.name in BLOCKS:
                self.break_at(closed.name, opening=False)
            if closed.name == tag:
                return

    @override
    def handle_data(self, data: str) -> None:
        if not self.is_silent():
            self.written.line.append(data)

    def is_silent(self) -> bool:
        """Tell whether nothing is shown where the reading is."""
        return bool(self.open) and self.open[-1].silent

    def _end_link(self, address: str, begin: int) -> None:
        words = _WHITE.sub(" ", "".join(self.written.line[begin:])).strip()
        self.links.append((address, words))
        self.written.line.append(self.shown(address, words))

    def read(self, document: str) -> list[str]:
        """Return the lines of a document; an empty one parts two blocks."""
        self.feed(document)
        self.close()
        self.written.end_line(block=True)
        return self.written.lines
