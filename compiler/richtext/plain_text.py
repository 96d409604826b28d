"""Plain text out of Markdown events: what a push, an SMS or a mail's text part shows."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.richtext.html_plain import SILENT, plain_address, plain_html
from compiler.richtext.html_tags import HtmlTag, html_tags

Event = str | Mapping[str, Any]

_BLOCKS = {"Paragraph", "Heading", "CodeBlock", "HtmlBlock"}
_NAME_OF_HEADING = re.compile(r"\{:?[ \t]*#[A-Za-z][\w.:-]*[ \t]*\}\s*\Z")
_NAME = re.compile(r"\{:[ \t]*#[A-Za-z][\w.:-]*[ \t]*\}\s*\Z")


@dataclass
class _List:
    number: int | None


@dataclass
class _Writer:
    """The text so far: finished blocks, and the one that is being written."""

    blocks: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    anchors: list[tuple[str, int]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    quote: int = 0
    tight: bool = False
    after_marker: bool = False
    silent: bool = False
    html: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add to the block that is being written, unless it stands inside a script."""
        if not self.silent:
            self.line.append(text)

    def close(self) -> None:
        """End the block, if one has begun."""
        if self.line:
            self._end_line()
        self.after_marker = False

    def _end_line(self) -> None:
        text = "".join(self.line).strip("\n")
        text = _NAME.sub("", text).rstrip() if "{:" in text else text
        self.line.clear()
        if text.strip():
            self._append(self.indent() + text)

    def indent(self) -> str:
        """What stands before a block inside the item it continues."""
        return "" if self.after_marker else "   " * len(self.lists)

    def _append(self, text: str) -> None:
        if self.quote:
            text = "\n".join("> " * self.quote + line for line in text.split("\n"))
        if self.tight and self.blocks:
            self.blocks[-1] += f"\n{text}"
        else:
            self.blocks.append(text)
        self.tight = bool(self.lists)


def plain_text(events: Iterable[Event]) -> str:
    """Return text with blocks apart by one empty line; links are followed by their address."""
    writer = _Writer()
    line, ends = writer.line, _ENDS
    for event in events:  # a hundred of them in a text: what most are is decided here
        if isinstance(event, str):
            _ALONE.get(event, _nothing)(writer)
            continue
        kind = next(iter(event))
        content = event[kind]
        if kind == "Text" or kind == "Code":  # noqa: PLR1714 - in this order it is faster
            if not writer.silent:
                line.append(content)
        elif kind == "End" and content.__class__ is str:
            take = ends.get(content)
            if take is not None:
                take(writer, None)
        else:
            _take(writer, kind, content)
    writer.close()
    return "\n\n".join(writer.blocks)


def _take(writer: _Writer, kind: str, content: Any) -> None:  # noqa: ANN401 - as pyromark has them
    if kind in ("Start", "End"):
        name = content if content.__class__ is str else next(iter(content))
        take = (_STARTS if kind == "Start" else _ENDS).get(name)
        if take is not None:
            take(writer, None if name is content else content[name])
    elif kind == "Html":
        writer.html.append(content)
    elif kind == "InlineHtml":
        _inline_html(writer, content)


def _inline_html(writer: _Writer, html: str) -> None:
    if not html.startswith(("<!", "<?")):
        for tag in html_tags(html):
            _inline_tag(writer, tag)
    elif not html.startswith("<!--"):
        writer.write(html.partition(">")[2])  # it is removed up to there


def _inline_tag(writer: _Writer, tag: HtmlTag) -> None:
    if tag.name in SILENT:
        writer.silent = not (tag.closing or tag.ended)
    elif tag.name in {"br", "p"}:
        writer.write("\n")
    elif tag.name == "img":
        writer.write(tag.attributes.get("alt", ""))
    elif tag.name == "a" and not tag.closing:
        writer.anchors.append((tag.attributes.get("href", ""), len(writer.line)))
    elif tag.name == "a" and writer.anchors:
        _close_link(writer, *writer.anchors.pop())


def _nothing(_: _Writer) -> None:
    """Leave out what has no text."""


def _soft_break(writer: _Writer) -> None:
    writer.write(" ")


def _hard_break(writer: _Writer) -> None:
    writer.write("\n")


def _rule(writer: _Writer) -> None:
    writer.close()
    writer.tight = False
    writer.blocks.append("---")


def _start_block(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    if not writer.after_marker:
        writer.close()


def _end_block(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.close()


def _end_html_block(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.write(plain_html("".join(writer.html)))
    writer.html.clear()
    writer.close()


def _end_heading(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    """End a heading without the name that links find it by."""
    words = "".join(writer.line)
    named = _NAME_OF_HEADING.sub("", words) if "}" in words else words
    writer.line[:] = [named.rstrip()]
    writer.close()


def _start_list(writer: _Writer, start: int | None) -> None:
    writer.close()
    writer.lists.append(_List(start))
    if len(writer.lists) == 1:
        writer.tight = False


def _end_list(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.close()
    writer.lists.pop()
    writer.tight = bool(writer.lists)


def _start_item(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.close()
    current = writer.lists[-1]
    indent = "   " * (len(writer.lists) - 1)
    writer.after_marker = True
    if current.number is None:
        writer.write(f"{indent}- ")
        return
    writer.write(f"{indent}{current.number}. ")
    current.number += 1


def _start_quote(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.close()
    writer.quote += 1


def _end_quote(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.close()
    writer.quote -= 1


def _start_link(writer: _Writer, link: Mapping[str, Any]) -> None:
    writer.links.append((link["dest_url"], len(writer.line)))


def _end_link(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    _close_link(writer, *writer.links.pop())


def _close_link(writer: _Writer, address: str, begin: int) -> None:
    writer.write(plain_address(address, "".join(writer.line[begin:])))


def _end_cell(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.cells.append("".join(writer.line).strip())
    writer.line.clear()


def _end_row(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    row = " | ".join(writer.cells)
    writer.cells.clear()
    if writer.tight and writer.blocks:
        writer.blocks[-1] += f"\n{row}"
    else:
        writer.blocks.append(row)
    writer.tight = True


def _end_table(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.tight = bool(writer.lists)


def _start_table(writer: _Writer, _: Any) -> None:  # noqa: ANN401
    writer.close()
    writer.tight = False


_ALONE: dict[str, Callable[[_Writer], None]] = {
    "SoftBreak": _soft_break,
    "HardBreak": _hard_break,
    "Rule": _rule,
}
_STARTS: dict[str, Callable[[_Writer, Any], None]] = {
    **dict.fromkeys(_BLOCKS, _start_block),
    "List": _start_list,
    "Item": _start_item,
    "BlockQuote": _start_quote,
    "Link": _start_link,
    "Table": _start_table,
}
_ENDS: dict[str, Callable[[_Writer, Any], None]] = {
    **dict.fromkeys(_BLOCKS, _end_block),
    "Heading": _end_heading,
    "HtmlBlock": _end_html_block,
    "List": _end_list,
    "Item": _end_block,
    "BlockQuote": _end_quote,
    "Link": _end_link,
    "TableCell": _end_cell,
    "TableHead": _end_row,
    "TableRow": _end_row,
    "Table": _end_table,
}
