"""Texts of one language that are searched as one, be they strings or what entities say."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.messages.mending import Mend


class Said(Protocol):
    """One text, and what the source language says in its place, None in that language itself."""

    @property
    def text(self) -> str:
        """The text as a visitor reads it."""

    @property
    def source(self) -> str | None:
        """That of the source language."""


T = TypeVar("T", bound=Said)


class Texts(Protocol[T]):
    """Many texts of one language: those of a catalogue, or those of entities."""

    is_source: bool

    @property
    def locale(self) -> str:
        """The language."""

    def where(
        self, pattern: re.Pattern[str], *, needs: Iterable[str | re.Pattern[str]] = ()
    ) -> Iterator[tuple[T, int, int]]:
        """Yield each match: the text it is in, and the offsets within that text."""

    def finding(
        self,
        rule: Rule,
        said: T,
        message: str,
        *,
        span: tuple[int, int],
        hint: str | None = None,
        mend: Mend | None = None,
    ) -> Finding:
        """Make a finding at the characters ``span`` of a text."""
