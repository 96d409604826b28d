"""Parsing of literal text: how far it goes, and what apostrophes quote."""

import re

from compiler.messages.ast import Text
from compiler.messages.icu_cursor import Cursor

_PLAIN = re.compile("[^{}<'#]+")
_USUAL = {
    kind: re.compile(rf"[^{{}}<'#]+(?=[{ends}]|<[A-Za-z/]|\Z)")
    for kind, ends in (
        ("top", "{"), ("", "{}"), ("select", "{}"), ("plural", "{}#"), ("selectordinal", "{}#")
    )
}  # fmt: skip
"""By what is around it: text up to what ends it for sure. All else goes the long way."""
_PLURALS = {"plural", "selectordinal"}


class Literals(Cursor):
    """The part of the parser that reads text; ``depth`` is how many messages are around it."""

    __slots__ = ("depth", "tags")

    def __init__(self, text: str, tags: bool) -> None:  # noqa: FBT001
        super().__init__(text)
        self.tags = tags
        self.depth = 0

    def literal(self, parent: str) -> Text:
        """Read text up to what ends it."""
        start = self.pos
        usual = _USUAL[parent if self.depth else "top"].match(self.text, start)
        if usual is not None and self.tags:
            self.pos = usual.end()
            return Text(usual[0], start, self.pos)
        parts: list[str] = []
        while self.pos < len(self.text):
            if plain := self.take(_PLAIN):
                parts.append(plain)
                continue
            character = self.text[self.pos]
            if character == "'":
                parts.append(self.quoted(parent))
            elif self.ends_literal(character, parent):
                break
            else:
                self.pos += 1
                parts.append(character)
        return Text("".join(parts), start, self.pos)

    def ends_literal(self, character: str, parent: str) -> bool:
        """Tell whether this character of the syntax ends literal text here."""
        match character:
            case "<":
                following = self.peek()
                return self.tags and (following == "/" or is_letter(following))
            case "#":
                return parent in _PLURALS
            case "}":
                return self.depth > 0
            case _:
                return True

    def quoted(self, parent: str) -> str:
        """Read what an apostrophe begins: one apostrophe, or a quotation up to its partner."""
        following = self.peek()
        if following == "'":
            self.pos += 2
            return "'"
        needs = following in {"{", "}", "<", ">"} or (following == "#" and parent in _PLURALS)
        self.pos += 1
        if not following or not needs:
            return "'"
        parts: list[str] = []
        while True:
            end = self.text.find("'", self.pos)
            if end < 0:  # a quotation that is not closed goes on to the end
                parts.append(self.text[self.pos :])
                self.pos = len(self.text)
                break
            parts.append(self.text[self.pos : end])
            self.pos = end + 1
            if not self.text.startswith("'", self.pos):
                break
            parts.append("'")
            self.pos += 1
        return "".join(parts)


def is_letter(character: str) -> bool:
    """Tell whether a character is an ASCII letter."""
    return character.isascii() and character.isalpha()
