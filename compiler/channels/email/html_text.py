"""The words of a mail's HTML as plain text: for the text part of its layout, and to compare parts.

The document may hold Jinja: constructs stand in the text where they stand between tags.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from typing_extensions import override

from compiler.channels.email.html_names import BLOCKS, VOID
from compiler.channels.email.jinja import tokens_for

_SILENT = {"head", "script", "style", "title", "template", "noscript"}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_PADDING = re.compile("[\u00ad\u034f\u200b-\u200f\u2007\u2060\ufeff]")
_WHITE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass
class _Open:
    name: str
    silent: bool
    address: str | None = None
    begin: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, the addresses that links lead to, and what stands for images; in their order."""

    text: str
    addresses: tuple[str, ...]
    images: tuple[str, ...] = ()


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


class _Reader(HTMLParser):
    def __init__(self, mark: str) -> None:
        super().__init__(convert_charrefs=True)
        self._token = re.compile(rf"{mark}\d+Z")
        self._open: list[_Open] = []
        self.written = _Written()
        self.addresses: list[str] = []
        self.images: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.written.end_line(block=False)
        if tag == "img" and not self._silent() and given.get("alt"):
            self.written.line.append(given["alt"])
            self.images.append(given["alt"])
        if tag in BLOCKS:
            self.written.end_line(block=True)
        if tag in VOID:
            return
        silent = self._silent() or tag in _SILENT or _is_hidden(given)
        if tag == "li" and not silent:
            self.written.line.append("- ")
        address = given.get("href") if tag == "a" and not silent else None
        self._open.append(_Open(tag, silent, address, len(self.written.line)))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or all(one.name != tag for one in self._open):
            return
        while self._open:
            closed = self._open.pop()
            if closed.address is not None:
                self._end_link(closed)
            if closed.name in BLOCKS:
                self.written.end_line(block=True)
            if closed.name == tag:
                return

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent():
            self.written.line.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        if self._token.fullmatch(data) and not self._silent():
            self.written.line.append(data)

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1].silent

    def _end_link(self, link: _Open) -> None:
        address = link.address or ""
        self.addresses.append(address)
        shown = _WHITE.sub(" ", "".join(self.written.line[link.begin :])).strip()
        plain = address.removeprefix("mailto:").removeprefix("tel:")
        same = shown in {plain, plain.removeprefix("https://").rstrip("/")}
        if plain and not same and not address.startswith("#"):
            self.written.line.append(f" ({plain})" if shown else plain)


def html_words(document: str) -> Words:
    """Return what a reader of HTML sees as plain text: blocks apart by one empty line.

    The document may hold Jinja, and so does the text.
    """
    tokens = tokens_for(document)
    read = _read(tokens.text, tokens.mark)
    return Words(
        tokens.restore(read.text),
        tuple(tokens.restore(one) for one in read.addresses),
        tuple(tokens.restore(one) for one in read.images),
    )


def rendered_words(document: str) -> Words:
    """Return the same of a document that has been rendered: what looks like Jinja is text."""
    return _read(document, "(?!)")


def _read(document: str, mark: str) -> Words:
    reader = _Reader(mark)
    reader.feed(document)
    reader.close()
    reader.written.end_line(block=True)
    lines = [_PADDING.sub("", line).strip() for line in reader.written.lines]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Words(text, tuple(reader.addresses), tuple(reader.images))


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")) is not None
