"""Texts read as messages, once each: a source text stands in the catalogue of every language."""

from functools import lru_cache
from typing import Final

from compiler.messages.ast import Message
from compiler.messages.gettext_plurals import icu_from_forms
from compiler.messages.icu import is_plain, parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import to_text
from compiler.messages.shape import PLAIN, Shape, shape_of
from compiler.messages.simple import Arguments, simple_arguments, simple_shape, simple_way
from compiler.messages.spoken import Spoken, spoken

_REMEMBERED: Final = 2**18
_NONE: Final[Arguments] = frozenset()


class Reading:
    """A text as a message: parsed only when somebody asks for what a tree alone can tell.

    ``plain`` says that there is no syntax in it at all, ``simple`` that there are plain arguments
    and no other syntax. ``arguments`` are those of a plain or simple text, None of any other.
    """

    __slots__ = ("_parsed", "_shape", "_ways", "arguments", "plain", "simple", "text")

    def __init__(self, text: str, parsed: Message | None = None) -> None:
        self.text: Final = text
        self.plain: Final = is_plain(text)
        self.arguments: Final = _NONE if self.plain else simple_arguments(text)
        self.simple: Final = not self.plain and self.arguments is not None
        self._parsed: Message | IcuSyntaxError | None = parsed
        self._shape: Shape | None = None
        self._ways: tuple[Spoken, ...] | None = None

    @property
    def tree(self) -> Message:
        """The message as a tree, empty where it cannot be read."""
        parsed = self._parse()
        return () if isinstance(parsed, IcuSyntaxError) else parsed

    @property
    def error(self) -> IcuSyntaxError | None:
        """Why it cannot be read."""
        if self.plain or self.simple:
            return None
        parsed = self._parse()
        return parsed if isinstance(parsed, IcuSyntaxError) else None

    @property
    def shape(self) -> Shape:
        """What it is made of; of nothing where it cannot be read."""
        if self._shape is None:
            self._shape = self._find_shape()
        return self._shape

    @property
    def ways(self) -> tuple[Spoken, ...]:
        """What it says, on each way through its choices; nothing where it cannot be read."""
        if self._ways is None:
            self._ways = self._find_ways()
        return self._ways

    def _parse(self) -> Message | IcuSyntaxError:
        if self._parsed is None:
            try:
                self._parsed = parse(self.text, inline_html=True)
            except IcuSyntaxError as error:
                self._parsed = error
        return self._parsed

    def _find_shape(self) -> Shape:
        if self.arguments:
            return simple_shape(self.arguments)
        return PLAIN if self.plain or self.error else shape_of(self.tree, self.text)

    def _find_ways(self) -> tuple[Spoken, ...]:
        if self.plain:
            return (Spoken("", self.text),)
        if self.simple:
            return (simple_way(self.text),)
        return () if self.error else spoken(self.tree)


@lru_cache(_REMEMBERED)
def read_message(text: str) -> Reading:
    """Return the reading of a text."""
    return Reading(text)


@lru_cache(_REMEMBERED)
def read_forms(locale: str, forms: tuple[str, ...], header: str | None) -> Reading:
    """Return gettext's plural forms read as the one message that they mean.

    Raises PluralFormsError and IcuSyntaxError.
    """
    message = (icu_from_forms(locale, forms, header),)
    return Reading(to_text(message), message)
