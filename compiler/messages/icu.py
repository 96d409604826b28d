"""ICU MessageFormat 1 text → tree, reading it as FormatJS does.

An apostrophe begins quoted text only before a character that needs it (`{ } < >`, and `#` in a
plural); two are one. `#` counts directly in the branches of a plural, also inside tags there, not
in a select between. A tag is `<name>…</name>`; `<name/>` is text.
"""

import re
from typing import cast

from compiler.messages.ast import (
    Argument,
    FormatKind,
    Formatted,
    Message,
    Node,
    Number,
    Tag,
    Text,
    joined,
)
from compiler.messages.icu_choices import Choices
from compiler.messages.icu_cursor import IDENTIFIER, JS_SPACE, SPACES
from compiler.messages.icu_error import IcuErrorKind as Kind
from compiler.messages.icu_literals import is_letter

_TAG_NAME = re.compile(
    "[A-Za-z][-.0-9_a-zA-Z\xb7\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    "\u2070-\u21cf\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]*"
)
_ATTRIBUTES = re.compile(
    r"""(?:\s+[A-Za-z_:@][-\w:.@]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)+\s*/?>"""
)
_CLOSING = re.compile(r"</([^\s<>]+)\s*>")
_QUOTING = re.compile("'['}>]")
USUAL_ARGUMENT = re.compile(
    r"\{([A-Za-z_][A-Za-z0-9_]*)(?:, ?(number|date|time)(?:, ?([A-Za-z]+))?)?\}"
)
_FORMATS = {"number", "date", "time"}
_CHOICES = {"plural", "selectordinal", "select"}


def is_plain(text: str) -> bool:
    """Tell at once whether a message is nothing but text: no argument, quotation or tag in it."""
    if "{" in text or "<" in text:
        return False
    return "'" not in text or _QUOTING.search(text) is None


def parse(
    text: str, *, inline_html: bool = False, tags: bool = True, other_required: bool = True
) -> Message:
    """Read a message. Raises IcuSyntaxError, with the place of the first error.

    With ``inline_html`` a tag with attributes and its closing tag are text; without, they are the
    error that FormatJS reports. Without ``tags`` every `<` is text.
    """
    if not text:
        return ()
    if is_plain(text):
        return (Text(text, 0, len(text)),)
    parser = _Parser(text, inline_html, tags, other_required)
    message = parser.message("", in_tag=False)
    return joined(message) if parser.split else message


def number_skeleton(skeleton: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the stems of a number skeleton with their options; nothing where it is unreadable."""
    tokens = [tuple(token.split("/")) for token in SPACES.split(skeleton) if token]
    if any("" in options for _, *options in tokens):
        return ()
    return tuple((stem, tuple(options)) for stem, *options in tokens)


class _Parser(Choices):
    __slots__ = ("inline_html", "split")

    def __init__(self, text: str, inline_html: bool, tags: bool, other_required: bool) -> None:  # noqa: FBT001
        super().__init__(text, tags)
        self.inner = self.message
        self.inline_html = inline_html
        self.other_required = other_required
        self.split = False  # whether text may stand beside text

    def message(self, parent: str, *, in_tag: bool) -> Message:
        """Read up to the end, to the brace or to the closing tag that ends this message."""
        nodes: list[Node] = []
        html: list[str] = []  # names of the tags with attributes that are open here
        text, length = self.text, len(self.text)
        while self.pos < length:
            character = text[self.pos]
            if character == "{":
                nodes.append(
                    self.usual_argument()
                    or self.usual_choice(in_tag=in_tag)
                    or self.argument(in_tag=in_tag)
                )
            elif character == "}" and self.depth:
                break
            elif character == "#" and parent in {"plural", "selectordinal"}:
                self.pos += 1
                nodes.append(Number(self.pos - 1, self.pos))
            elif (
                character == "<" and self.tags and (node := self.angle(parent, html, in_tag=in_tag))
            ):
                nodes.append(node)
            elif character == "<" and self.tags and self.peek() == "/":
                break
            else:
                nodes.append(self.literal(parent))
        return tuple(nodes)

    def angle(self, parent: str, html: list[str], *, in_tag: bool) -> Node | None:
        """Read a tag where ``<`` begins one; None where it is text or closes the tag around."""
        following = self.peek()
        if following == "/":
            if html and (closing := self.html_closing(html)):
                return closing
            if not in_tag:
                self.fail(Kind.UNMATCHED_CLOSING_TAG, self.pos, self.pos)
            return None
        if not is_letter(following):
            return None
        return self.tag(parent, html)

    def tag(self, parent: str, html: list[str]) -> Node:
        start = self.pos
        self.pos += 1
        name = self.take(_TAG_NAME)
        if self.inline_html and (attributes := _ATTRIBUTES.match(self.text, self.pos)):
            self.split = True
            # Only the beginning is taken here: the attributes may hold arguments.
            if not attributes[0].endswith("/>"):
                html.append(name)
            return Text(self.text[start : self.pos], start, self.pos)
        self.space()
        if self.accept("/>"):
            self.split = True
            return Text(f"<{name}/>", start, self.pos)
        if not self.accept(">"):
            self.fail(Kind.INVALID_TAG, start, self.pos)
        children = self.nested(parent, in_tag=True)
        closing = self.pos
        if not self.accept("</"):
            self.fail(Kind.UNCLOSED_TAG, start, self.pos)
        if not is_letter(self.text[self.pos : self.pos + 1]):
            self.fail(Kind.INVALID_TAG, closing, self.pos)
        name_start = self.pos
        if self.take(_TAG_NAME) != name:
            self.fail(Kind.UNMATCHED_CLOSING_TAG, name_start, self.pos)
        self.space()
        if not self.accept(">"):
            self.fail(Kind.INVALID_TAG, closing, self.pos)
        return Tag(name, children, start, self.pos)

    def html_closing(self, html: list[str]) -> Text | None:
        """Read ``</name>`` as text where a tag with attributes of that name is open here."""
        match = _CLOSING.match(self.text, self.pos)
        if match is None or match[1] not in html:
            return None
        while html.pop() != match[1]:
            pass
        start, self.pos = self.pos, match.end()
        return Text(match[0], start, self.pos)

    def usual_argument(self) -> Node | None:
        """Read an argument that is written as nearly all are, in one go."""
        match = USUAL_ARGUMENT.match(self.text, self.pos)
        if match is None:
            return None
        start, self.pos = match.span()
        name, kind, style = match.groups()
        if kind is None:
            return Argument(name, start, self.pos)
        return Formatted(name, cast("FormatKind", kind), style, start, self.pos)

    def argument(self, *, in_tag: bool) -> Node:
        start = self.pos
        self.pos += 1
        self.space()
        self.more(start)
        if self.accept("}"):
            self.fail(Kind.EMPTY_ARGUMENT, start, self.pos)
        name = self.take(IDENTIFIER)
        if not name:
            self.fail(Kind.MALFORMED_ARGUMENT, start, self.pos)
        self.space()
        self.more(start)
        if self.accept("}"):
            return Argument(name, start, self.pos)
        if not self.accept(","):
            self.fail(Kind.MALFORMED_ARGUMENT, start, self.pos)
        self.space()
        self.more(start)
        type_start = self.pos
        kind = self.take(IDENTIFIER)
        if kind in _FORMATS:
            return self.formatted(name, cast("FormatKind", kind), start)
        if kind in _CHOICES:
            return self.choice(name, kind, start, in_tag=in_tag)
        wrong = Kind.INVALID_ARGUMENT_TYPE if kind else Kind.EXPECT_ARGUMENT_TYPE
        return self.fail(wrong, type_start, self.pos)

    def formatted(self, name: str, kind: FormatKind, start: int) -> Formatted:
        self.space()
        style, style_start, style_end = None, self.pos, self.pos
        if self.accept(","):
            self.space()
            style_start = self.pos
            style = self.style()
            style_end = self.pos
            if not style:
                self.fail(Kind.EXPECT_ARGUMENT_STYLE, self.pos, self.pos)
        self.close(start)
        if style is not None and style.startswith("::"):
            skeleton = style[2:].lstrip(JS_SPACE)
            if kind == "number" and not number_skeleton(skeleton):
                self.fail(Kind.INVALID_NUMBER_SKELETON, style_start, style_end)
            if not skeleton:
                self.fail(Kind.EXPECT_DATE_TIME_SKELETON, start, self.pos)
        return Formatted(name, kind, style, start, self.pos)
