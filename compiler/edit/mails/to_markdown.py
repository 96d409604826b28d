"""The HTML of a mail as Markdown: its words, headings, links, lists, tables of data, images.

Jinja stays where it stands. How it looked is left to the layout.
"""

import html
import re
from html.parser import HTMLParser

from typing_extensions import override

from compiler.channels.email.jinja import Tokens, tokens_for
from compiler.edit.mails.refused import RefusedMailError
from compiler.richtext.html_names import BLOCKS, VOID

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_REFUSED = {"form", "input", "script", "iframe", "object", "select", "textarea", "video", "audio"}
_SILENT = {"style", "head", "title"}
_ESCAPED = re.compile(r"([\\`*_\[\]<>])")
_BEGIN = re.compile(r"^(\d+)([.)])(?=\s)|^([-+#>=|])", re.MULTILINE)
_BREAKS = re.compile(r"(?:\s*\\)+\Z")
_WHITE = re.compile(r"[ \t\r\n]+")


def to_markdown(source: str) -> str:
    """Return HTML with Jinja as Markdown with the same Jinja. Raises RefusedMailError."""
    tokens = tokens_for(source)
    writer = _Writer(tokens)
    writer.feed(tokens.text)
    writer.close()
    writer.end_block()
    text = "\n\n".join(writer.blocks)
    return re.sub(r"\n{3,}", "\n\n", tokens.restore(text)).strip()


def escaped(text: str) -> str:
    """Return plain text as Markdown that says the same."""
    safe = _ESCAPED.sub(r"\\\1", text)
    return _BEGIN.sub(lambda sign: rf"{sign[1]}\{sign[2]}" if sign[1] else rf"\{sign[3]}", safe)


class _Writer(HTMLParser):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__(convert_charrefs=True)
        self._tokens = tokens
        self._token = re.compile(rf"{tokens.mark}(\d+)Z")
        self.blocks: list[str] = []
        self._line: list[str] = []
        self._prefix = ""
        self._lists: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._silent = 0
        self._marks: list[tuple[str, int]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _REFUSED:
            raise RefusedMailError(f"`<{tag}>` has no place in a mail")
        if tag in _SILENT:
            self._silent += 1
        if tag in BLOCKS:
            self.end_block()
            self._begin_block(tag)
        elif tag == "br":
            self._line.append("\\\n")
        elif tag == "img":
            self._line.append(_image(given))
        elif tag == "a":
            self._links.append((given.get("href", ""), len(self._line)))
        elif tag in _MARKS:
            self._marks.append((tag, len(self._line)))

    def _begin_block(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append("1." if tag == "ol" else "-")
        elif tag == "li":
            sign = self._lists[-1] if self._lists else "-"
            self._prefix = f"{'   ' * (len(self._lists) - 1)}{sign} "
        elif re.fullmatch("h[1-6]", tag):
            self._prefix = "#" * int(tag[1]) + " "
        elif tag == "hr":
            self.blocks.append("---")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag in _MARKS and self._marks and self._marks[-1][0] == tag:
            self._end_mark(*self._marks.pop())
        elif tag in {"ul", "ol"} and self._lists:
            self.end_block()
            self._lists.pop()
        elif tag in BLOCKS and tag not in VOID:
            self.end_block()

    @override
    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        text = _WHITE.sub(" ", data)
        if self._line and self._line[-1].endswith(("\n", " ")):
            text = text.lstrip(" ")
        self._line.append(escaped(text) if text.strip() else text)

    def end_block(self) -> None:
        """Write what has been read since the last block; statements alone stand alone."""
        text = _BREAKS.sub("", "".join(self._line).strip())
        self._line.clear()
        self._links.clear()
        self._marks.clear()
        if not text:
            return
        statements, rest = self._leading(text)
        self.blocks += statements
        if rest:
            before, after = self._trailing(rest)
            if before:
                self.blocks.append(self._prefix + before)
                self._prefix = ""
            self.blocks += after

    def _leading(self, text: str) -> tuple[list[str], str]:
        found = []
        while (match := self._token.match(text)) and self._is_statement(match):
            if not self._closes_outside(text[match.end() :]):
                break
            found.append(match[0])
            text = text[match.end() :].removeprefix("\\").strip()
        return found, text

    def _trailing(self, text: str) -> tuple[str, list[str]]:
        found: list[str] = []
        while True:
            matches = list(self._token.finditer(text))
            last = matches[-1] if matches else None
            if last is None or last.end() != len(text) or not self._is_statement(last):
                return text, found
            if self._balance(text[: last.start()]):
                return text, found
            found.insert(0, last[0])
            text = _BREAKS.sub("", text[: last.start()].strip())

    def _closes_outside(self, rest: str) -> bool:
        """Tell whether a statement that begins a block is closed in another one."""
        return self._balance(rest) >= 0

    def _balance(self, text: str) -> int:
        """Return how many statements a text opens and does not close; below 0 the other way."""
        depth = 0
        for match in self._token.finditer(text):
            construct = self._tokens.constructs[int(match[1])]
            depth += bool(re.match(r"\{%-?\s*(?:if|for)\b", construct))
            depth -= bool(re.match(r"\{%-?\s*end", construct))
        return depth

    def _is_statement(self, match: re.Match[str]) -> bool:
        return self._tokens.constructs[int(match[1])].startswith("{%")

    def _end_link(self, address: str, begin: int) -> None:
        shown = "".join(self._line[begin:]).strip()
        del self._line[begin:]
        if not address or not shown:
            self._line.append(shown)
            return
        self._line.append(f"[{shown}]({address.replace(' ', '%20')})")

    def _end_mark(self, tag: str, begin: int) -> None:
        inside = "".join(self._line[begin:])
        del self._line[begin:]
        mark, core = _MARKS[tag], inside.strip()
        lead = " " if inside[:1] == " " else ""
        tail = " " if inside[-1:] == " " else ""
        self._line.append(f"{lead}{mark}{core}{mark}{tail}" if core else inside)


def _image(given: dict[str, str]) -> str:
    kept = {key: given[key] for key in ("src", "alt", "width", "height") if given.get(key)}
    said = " ".join(f'{key}="{html.escape(value)}"' for key, value in {"alt": "", **kept}.items())
    return f"<img {said}>"
