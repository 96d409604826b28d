"""Signs of Markdown that mean nothing where they stand, so that visitors would read them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from compiler.richtext.allowed import TAGS
from compiler.richtext.html_tags import HtmlTag
from compiler.richtext.outline import Outline
from compiler.richtext.parts import Sign


class Literal(NamedTuple):
    """Signs from ``start`` to ``end`` (bytes), and what to do about them."""

    start: int
    end: int
    what: str
    hint: str


_SHOWN = ": these signs are shown to visitors"
_FENCE = re.compile(rb"```+|~~~+")
_FOOTNOTE_HINT = "write the note where it belongs, in words"
_BROKEN_TAG = re.compile(rf"<({'|'.join(sorted(TAGS))})\s[^<>\n]*=[^<>\n]*>")
_ANYWHERE = (
    (
        re.compile(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}"),
        "a placeholder of a template",
        "a text has no values: write what it should say, or a template",
    ),
    (
        re.compile(r"\]\[(?=[^\[\]]+\])"),
        "a link that is none",
        "write `[words](address)`, or the address in a line of its own: `[name]: https://…`",
    ),
    (re.compile(r"\[\^[\w-]+\]:?"), "a footnote", _FOOTNOTE_HINT),
    (
        re.compile(r"\]\((?=\S)|\] \((?=https?:|mailto:|www\.)"),
        "a link that is none",
        "write `[words](address)`: nothing between `]` and `(`, no space in the address",
    ),
    (
        re.compile(r"(?<![\w*])\*\*(?=\w)"),
        "`**` that nothing closes",
        "write `**` behind the words",
    ),
    (
        re.compile(r"(?<![\w_])__(?=[^\W_])"),
        "`__` that nothing closes",
        "write `__` behind the words",
    ),
    (re.compile(r"~~(?=\w)[^~]*~~"), "words struck through", "write `<del>…</del>`"),
    (
        _BROKEN_TAG,
        "a tag that is none",
        'write each value of an attribute in quotes: `title="…"`',
    ),
)
_ROW = "a row of a table that is none"
"""Told once of rows that follow upon each other."""

_AT_LINE_START = (
    (re.compile(r"\A#{2,6}(?=[^\W\d])"), "a heading that is none", "write a space behind the `#`"),
    (
        re.compile(r"\A\|.*\|[ \t]*\Z"),
        _ROW,
        "a table begins with a row and a line such as `|---|---|`, with as many cells",
    ),
    (
        re.compile(r"\A\{:(?![ \t]*#[\w.:-]+[ \t]*\}).*\}[ \t]*\Z"),
        "attributes of kramdown",
        "take them out; for a heading that links lead to, write `{#name}` behind its words",
    ),
    (re.compile(r"\A\[[ xX]\] "), "a box to tick", "write what is done in words"),
)
_SIGN = re.compile(r"\](?:\(|\[| \()|\*\*|__|~~|\[\^|\{[{%]|<")
"""What patterns for anywhere need; few runs of words have one."""

_SUSPECT = re.compile(
    r"\](?:\(|\[| \()|<[a-z][^<>=\n]*=|\[\^|\{[{%]|\*\*|__|~~|##|```"
    r"|^[ \t>*+-]*(?:\||\{:|\[[ xX]\] )",
    re.MULTILINE,
)

_IN_TITLES = re.compile(
    r"\*\*[^*\n]+\*\*|__[^_\n]+__|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]+\)|</?[A-Za-z][^<>\n]*>"
    r"|&(?:amp|lt|gt|quot|nbsp|#\d{1,7});"
)


def literals_of_title(title: str) -> Iterator[tuple[int, int]]:
    """Yield from and to which character a title, which is plain text, has markup."""
    for found in _IN_TITLES.finditer(title):
        yield found.span()


def literals(outline: Outline) -> Iterator[Literal]:
    """Yield the signs of a text that visitors would read."""
    if not _SUSPECT.search(outline.markdown):
        return
    data = outline.markdown.encode()
    yield from _unclosed_code(outline, data)
    yield from _footnotes(outline)
    row_ended = -1
    for start, end in outline.runs:
        run = data[start:end].decode(errors="ignore")
        first = run[:1] in "#|{[" and _begins_line(data, start)
        patterns = [
            *(_ANYWHERE if _SIGN.search(run) else ()),
            *(_AT_LINE_START if first else ()),
        ]
        for pattern, what, hint in patterns:
            for match in pattern.finditer(run):
                begin = start + len(run[: match.start()].encode())
                goes_on = what == _ROW and not data[row_ended:begin].strip() and row_ended >= 0
                row_ended = end if what == _ROW else row_ended
                if data[begin - 1 : begin] != b"\\" and not goes_on:
                    yield Literal(begin, begin + len(match[0].encode()), what + _SHOWN, hint)


def broken_tags(outline: Outline) -> Iterator[HtmlTag]:
    """Yield what was meant to open an element, and is shown to visitors as it is written."""
    data = outline.markdown.encode() if _BROKEN_TAG.search(outline.markdown) else b""
    for start, end in outline.runs if data else ():
        run = data[start:end].decode(errors="ignore")
        for match in _BROKEN_TAG.finditer(run):
            begin = start + len(run[: match.start()].encode())
            yield HtmlTag(match[1], begin, begin + len(match[0].encode()), {})


def _unclosed_code(outline: Outline, data: bytes) -> Iterator[Literal]:
    for part in outline.of(Sign.CODE_BLOCK):
        first, *others = data[part.start : part.end].rstrip().split(b"\n")
        fence = _FENCE.match(first)
        if fence is None:
            continue
        closing = rb"[ \t>]*" + re.escape(fence[0]) + re.escape(fence[0][:1]) + rb"*[ \t]*"
        if not others or not re.fullmatch(closing, others[-1]):
            what = "a block of code that nothing closes: all that follows is shown as code"
            hint = f"write {fence[0].decode()} in a line of its own where the code ends"
            yield Literal(part.start, part.start + len(fence[0]), what, hint)


def _footnotes(outline: Outline) -> Iterator[Literal]:
    """Yield notes that are taken for links, as a line of a single word says what they are."""
    for part in outline.of(Sign.LINK):
        if not part.in_html and re.fullmatch(r"\^[\w-]+", part.text):
            yield Literal(part.start, part.end, f"a footnote{_SHOWN}", _FOOTNOTE_HINT)


def _begins_line(data: bytes, start: int) -> bool:
    """Tell whether a run stands at the begin of a line, but for marks of quotes and lists."""
    line = data[data.rfind(b"\n", 0, start) + 1 : start]
    return re.fullmatch(rb"[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*)*", line) is not None
