"""All that entities say in one language, searched as one: what rules about characters look at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.rules.check import Scope
from compiler.rules.messages.joined import JoinedTexts
from compiler.rules.messages.mending import Mend
from compiler.rules.richtext.pieces import Piece, pieces


class Written:
    """Titles, descriptions, properties and names in one language; asked as a `Speech` is."""

    def __init__(self, locale: str, texts: Sequence[Piece], *, is_source: bool) -> None:
        self.locale = locale
        self.is_source = is_source
        self._pieces = texts

    @cached_property
    def _own(self) -> JoinedTexts:
        return JoinedTexts([piece.text for piece in self._pieces])

    def where(
        self, pattern: re.Pattern[str], *, needs: Iterable[str | re.Pattern[str]] = ()
    ) -> Iterator[tuple[Piece, int, int]]:
        """Yield each match of a pattern: the text it is in, and the offsets within that text."""
        if all(map(self._own.has, needs)):
            for number, start, end in self._own.find(pattern):
                yield self._pieces[number], start, end

    def finding(
        self,
        rule: Rule,
        said: Piece,
        message: str,
        *,
        span: tuple[int, int],
        hint: str | None = None,
        mend: Mend | None = None,
    ) -> Finding:
        """Make a finding at some characters; files of texts are not mended by a program."""
        del mend
        return said.finding(rule, message, span=span, hint=hint)


def written(scope: Scope) -> tuple[Written, ...]:
    """Return what is said in each language; what holds for all is said in the source language."""
    source = scope.content.languages.source
    by_locale: dict[str, list[Piece]] = {}
    for piece in scope.once(pieces):
        by_locale.setdefault(piece.locale or source, []).append(piece)
    return tuple(
        Written(locale, texts, is_source=locale == source) for locale, texts in by_locale.items()
    )
