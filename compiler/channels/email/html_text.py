"""The words of a mail's HTML as plain text: for the text part of its layout, and to compare parts.

The document may hold Jinja: constructs stand in the text where they stand between tags.
"""

import re
from dataclasses import dataclass

from typing_extensions import override

from compiler.channels.email.jinja import tokens_for
from compiler.richtext.html_words import HtmlReader

_SILENT = {
    *("head", "script", "style", "title", "template", "noscript"),
    *("noembed", "noframes", "iframe"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_PADDING = re.compile("[\u00ad\u034f\u200b-\u200f\u2007\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, the links (address and words), and what stands for images; in their order."""

    text: str
    links: tuple[tuple[str, str], ...]
    images: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that links lead to."""
        return tuple(address for address, _ in self.links)


class _Reader(HtmlReader):
    def __init__(self, mark: str) -> None:
        super().__init__()
        self._token = re.compile(rf"{mark}\d+Z")

    @override
    def hides(self, tag: str, attributes: dict[str, str]) -> bool:
        hidden = "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")) is not None
        return hidden or tag in _SILENT

    @override
    def handle_comment(self, data: str) -> None:
        if self._token.fullmatch(data) and not self.is_silent():
            self.written.line.append(data)


def html_words(document: str) -> Words:
    """Return what a reader of HTML sees as plain text: blocks apart by one empty line.

    The document may hold Jinja, and so does the text.
    """
    tokens = tokens_for(document)
    read = _read(tokens.text, tokens.mark)
    return Words(
        tokens.restore(read.text),
        tuple((tokens.restore(address), tokens.restore(words)) for address, words in read.links),
        tuple(tokens.restore(one) for one in read.images),
    )


def rendered_words(document: str) -> Words:
    """Return the same of a document that has been rendered: what looks like Jinja is text."""
    return _read(document, "(?!)")


def _read(document: str, mark: str) -> Words:
    reader = _Reader(mark)
    lines = [_PADDING.sub("", line).strip() for line in reader.read(document)]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Words(text, tuple(reader.links), tuple(reader.images))
