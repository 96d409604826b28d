"""Jinja that only reads values: no attribute of Python, no call, no file; and places of constructs.

Every node of a tree, and so every fault, has the offset of its construct in the template in place
of a line number (``lineno``): Jinja itself knows no columns.
"""

import operator
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.lexer import Lexer
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

LOOP_VARIABLES = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
"""What `loop` knows in Jinja2 and in Nunjucks."""

_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul}
_WHITE = re.compile(r"\s*")


class AbsentValue(StrictUndefined):
    """A value that was not given: it may be asked for by `if` and `default`, and nothing else."""

    __slots__ = ()

    @override
    def __bool__(self) -> bool:  # type: ignore[override]
        """Count as false, as in JavaScript, so that `if` guards what is optional."""
        return False


class OffsetLexer(Lexer):
    """Jinja's lexer, with the offset of each token (from 0) in place of its line."""

    @override
    def tokeniter(
        self,
        source: str,
        name: str | None,
        filename: str | None = None,
        state: str | None = None,
    ) -> Iterator[tuple[int, str, str]]:
        """Yield offset, kind and text of each token; faults have an offset, too."""
        position = 0
        try:
            for _, kind, text in super().tokeniter(source, name, filename, state):
                # What `-` strips is no part of any token, and is white space alone.
                if not source.startswith(text, position):
                    white = _WHITE.match(source, position)
                    position = white.end() if white is not None else position
                yield position, kind, text
                position += len(text)
        except TemplateSyntaxError as fault:
            raise TemplateSyntaxError(fault.message or "", position, name, filename) from None


class ValueEnvironment(ImmutableSandboxedEnvironment):
    """An environment in which `.` and `[]` look into JSON, and there is no global name."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - options of Jinja
        super().__init__(
            autoescape=False,
            undefined=AbsentValue,
            keep_trailing_newline=True,
            optimized=False,
            cache_size=0,
            **options,
        )
        self.globals.clear()
        self._offset_lexer = OffsetLexer(self)

    @property
    @override
    def lexer(self) -> Lexer:
        """The lexer of this environment."""
        return self._offset_lexer

    @override
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a value of an object of JSON, or of a loop: never an attribute of Python."""
        if isinstance(obj, LoopContext):
            known = attribute in LOOP_VARIABLES
            return getattr(obj, attribute) if known else self.undefined(obj=obj, name=attribute)
        return self.getitem(obj, attribute)

    @override
    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a value of an object or array of JSON; one that is absent where there is none."""
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list | tuple) and type(argument) is int and 0 <= argument < len(obj):
            return obj[argument]
        if isinstance(obj, AbsentValue):
            return obj[argument]  # raises, and says which name has no value
        return self.undefined(obj=obj, name=argument)

    @override
    def is_safe_callable(self, obj: Any) -> bool:
        """Let nothing be called."""
        return False

    @override
    def call_binop(self, context: Any, sign: str, left: Any, right: Any) -> Any:
        """Work out what JavaScript works out to the same; `+` joins two texts, too."""
        for value in (left, right):
            if isinstance(value, AbsentValue):
                str(value)  # raises, and says which name has no value
        texts = isinstance(left, str) and isinstance(right, str)
        if sign in _ARITHMETIC and (_are_numbers(left, right) or (texts and sign == "+")):
            return _ARITHMETIC[sign](left, right)
        raise TypeError(sign)


def _are_numbers(*values: Any) -> bool:  # noqa: ANN401
    return all(isinstance(one, int | float) and not isinstance(one, bool) for one in values)


def one_line_ends(source: str) -> str:
    """Return a template whose lines end as Jinja reads them, every offset the same."""
    return source.replace("\r\n", " \n").replace("\r", "\n")


@cache
def plain_environment() -> ValueEnvironment:
    """Return an environment for reading templates, not for rendering them."""
    return ValueEnvironment()
