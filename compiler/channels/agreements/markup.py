"""Markdown with Jinja in it as Typst with Jinja in it.

Words become strings, structure becomes calls of functions; nothing of a body is ever Typst markup.
So neither an author's words nor a value can be taken for code, and what is written is shown.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyromark

from compiler.channels.agreements.inline_html import inline_html, start_html
from compiler.channels.agreements.literals import literal
from compiler.channels.agreements.references import end_image, end_link, start_image, start_link
from compiler.channels.agreements.writer import Refused, Writer
from compiler.templating.jinja_tokens import protect

_MARKDOWN = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
_NAME = re.compile(r"\s*\\u\{7b\}:?[ \t]*#[A-Za-z][\w.:-]*[ \t]*\}\s*\Z")
_ALIGNMENT = {"None": "start", "Left": "left", "Center": "center", "Right": "right"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body as Typst, its Jinja kept; what of it cannot be shown, what it refers to.

    ``references`` are the addresses, as written, of what this repository has: whoever puts the body
    into a document says what they come to.
    """

    markup: str
    refused: tuple[Refused, ...] = ()
    references: tuple[str, ...] = ()


@lru_cache(maxsize=4_096)
def compile_markup(source: str) -> Body:
    """Compile a body of Markdown with Jinja to Typst that still holds the Jinja."""
    protected = protect(source)
    writer = Writer(protected)
    for event, span in _MARKDOWN.events_with_range(protected.markdown):
        writer.span = span["start"], span["end"]
        _take(writer, event)
    writer.flush()
    return Body("".join(writer.out), tuple(writer.refused), tuple(dict.fromkeys(writer.references)))


def _take(writer: Writer, event: Any) -> None:  # noqa: ANN401 - a string, or an object with one key
    if isinstance(event, str):
        _ALONE.get(event, _nothing)(writer)
        return
    ((kind, content),) = event.items()
    if kind in {"Start", "End"}:
        name, value = (content, None) if isinstance(content, str) else next(iter(content.items()))
        table = _STARTS if kind == "Start" else _ENDS
        table.get(name, _ignore)(writer, value)
    elif kind == "Text" and writer.code is not None:
        writer.code.append(content)
    else:
        _LEAVES.get(kind, _ignore)(writer, content)


def _nothing(_: Writer) -> None:
    """Leave out what prints nothing."""


def _ignore(_: Writer, __: Any) -> None:  # noqa: ANN401
    """Leave out what prints nothing."""


def _text(writer: Writer, text: str) -> None:
    writer.write(text)


def _code(writer: Writer, text: str) -> None:
    if writer.alt is not None:
        writer.alt.append(text)
        return
    for _, shown in writer.links:
        shown.append(text)
    writer.call(f"#raw({literal(writer.whole(text))})")


def _hard_break(writer: Writer) -> None:
    writer.call("#linebreak()")


def _rule(writer: Writer) -> None:
    writer.block()
    writer.call("#line(length: 100%)")


def _start_paragraph(writer: Writer, _: Any) -> None:  # noqa: ANN401
    if not _is_statement(writer):
        writer.block()
    writer.open_tags.append("")


def _is_statement(writer: Writer) -> bool:
    """Tell whether a paragraph is a statement alone, which separates nothing."""
    return re.fullmatch(rf"\s*{writer.protected.mark}B\d+Z\s*", writer.piece) is not None


def _end_paragraph(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.leave("")


def _start_heading(writer: Writer, heading: Mapping[str, Any]) -> None:
    writer.block()
    writer.enter(f"#heading(level: {heading['level'][1:]})[")


def _start_quote(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.block()
    writer.enter("#quote(block: true)[")


def _start_strong(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.enter("#strong[")


def _start_emphasis(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.enter("#emph[")


def _end_heading(writer: Writer, _: Any) -> None:  # noqa: ANN401
    """End a heading without the name that links find it by."""
    if writer.run:
        writer.run[-1] = _NAME.sub("", writer.run[-1])
    writer.leave()


def _end_container(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.leave()


def _start_code(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.block()
    writer.code = []


def _end_code(writer: Writer, _: Any) -> None:  # noqa: ANN401
    code = "".join(writer.code or ()).removesuffix("\n")
    writer.code = None
    writer.call(f"#raw({literal(writer.whole(code))}, block: true)")


def _start_list(writer: Writer, start: int | None) -> None:
    writer.block("\n")
    writer.lists.append(start)


def _end_list(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.lists.pop()


def _start_item(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.block("\n")
    number = writer.lists[-1]
    if number is None:
        writer.enter("#list.item[")
        return
    writer.enter(f"#enum.item({number})[")
    writer.lists[-1] = number + 1


def _start_table(writer: Writer, alignments: Iterable[str]) -> None:
    writer.block()
    sides = [_ALIGNMENT[one] for one in alignments]
    writer.call(f"#table(columns: {len(sides)}, align: ({', '.join(sides)},),")


def _start_cell(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.flush()
    writer.kept.append(writer.out)
    writer.out = []
    writer.enter("[")


def _end_cell(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.leave()
    writer.cells.append("".join(writer.out))
    writer.out = writer.kept.pop()


def _end_head(writer: Writer, _: Any) -> None:  # noqa: ANN401
    if any(cell != "[]" for cell in writer.cells):
        bold = ", ".join(f"strong{cell}" for cell in writer.cells)
        writer.call(f"\n  table.header({bold}),")
    writer.cells.clear()


def _end_row(writer: Writer, _: Any) -> None:  # noqa: ANN401
    statement = writer.protected.statement(writer.piece)
    writer.call(f"\n  {statement or ', '.join(writer.cells) + ','}")
    writer.cells.clear()


def _end_table(writer: Writer, _: Any) -> None:  # noqa: ANN401
    writer.call("\n)")


_ALONE: dict[str, Callable[[Writer], None]] = {
    "SoftBreak": lambda writer: writer.write(" "),
    "HardBreak": _hard_break,
    "Rule": _rule,
}
_LEAVES: dict[str, Callable[[Writer, Any], None]] = {
    "Text": _text,
    "Code": _code,
    "InlineHtml": inline_html,
}
_STARTS: dict[str, Callable[[Writer, Any], None]] = {
    "Paragraph": _start_paragraph,
    "Heading": _start_heading,
    "BlockQuote": _start_quote,
    "CodeBlock": _start_code,
    "Strong": _start_strong,
    "Emphasis": _start_emphasis,
    "Link": start_link,
    "Image": start_image,
    "HtmlBlock": start_html,
    "List": _start_list,
    "Item": _start_item,
    "Table": _start_table,
    "TableCell": _start_cell,
}
_ENDS: dict[str, Callable[[Writer, Any], None]] = {
    **dict.fromkeys(("BlockQuote", "Strong", "Emphasis", "Item"), _end_container),
    "Heading": _end_heading,
    "Paragraph": _end_paragraph,
    "CodeBlock": _end_code,
    "Image": end_image,
    "Link": end_link,
    "List": _end_list,
    "TableCell": _end_cell,
    "TableHead": _end_head,
    "TableRow": _end_row,
    "Table": _end_table,
}
