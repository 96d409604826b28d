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


def is_simple(text: str) -> bool:
    """Tell whether a message is text and arguments, without quotation, choice, skeleton or tag."""
    return _SIMPLE.fullmatch(text) is not None


def simple_shape(text: str) -> Shape:
    """Return the shape of a simple message."""
    return _shape(
        frozenset((match[1], match[2], match[3]) for match in USUAL_ARGUMENT.finditer(text))
    )


def simple_way(text: str) -> Spoken:
    """Return what a simple message says."""
    said = USUAL_ARGUMENT.sub(VALUE, text)
    steps, said_at, raw_at = [], 0, 0
    for match in USUAL_ARGUMENT.finditer(text):
        steps += [(said_at, raw_at), (said_at + match.start() - raw_at, match.start())]
        said_at, raw_at = steps[-1][0] + 1, match.end()
    return Spoken("", said, (*steps, (said_at, raw_at)))


def with_arguments(text: str, write: str | Callable[[re.Match[str]], str]) -> str:
    """Write every argument of a simple message anew; its groups are name, type and style."""
    return USUAL_ARGUMENT.sub(write, text)


def formats_in(text: str) -> set[tuple[str, str | None]]:
    """Return the types of a simple message's arguments with their styles."""
    return {(match[2], match[3]) for match in USUAL_ARGUMENT.finditer(text) if match[2]}


@lru_cache(maxsize=4096)
def _shape(arguments: frozenset[tuple[str, str | None, str | None]]) -> Shape:
    kinds: dict[str, frozenset[str]] = {}
    for name, kind, style in arguments:
        used = kind_of(kind, style) if kind else "plain"
        kinds[name] = kinds.get(name, frozenset()) | {used}
    names = frozenset(kinds)
    return Shape(kinds, names, names)
