"""Messages with nothing but plain arguments (`Hello {name}`), read without parsing them.

They are by far the most common ones with any syntax; `parse` says the same of them.
"""

import re
from functools import lru_cache

from compiler.messages.shape import Shape
from compiler.messages.spoken import VALUE, Spoken

_TEXT = r"(?:[^{}<']|'(?![{}<>']))*"
_SIMPLE = re.compile(rf"{_TEXT}(?:\{{[A-Za-z_][A-Za-z0-9_]*\}}{_TEXT})+")
_ARGUMENT = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def is_simple(text: str) -> bool:
    """Tell whether a message is text and plain arguments, without quotation, choice or tag."""
    return _SIMPLE.fullmatch(text) is not None


def simple_shape(text: str) -> Shape:
    """Return the shape of a simple message."""
    return _shape(frozenset(_ARGUMENT.findall(text)))


def simple_way(text: str) -> Spoken:
    """Return what a simple message says."""
    said = _ARGUMENT.sub(VALUE, text)
    steps, said_at, raw_at = [], 0, 0
    for match in _ARGUMENT.finditer(text):
        steps += [(said_at, raw_at), (said_at + match.start() - raw_at, match.start())]
        said_at, raw_at = steps[-1][0] + 1, match.end()
    return Spoken("", said, (*steps, (said_at, raw_at)))


def simple_entry(text: str) -> str:
    """Return a simple message as i18next writes it: ``{{name}}``."""
    return _ARGUMENT.sub(r"{{\1}}", text)


@lru_cache(maxsize=4096)
def _shape(names: frozenset[str]) -> Shape:
    return Shape({name: frozenset({"plain"}) for name in names}, names, names)
