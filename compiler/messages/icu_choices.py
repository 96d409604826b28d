"""Parsing of plurals and selects: the choices, and the messages in them."""

import re
from collections.abc import Callable
from typing import Final

from compiler.messages.ast import Branch, Message, Plural, Select
from compiler.messages.icu_cursor import IDENTIFIER
from compiler.messages.icu_error import IcuErrorKind as Kind
from compiler.messages.icu_literals import Literals

MAX_DEPTH: Final = 50
"""How deeply branches and tags may be nested."""

_USUAL_CHOICE = re.compile(
    r"\{([A-Za-z_][A-Za-z0-9_]*), ?(plural|selectordinal|select),(?! *offset)"
)
_USUAL_BRANCH = re.compile(r"([A-Za-z_][A-Za-z0-9_]*) ?\{")
_DUPLICATE = {
    True: Kind.DUPLICATE_SELECT_ARGUMENT_SELECTOR,
    False: Kind.DUPLICATE_PLURAL_ARGUMENT_SELECTOR,
}
_NO_FRAGMENT = {
    True: Kind.EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT,
    False: Kind.EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT,
}
_NO_SELECTOR = {
    True: Kind.EXPECT_SELECT_ARGUMENT_SELECTOR,
    False: Kind.EXPECT_PLURAL_ARGUMENT_SELECTOR,
}


class Choices(Literals):
    """The part of the parser that reads choices; ``inner`` reads the messages in them."""

    __slots__ = ("inner", "other_required")

    inner: Callable[..., Message]

    def __init__(self, text: str, tags: bool) -> None:  # noqa: FBT001
        super().__init__(text, tags)
        self.other_required = True

    def choice(self, name: str, kind: str, start: int, *, in_tag: bool) -> Plural | Select:
        """Read a plural or select from behind its type."""
        type_end = self.pos
        self.space()
        if not self.accept(","):
            self.fail(Kind.EXPECT_SELECT_ARGUMENT_OPTIONS, type_end, type_end)
        return self.chosen(name, kind, start, in_tag=in_tag)

    def usual_choice(self, *, in_tag: bool) -> Plural | Select | None:
        """Read a choice whose beginning is written as nearly all are."""
        match = _USUAL_CHOICE.match(self.text, self.pos)
        if match is None:
            return None
        start, self.pos = match.span()
        return self.chosen(match[1], match[2], start, in_tag=in_tag)

    def chosen(self, name: str, kind: str, start: int, *, in_tag: bool) -> Plural | Select:
        """Read the choices of a plural or select from behind the comma."""
        self.space()
        offset = self.offset() if kind != "select" else 0
        branches = self.branches(kind, in_tag=in_tag)
        self.close(start)
        if kind == "select":
            return Select(name, branches, start, self.pos)
        plural_kind = "cardinal" if kind == "plural" else "ordinal"
        return Plural(name, branches, plural_kind, offset, start, self.pos)  # type: ignore[arg-type]

    def offset(self) -> int:
        """Read ``offset:1``, or nothing."""
        before = self.pos
        if self.take(IDENTIFIER) != "offset":
            self.pos = before
            return 0
        if not self.accept(":"):
            self.fail(Kind.EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE, self.pos, self.pos)
        self.space()
        number = self.integer(
            Kind.EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE, Kind.INVALID_PLURAL_ARGUMENT_OFFSET_VALUE
        )
        self.space()
        return number

    def branches(self, kind: str, *, in_tag: bool) -> tuple[Branch, ...]:
        """Read all choices with their messages."""
        found: dict[str, Branch] = {}
        is_select = kind == "select"
        while True:
            start = self.pos
            usual = _USUAL_BRANCH.match(self.text, start)
            if usual is not None and usual[1] not in found:
                selector, brace, self.pos = usual[1], usual.end() - 1, usual.end()
            else:
                selector = self.selector(is_select=is_select)
                if not selector:
                    break
                if selector in found:
                    self.fail(_DUPLICATE[is_select], start, self.pos)
                self.space()
                brace = self.pos
                if not self.accept("{"):
                    self.fail(_NO_FRAGMENT[is_select], self.pos, self.pos)
            message = self.nested(kind, in_tag=in_tag)
            self.close(brace)
            found[selector] = Branch(selector, message, start, self.pos)
            self.space()
        if not found:
            self.fail(_NO_SELECTOR[is_select], self.pos, self.pos)
        if self.other_required and "other" not in found:
            self.fail(Kind.MISSING_OTHER_CLAUSE, self.pos, self.pos)
        return tuple(found.values())

    def selector(self, *, is_select: bool) -> str:
        """Read a branch's name, or in a plural ``=`` and a number; empty where neither stands."""
        if name := self.take(IDENTIFIER):
            return name
        start = self.pos
        if is_select or not self.accept("="):
            return ""
        self.integer(Kind.EXPECT_PLURAL_ARGUMENT_SELECTOR, Kind.INVALID_PLURAL_ARGUMENT_SELECTOR)
        return self.text[start : self.pos]

    def nested(self, parent: str, *, in_tag: bool) -> Message:
        """Read the message inside a branch or tag."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(Kind.TOO_DEEP, self.pos, self.pos)
        message = self.inner(parent, in_tag=in_tag)
        self.depth -= 1
        return message
