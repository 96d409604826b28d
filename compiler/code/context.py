"""What a key in a file of code is read with."""

from typing import NamedTuple

from compiler.code.constants import Names
from compiler.code.dialects import Dialect
from compiler.code.vocabulary import Vocabulary


class Context(NamedTuple):
    """A file's dialect, its names with their values; what asks for keys.

    Whether the file wants objects of translations, and whether it formats messages, is asked of
    each key and looked for once.
    """

    dialect: Dialect
    names: Names
    words: Vocabulary
    wants_objects: bool
    formats: bool


def context_of(dialect: Dialect, names: Names, words: Vocabulary, text: bytes) -> Context:
    """Return what the keys of a text are read with."""
    return Context(dialect, names, words, b"returnObjects" in text, b"formatMessage" in text)
