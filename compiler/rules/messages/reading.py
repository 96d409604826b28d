"""Texts of messages read once: tree, shape and words of each distinct text, for whoever asks."""

from dataclasses import dataclass
from functools import cached_property

from compiler.messages.ast import Message, Text
from compiler.messages.icu import is_plain, parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.shape import PLAIN, Shape, shape_of
from compiler.messages.spoken import Spoken, spoken
from compiler.rules.check import Scope


@dataclass(frozen=True, eq=False)
class Reading:
    """A text as a message: its tree, or why it has none."""

    text: str
    tree: Message = ()
    error: IcuSyntaxError | None = None

    @cached_property
    def shape(self) -> Shape:
        """What it is made of; of nothing where it cannot be read."""
        if self.error is not None or is_plain(self.text):
            return PLAIN
        return shape_of(self.tree, self.text)

    @cached_property
    def ways(self) -> tuple[Spoken, ...]:
        """What it says, on each way through its choices; nothing where it cannot be read."""
        return spoken(self.tree) if self.tree else ()


class Readings:
    """What has been read, by text: each source text stands in the catalogue of every language."""

    def __init__(self) -> None:
        self._known: dict[str, Reading] = {}

    def of(self, text: str) -> Reading:
        """Return the reading of a text."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = _read(text)
        return found


def readings(_: Scope) -> Readings:
    """Return the one store of readings of a scope; ask for it by `scope.once`."""
    return Readings()


def _read(text: str) -> Reading:
    if is_plain(text):
        return Reading(text, (Text(text, 0, len(text)),) if text else ())
    try:
        return Reading(text, parse(text, inline_html=True))
    except IcuSyntaxError as error:
        return Reading(text, error=error)
