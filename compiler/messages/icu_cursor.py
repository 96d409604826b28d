"""A cursor over the text of a message: takes characters, words and numbers, and fails in place."""

import re
from typing import Final, NoReturn

from compiler.messages.icu_error import IcuErrorKind as Kind
from compiler.messages.icu_error import IcuSyntaxError

_LINES = r"\t-\r \x85\u2028\u2029"
_SPACE = _LINES + r"\u200e\u200f"
_SYNTAX = (  # Unicode's Pattern_Syntax, and white space that is not Pattern_White_Space
    r"!-/:-@\[-\^`{-~\xa0-\xa7\xa9\xab\xac\xae\xb0\xb1\xb6\xbb\xbf\xd7\xf7\u1680\u2000-\u200a"
    r"\u2010-\u2027\u202f-\u203e\u2041-\u2053\u2055-\u205f\u2190-\u245f\u2500-\u2775\u2794-\u2bff"
    r"\u2e00-\u2e7f\u3000-\u3003\u3008-\u3020\u3030\ufd3e\ufd3f\ufe45\ufe46"
)
IDENTIFIER = re.compile(f"[^{_LINES}{_SYNTAX}]*")
_WHITE = re.compile(f"[{_SPACE}]*")
_INTEGER = re.compile(r"[+-]?([0-9]*)")
JS_SPACE: Final = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What JavaScript cuts off the ends of a string."""
SPACES: Final = re.compile(f"[{_SPACE}]+")
"""White space of the syntax."""

_SAFE_INTEGER: Final = 2**53 - 1


class Cursor:
    """Where the parser stands in the text."""

    __slots__ = ("pos", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0

    def integer(self, expected: Kind, invalid: Kind) -> int:
        """Read a whole number with a sign; FormatJS takes what JavaScript holds exactly."""
        start = self.pos
        match = _INTEGER.match(self.text, start)
        digits = match[1] if match else ""
        self.pos = match.end() if match else start
        if not digits:
            self.fail(expected, start, self.pos)
        # the length first: Python refuses to read numbers of thousands of digits
        if len(digits.lstrip("0")) > len(str(_SAFE_INTEGER)) or int(digits) > _SAFE_INTEGER:
            self.fail(invalid, start, self.pos)
        return -int(digits) if self.text[start] == "-" else int(digits)

    def style(self) -> str:
        """Read up to the brace that closes; braces inside do not nest, as in FormatJS."""
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos] != "}":
            if self.text[self.pos] == "'":
                end = self.text.find("'", self.pos + 1)
                if end < 0:
                    kind = Kind.UNCLOSED_QUOTE_IN_ARGUMENT_STYLE
                    self.fail(kind, self.pos + 1, len(self.text))
                self.pos = end
            self.pos += 1
        return self.text[start : self.pos].rstrip(JS_SPACE)

    def take(self, pattern: re.Pattern[str]) -> str:
        """Take what the pattern matches here, perhaps nothing."""
        match = pattern.match(self.text, self.pos)
        if match is None:
            return ""
        self.pos = match.end()
        return match[0]

    def space(self) -> None:
        """Skip white space as ICU counts it."""
        self.take(_WHITE)

    def accept(self, prefix: str) -> bool:
        """Take ``prefix`` if it stands here."""
        if not self.text.startswith(prefix, self.pos):
            return False
        self.pos += len(prefix)
        return True

    def peek(self) -> str:
        """Return the character after the one here, or nothing."""
        return self.text[self.pos + 1 : self.pos + 2]

    def more(self, start: int) -> None:
        """Fail where the text ends inside an argument that began at ``start``."""
        if self.pos >= len(self.text):
            self.fail(Kind.EXPECT_ARGUMENT_CLOSING_BRACE, start, self.pos)

    def close(self, start: int) -> None:
        """Take the brace that closes what began at ``start``."""
        if not self.accept("}"):
            self.fail(Kind.EXPECT_ARGUMENT_CLOSING_BRACE, start, self.pos)

    def fail(self, kind: Kind, start: int, end: int) -> NoReturn:
        """Raise an error with its place."""
        raise IcuSyntaxError(kind, start, end)
