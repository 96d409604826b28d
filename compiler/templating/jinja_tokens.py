"""Jinja constructs kept out of Markdown's sight: tokens go in their place, and come back after.

A construct in a line of text becomes a word; a statement alone on its line becomes a block, so that
no paragraph is made around it, or between the rows of a table a row of its own. Within an item of a
list it stays there.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compiler.templating.fences import fenced_lines
from compiler.templating.list_items import item_indents
from compiler.templating.table_statements import table_statements

_OPENING = re.compile(r"\{(?=([{%#]))")
_CLOSING = {"{": "}}", "%": "%}", "#": "#}"}
_ALONE = re.compile(r"^[ \t]*(\{%[^\n]*?%\})[ \t]*$", re.MULTILINE)

_QUOTE = re.compile("[\"']")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^'\\]|\\.)*'", re.DOTALL),
}
_LONGEST_QUOTE = 2_000
"""How far a quote is looked for that ends another; a template may be hostile."""

_SIGN = re.compile(r"\{[{%#]")


def constructs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each construct begins and ends, in time that grows with the text alone.

    What begins one and is never closed is text.
    """
    end, unclosed = 0, set()
    for opening in _OPENING.finditer(text):
        begin, kind = opening.start(), opening[1]
        if begin < end or kind in unclosed:
            continue
        closing = text.find(_CLOSING[kind], begin + 2)
        if closing < 0:
            unclosed.add(kind)
        else:
            end = _behind_quotes(text, begin, closing, kind) + 2
            yield begin, end


def _behind_quotes(text: str, begin: int, closing: int, kind: str) -> int:
    """Return where a construct is closed: what stands in quotes closes nothing."""
    if kind == "#" or not _QUOTE.search(text, begin, closing):
        return closing
    at = begin + 2
    while True:
        sign = _QUOTE.search(text, at, closing)
        if sign is None:
            return closing
        quoted = _QUOTED[sign[0]].match(text, sign.start(), sign.start() + _LONGEST_QUOTE)
        if quoted is None:
            return closing
        at = quoted.end()
        if at > closing:
            after = text.find(_CLOSING[kind], at)
            if after < 0:
                return closing
            closing = after


def replaced(text: str, instead: Callable[[str], str]) -> str:
    """Return a text with something in the place of each construct."""
    parts, at = [], 0
    for begin, end in constructs(text):
        parts += [text[at:begin], instead(text[begin:end])]
        at = end
    return "".join((*parts, text[at:]))


@dataclass(frozen=True, slots=True)
class Protected:
    """Markdown with tokens, and what each of them stands for.

    What looks like a construct only after Markdown, since its signs were escaped, stays text.
    """

    markdown: str
    mark: str
    constructs: tuple[str, ...]
    blocks: frozenset[int]

    def restore_html(self, compiled: str) -> str:
        """Put constructs back into HTML; a block statement loses the paragraph around it."""
        inert = _SIGN.sub(lambda sign: f"&#123;{sign[0][1]}", compiled)
        inert = re.sub(rf"^({self.mark}B\d+Z)\n", r"\1", inert, flags=re.MULTILINE)  # in code
        blocks = re.sub(rf"<p>({self.mark}B\d+Z)</p>", r"\1", inert)
        row = rf"<tr>\s*<td[^>]*>({self.mark}R\d+Z)</td>(?:\s*<td[^>]*></td>)*\s*</tr>"
        return self._restore(re.sub(row, r"\1", blocks))

    def restore_text(self, text: str) -> str:
        """Put constructs back into plain text; a block statement takes no line of its own."""
        inert = _SIGN.sub(lambda sign: f"{{{{ '{sign[0]}' }}}}", text)
        blocks = re.sub(rf"[ \t]*({self.mark}B\d+Z)\n+", r"\1", inert)
        return self._restore(re.sub(rf"({self.mark}R\d+Z)[ |]*\n?", r"\1", blocks))

    def statement(self, row: str) -> str | None:
        """Return the statement that a row of a table (as Markdown) stands for, None in others."""
        found = re.fullmatch(rf"\|? ?{self.mark}R(\d+)Z ?\|?", row.strip())
        return None if found is None else self.constructs[int(found[1])]

    def _restore(self, text: str) -> str:
        return re.sub(
            rf"{self.mark}[BRW](\d+)Z", lambda token: self.constructs[int(token[1])], text
        )


def protect(source: str) -> Protected:
    """Replace every Jinja construct of ``source`` by a token; comments are dropped."""
    mark = _unused(source)
    found: list[str] = []
    blocks: set[int] = set()

    def token(kind: str, construct: str) -> str:
        found.append(construct)
        return f"{mark}{kind}{len(found) - 1}Z"

    def block(match: re.Match[str]) -> str:
        blocks.add(len(found))
        return f"\n{' ' * items.get(match.start(), 0)}{token('B', match[1])}\n"

    rows, code, items = table_statements(source), fenced_lines(source), item_indents(source)

    def word(construct: str) -> str:
        return "" if construct.startswith("{#") else token("W", construct)

    def line(match: re.Match[str]) -> str:
        if match.start() in code:
            return token("B", match[1]) if match[1].count("{%") == 1 else match[0]
        # Several statements on one line are words: only one that is alone is a block.
        if match.start() in rows:
            return f"| {token('R', match[1])} |"
        return match[0] if match[1].count("{%") > 1 else block(match)

    markdown = replaced(_ALONE.sub(line, source), word)
    return Protected(markdown, mark, tuple(found), frozenset(blocks))


def escape_around_jinja(text: str) -> str:
    """Escape text for HTML, and leave its Jinja constructs, whose values are escaped later."""
    parts, at = [], 0
    for begin, end in constructs(text):
        parts += [html.escape(text[at:begin]), text[begin:end]]
        at = end
    return "".join((*parts, html.escape(text[at:])))


def _unused(source: str) -> str:
    number = 0
    while f"JX{number}Q" in source:
        number += 1
    return f"JX{number}Q"
