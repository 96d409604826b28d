"""The tags of HTML within Markdown, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from typing_extensions import override

VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905 - a list to read
"""Elements that have no end."""

NOT_ALWAYS_ENDED = frozenset("dd dt li option p tbody td tfoot th thead tr colgroup".split())  # noqa: SIM905 - a list to read
"""Elements that end by themselves where another begins."""


@dataclass(frozen=True, slots=True)
class HtmlTag:
    """A tag from ``start`` to ``end``; an attribute that has no value has an empty one.

    What is no tag and is removed as one has a name that no tag has: `!DOCTYPE`, `?php`, `![CDATA[`.
    """

    name: str
    start: int
    end: int
    attributes: Mapping[str, str]
    closing: bool = False
    ended: bool = False


class _Parser(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[HtmlTag] = []
        self.texts: list[str] = []
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._html = html
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, ended=False)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, ended=True)

    @override
    def handle_endtag(self, tag: str) -> None:
        start = self._at()
        end = self._html.find(">", start) + 1 or len(self._html)
        self.tags.append(HtmlTag(tag, start, end, {}, closing=True))

    @override
    def handle_decl(self, decl: str) -> None:
        self._odd(f"!{decl.split(None, 1)[0] if decl.strip() else ''}")

    @override
    def handle_pi(self, data: str) -> None:
        self._odd(f"?{data.split(None, 1)[0] if data.strip() else ''}")

    @override
    def unknown_decl(self, data: str) -> None:
        self._odd(f"![{data.partition('[')[0]}[")

    @override
    def handle_comment(self, data: str) -> None:
        if data.startswith("[CDATA["):  # as newer versions of the parser take it
            self._odd("![CDATA[")

    @override
    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], *, ended: bool) -> None:
        start = self._at()
        named: dict[str, str] = {}
        for name, value in attrs:
            named.setdefault(name, value or "")
        end = start + len(self.get_starttag_text() or "")
        self.tags.append(HtmlTag(tag, start, end, named, ended=ended))

    def _odd(self, name: str) -> None:
        start = self._at()
        end = self._html.find(">", start) + 1 or len(self._html)
        self.tags.append(HtmlTag(name, start, end, {}))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def html_tags(html: str) -> list[HtmlTag]:
    """Return the tags of a piece of HTML in order; what stands in a script is text."""
    return _Parser(html).tags


def html_text(html: str) -> str:
    """Return what stands between the tags, entities as the characters that they are."""
    return "".join(_Parser(html).texts)
