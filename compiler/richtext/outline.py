"""What a Markdown text is made of: headings, links, images, lists, tables, code, HTML tags.

Positions are those of pyromark: bytes of the text in UTF-8. `Outline.span` makes code points.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import pyromark

from compiler.richtext.html_parts import HtmlParts
from compiler.richtext.html_tags import HtmlTag, html_tags
from compiler.richtext.parts import Part, Sign
from compiler.richtext.table_rows import cells_of

MARKDOWN = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)

Lines = tuple[tuple[str, int], ...]
"""Lines of a block, each with the byte of the text that it begins at."""


@dataclass(frozen=True, eq=False)
class Outline:
    """The parts of a text in order of where they begin, and its HTML tags.

    ``runs`` is where its words stand, code aside: up to a mark of Markdown or the end of a line.
    ``html`` are its blocks of HTML, each by lines, with where those stand.
    """

    markdown: str
    parts: tuple[Part, ...]
    tags: tuple[HtmlTag, ...]
    runs: tuple[tuple[int, int], ...]
    html: tuple[Lines, ...] = ()

    def of(self, *signs: Sign) -> list[Part]:
        """Return the parts of some kinds."""
        found = [self._by_sign[sign] for sign in signs if sign in self._by_sign]
        if len(found) <= 1:
            return list(found[0]) if found else []
        return [part for part in self.parts if part.sign in signs]

    @cached_property
    def shape(self) -> tuple[tuple[Sign, str, int, int], ...]:
        """What translations must have in common: the parts, where links lead, what code says."""
        return tuple(
            (part.sign, "" if part.sign is Sign.CODE_BLOCK else part.value, part.rows, part.columns)
            for part in self.parts
        )

    @cached_property
    def _by_sign(self) -> Mapping[Sign, list[Part]]:
        found: dict[Sign, list[Part]] = {}
        for part in self.parts:
            found.setdefault(part.sign, []).append(part)
        return found

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of bytes as one of code points."""
        if self.markdown.isascii():
            return start, end
        data = self.markdown.encode()
        begin = len(data[:start].decode(errors="ignore"))
        return begin, begin + len(data[start:end].decode(errors="ignore"))


@lru_cache(maxsize=65_536)
def outline(markdown: str) -> Outline:
    """Return what a text is made of."""
    builder = _Builder(markdown.encode())
    take = builder.take
    for event, span in MARKDOWN.events_with_range(markdown):
        take(event, span)
    return Outline(
        markdown,
        tuple(builder.parts),
        tuple(builder.tags),
        tuple(builder.runs),
        tuple(builder.blocks),
    )


class _Builder:
    def __init__(self, data: bytes) -> None:
        self.parts: list[Part] = []
        self.tags: list[HtmlTag] = []
        self.runs: list[tuple[int, int]] = []
        self.blocks: list[Lines] = []
        self._data = data
        self._open: list[Part] = []
        self._lists: list[Part] = []
        self._table = Part(Sign.TABLE, 0, 0)
        self._parts_of = HtmlParts()
        self._html: list[tuple[str, int]] | None = None

    def take(self, event: Any, span: Any) -> None:  # noqa: ANN401 - as pyromark has them
        """Take the next event, which comes from the bytes of ``span``.

        There are hundreds of them in a text: what most of them come to is decided first.
        """
        if event.__class__ is str:
            if self._open:
                self._say(" ")
            return
        kind = next(iter(event))
        content = event[kind]
        if kind == "Text":
            if self._open:
                self._say(content)
            self._run(span["start"], span["end"])
        elif kind == "End":
            finish = _ENDS.get(content if content.__class__ is str else next(iter(content)))
            if finish is not None:
                finish(self)
        elif kind == "Start":
            name = content if content.__class__ is str else next(iter(content))
            make = _STARTS.get(name)
            if make is not None:
                value = None if name is content else content[name]
                make(self, value, span["start"], span["end"])
        else:
            self._take_rare(kind, content, span["start"], span["end"])

    def _take_rare(self, kind: str, content: str, start: int, end: int) -> None:
        if kind == "Code":
            self._say(content)
            self.parts.append(Part(Sign.CODE, start, end, content))
        elif kind == "InlineHtml":
            self._add_tags(content, [(content, start)])
        elif kind == "Html" and self._html is not None:
            self._html.append((content, start))

    def _say(self, text: str) -> None:
        for part in self._open:
            part.text += text

    def _run(self, start: int, end: int) -> None:
        if self._open and self._open[-1].sign is Sign.CODE_BLOCK:
            return
        runs = self.runs
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))

    def open(self, part: Part) -> None:
        """Begin a part that has words in it."""
        self.parts.append(part)
        self._open.append(part)

    def close(self) -> None:
        """End the part that was begun last."""
        self._open.pop()

    def heading(self, value: Mapping[str, Any], start: int, end: int) -> None:
        """Begin a heading."""
        self.open(Part(Sign.HEADING, start, end, value["level"].removeprefix("H")))

    def link(self, value: Mapping[str, Any], start: int, end: int) -> None:
        """Begin a link."""
        self.open(Part(Sign.LINK, start, end, _address(value)))

    def image(self, value: Mapping[str, Any], start: int, end: int) -> None:
        """Begin an image."""
        self.open(Part(Sign.IMAGE, start, end, _address(value)))

    def code(self, value: Any, start: int, end: int) -> None:  # noqa: ANN401
        """Begin a block of code."""
        language = value.get("Fenced", "") if isinstance(value, Mapping) else ""
        part = Part(Sign.CODE_BLOCK, start, end, language)
        self.open(part)

    def end_code(self) -> None:
        """End a block of code: its text is its value."""
        part = self._open.pop()
        part.value, part.text = part.text, part.value

    def list_(self, first: Any, start: int, end: int) -> None:  # noqa: ANN401
        """Begin a list; ``first`` is the number that it begins with, None where it has none."""
        number = "" if first is None else str(first)
        part = Part(Sign.LIST, start, end, text=number, depth=len(self._lists))
        self.parts.append(part)
        self._lists.append(part)

    def end_list(self) -> None:
        """End a list."""
        self._lists.pop()

    def item(self, _: Any, start: int, end: int) -> None:  # noqa: ANN401
        """Take an item of a list."""
        self._lists[-1].rows += 1
        self.parts.append(Part(Sign.ITEM, start, end, depth=len(self._lists)))

    def table(self, alignments: Any, start: int, end: int) -> None:  # noqa: ANN401
        """Begin a table."""
        self._table = Part(Sign.TABLE, start, end, columns=len(alignments))
        self.parts.append(self._table)

    def row(self, _: Any, start: int, end: int) -> None:  # noqa: ANN401
        """Take a row of a table."""
        self._table.rows += 1
        cells = cells_of(self._data[start:end].decode(errors="ignore"))
        if cells != self._table.columns:
            self._table.uneven += ((start, end, cells),)

    def html(self, _: Any, __: int, ___: int) -> None:  # noqa: ANN401
        """Begin a block of HTML."""
        self._html = []

    def end_html(self) -> None:
        """End a block of HTML."""
        lines = self._html or []
        self._html = None
        self.blocks.append(tuple(lines))
        self._add_tags("".join(line for line, _ in lines), lines)

    def _add_tags(self, html: str, lines: Sequence[tuple[str, int]]) -> None:
        for tag in html_tags(html):
            start, end = in_bytes(lines, tag.start), in_bytes(lines, tag.end)
            placed = HtmlTag(tag.name, start, end, tag.attributes, tag.closing, tag.ended)
            self.tags.append(placed)
            self.parts.extend(self._parts_of.take(placed))


def _address(value: Mapping[str, Any]) -> str:
    is_email = value["link_type"] == "Email"
    return f"mailto:{value['dest_url']}" if is_email else value["dest_url"]


def in_bytes(lines: Sequence[tuple[str, int]], index: int) -> int:
    """Return where a position in joined lines stands in the text."""
    for number, (line, start) in enumerate(lines):
        if index < len(line) or (number == len(lines) - 1 and index <= len(line)):
            return start + len(line[:index].encode())
        index -= len(line)
    return lines[-1][1] if lines else 0


_STARTS: dict[str, Callable[[_Builder, Any, int, int], None]] = {
    "Heading": _Builder.heading,
    "Link": _Builder.link,
    "Image": _Builder.image,
    "CodeBlock": _Builder.code,
    "List": _Builder.list_,
    "Item": _Builder.item,
    "Table": _Builder.table,
    "TableRow": _Builder.row,
    "HtmlBlock": _Builder.html,
}
_ENDS: dict[str, Callable[[_Builder], None]] = {
    "Heading": _Builder.close,
    "Link": _Builder.close,
    "Image": _Builder.close,
    "CodeBlock": _Builder.end_code,
    "List": _Builder.end_list,
    "HtmlBlock": _Builder.end_html,
}
