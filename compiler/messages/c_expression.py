"""The C expressions of a `Plural-Forms` header, read and worked out without running any code."""

import operator
import re
from collections.abc import Callable
from typing import Final, TypeAlias

Expression: TypeAlias = Callable[[int], int]
"""An expression of ``n``."""

MAX_LENGTH: Final = 1000
_MAX_DEPTH: Final = 60
_TOKEN = re.compile(r"\s*(?:(\d{1,18}(?!\d))|(\|\||&&|[=!<>]=|[n?:<>+\-*/%!()]))")

_BINARY: tuple[dict[str, Callable[[int, int], int]], ...] = (  # the loosest first
    {"||": lambda a, b: int(bool(a) or bool(b))},
    {"&&": lambda a, b: int(bool(a) and bool(b))},
    {"==": lambda a, b: int(a == b), "!=": lambda a, b: int(a != b)},
    {
        "<": lambda a, b: int(a < b),
        ">": lambda a, b: int(a > b),
        "<=": lambda a, b: int(a <= b),
        ">=": lambda a, b: int(a >= b),
    },
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.floordiv, "%": operator.mod},
)


class ExpressionError(ValueError):
    """Text that is no such expression; ``str()`` says why."""


def parse_expression(text: str) -> Expression:
    """Read an expression of ``n``. Raises ExpressionError.

    What is made of it may raise ZeroDivisionError for some ``n``.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"is longer than {MAX_LENGTH} characters")
    parser = _Parser(_tokens(text))
    expression = parser.ternary()
    if parser.tokens:
        raise ExpressionError(f"has `{parser.tokens[0]}` where it should end")
    return expression


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position, text = 0, text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise ExpressionError(f"has `{text[position:].strip()[:1]}`, which gettext cannot read")
        tokens.append(match[1] or match[2])
        position = match.end()
    return tokens


class _Parser:
    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.depth = 0

    def ternary(self) -> Expression:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise ExpressionError("is nested too deeply")
        condition = self.binary(0)
        if self.accept("?"):
            yes = self.ternary()
            self.expect(":")
            no = self.ternary()
            condition = _choice(condition, yes, no)
        self.depth -= 1
        return condition

    def binary(self, level: int) -> Expression:
        if level == len(_BINARY):
            return self.unary()
        left = self.binary(level + 1)
        while self.tokens and self.tokens[0] in _BINARY[level]:
            work = _BINARY[level][self.tokens.pop(0)]
            left = _apply(work, left, self.binary(level + 1))
        return left

    def unary(self) -> Expression:
        negations = 0
        while self.accept("!"):
            negations += 1
        inner = self.primary()
        if not negations:
            return inner
        wanted = negations % 2 == 0
        return lambda n: int(bool(inner(n)) is wanted)

    def primary(self) -> Expression:
        if self.accept("("):
            inner = self.ternary()
            self.expect(")")
            return inner
        if self.accept("n"):
            return lambda n: n
        if self.tokens and self.tokens[0].isdigit():
            number = int(self.tokens.pop(0))
            return lambda _: number
        raise ExpressionError(f"has {self.here()} where a number or `n` should stand")

    def accept(self, token: str) -> bool:
        if not self.tokens or self.tokens[0] != token:
            return False
        self.tokens.pop(0)
        return True

    def expect(self, token: str) -> None:
        if not self.accept(token):
            raise ExpressionError(f"has {self.here()} where `{token}` should stand")

    def here(self) -> str:
        return f"`{self.tokens[0]}`" if self.tokens else "its end"


def _choice(condition: Expression, yes: Expression, no: Expression) -> Expression:
    return lambda n: yes(n) if condition(n) else no(n)


def _apply(work: Callable[[int, int], int], left: Expression, right: Expression) -> Expression:
    return lambda n: work(left(n), right(n))
