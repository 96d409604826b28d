"""Messages with nothing but arguments (`Hello {name}`, `{amount, number}`), read unparsed.

They are by far the most common ones with any syntax; `parse` says the same of them.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from compiler.messages.icu import USUAL_ARGUMENT
from compiler.messages.shape import Shape, kind_of
from compiler.messages.spoken import VALUE, Spoken

_TEXT = r"[^{}<']*(?:'(?![{}<>'])[^{}<']*)*"
_SIMPLE = re.compile(rf"{_TEXT}(?:{USUAL_ARGUMENT.pattern}{_TEXT})+")


Arguments = frozenset[tuple[str, str, str]]
"""Name, type and style of each argument of a message; the empty string where there is none."""


def simple_arguments(text: str) -> Arguments | None:
    """Return the arguments of a simple message.

    None for any other: with quotation, choice, skeleton or tag.
    """
    return frozenset(USUAL_ARGUMENT.findall(text)) if _SIMPLE.fullmatch(text) else None


def said_simply(text: str) -> str:
    """Return the words of a simple message."""
    return USUAL_ARGUMENT.sub(VALUE, text)


def simple_way(text: str) -> Spoken:
    """Return what a simple message says."""
    said = said_simply(text)
    steps, said_at, raw_at = [], 0, 0
    for match in USUAL_ARGUMENT.finditer(text):
        steps += [(said_at, raw_at), (said_at + match.start() - raw_at, match.start())]
        said_at, raw_at = steps[-1][0] + 1, match.end()
    return Spoken("", said, (*steps, (said_at, raw_at)))


def with_arguments(text: str, write: str | Callable[[re.Match[str]], str]) -> str:
    """Write every argument of a simple message anew; its groups are name, type and style."""
    return USUAL_ARGUMENT.sub(write, text)


@lru_cache(maxsize=4096)
def simple_shape(arguments: Arguments) -> Shape:
    """Return the shape of a simple message: the same object for the same arguments."""
    kinds: dict[str, frozenset[str]] = {}
    for name, kind, style in arguments:
        used = kind_of(kind, style or None) if kind else "plain"
        kinds[name] = kinds.get(name, frozenset()) | {used}
    names = frozenset(kinds)
    return Shape(kinds, names, names)
