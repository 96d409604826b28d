"""Texts as they are written that have an address in them, each beside its source."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.rule import Rule
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import entity_of, place_of
from compiler.rules.messages.sourced import translations


class Written(NamedTuple):
    """One text of a translation, with the source text that it was made from."""

    catalogue: Catalogue
    entry: Message
    form: int
    text: str
    source: str

    def finding(
        self,
        rule: Rule,
        message: str,
        *,
        span: tuple[int, int] | None = None,
        hint: str | None = None,
    ) -> Finding:
        """Make a finding at the text, or at some characters of it."""
        start, end = span or (None, 0)
        return rule.at(
            place_of(self.entry, self.form, start, end),
            message,
            hint=hint,
            entity=entity_of(self.catalogue, self.entry),
            locale=self.catalogue.locale,
            notes=(Note("the source text", self.entry.places.source),),
        )


def written_addresses(scope: Scope) -> tuple[Written, ...]:
    """Return every text that has an address, or whose source has one."""
    return tuple(_written(scope))


def _written(scope: Scope) -> Iterator[Written]:
    for catalogue in translations(scope):
        for entry in _with_address(catalogue):
            for index, text in enumerate(entry.texts):
                if text.strip():
                    source = entry.source_texts[entry.source_form(index)]
                    yield Written(catalogue, entry, index, text, source)


def _with_address(catalogue: Catalogue) -> Iterator[Message]:
    """Yield the entries that have an address in their source or in any form."""
    for entry in catalogue.messages.values():
        text = "\n".join((entry.source, *entry.texts))
        if ("@" in text or "//" in text or "www." in text) and not entry.fuzzy:
            yield entry
