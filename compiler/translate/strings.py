"""Which strings are to be translated, and how each is asked for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compiler.messages.gettext_plurals import (
    PluralFormsError,
    form_mapping,
    plural_forms_header,
)
from compiler.messages.plural_numbers import single_number
from compiler.model.catalogue import Catalogue, CatalogueEntries, Message, Standing
from compiler.rules.check import Scope
from compiler.rules.paste import form_count
from compiler.rules.strings import CatalogueAssessment, assess_strings
from compiler.translate.overridden import overridden_strings
from compiler.translate.sentences import cut_message, form_words
from compiler.translate.task import Piece, Skipped, StringTarget, Task
from compiler.translate.wish import Wish

TEXT = "text"
_LIMIT = re.compile(r"max-length:(\d{1,6})\Z")
_AROUND = 2


def string_tasks(scope: Scope, wish: Wish) -> Iterator[Task | Skipped]:
    """Yield the strings to be translated, in the order of their catalogues."""
    for found in scope.once(assess_strings):
        if found.area == wish.area and found.locale in wish.to:
            yield from _Catalogue(scope, wish, found).tasks()


@dataclass(slots=True)
class _Catalogue:
    """The strings of one namespace in one language."""

    scope: Scope
    wish: Wish
    found: CatalogueAssessment

    def tasks(self) -> Iterator[Task | Skipped]:
        found, wish = self.found, self.wish
        behind = {one.source.label: one.standing for one in found.behind}
        written = self.scope.layers[found.area].catalogues.get(
            (found.source.namespace, found.locale)
        )
        catalogue = written or Catalogue(found.source.namespace, found.locale, found.path, _nothing)
        namespace = found.source.namespace
        others = overridden_strings(self.scope, found.area, namespace, found.locale)
        behind = {**dict.fromkeys(others, Standing.MISSING), **behind}
        labels = list(found.source.messages)
        for index, label in enumerate(labels):
            source = found.source.messages[label]
            own = catalogue.messages.get(label)
            standing = behind.get(label, Standing.CURRENT)
            reference = f"translations/{found.source.namespace}:{label}"
            if not wish.wants(reference, standing, written=own is not None and own.translated):
                continue
            if own is None and label not in behind:  # it is inherited
                continue
            around = labels[max(0, index - _AROUND) : index + _AROUND + 1]
            yield self._task(catalogue, source, own, standing, around)

    def _task(
        self,
        catalogue: Catalogue,
        source: Message,
        own: Message | None,
        standing: Standing,
        around: Sequence[str],
    ) -> Task | Skipped:
        found, locale = self.found, self.found.locale
        reference = f"translations/{found.source.namespace}:{source.label}"
        said = self._said(source)
        if said is None:
            reason = f"it has nothing in `{self.wish.from_}` that is current"
            return Skipped(reference, locale, reason, source.places.label)
        stale = standing is Standing.STALE
        former = own.texts if own is not None and stale else ()
        if source.source_plural is None:
            cut = cut_message(said["other"], locale)
            first = former[0] if former else ""
            pieces: tuple[Piece, ...] = (Piece(TEXT, cut, said["other"], first, source.source),)
            forms: tuple[str, ...] = (TEXT,)
        else:
            try:
                pieces, forms = self._plural(catalogue, said, former)
            except PluralFormsError as failure:
                reason = f"the header `Plural-Forms` of `{catalogue.path}` {failure}"
                return Skipped(reference, locale, reason, source.places.label)
        kept = self._kept(own, standing, forms)
        target = StringTarget(
            found.source.namespace,
            source,
            own,
            catalogue,
            catalogue.plural_forms,
            forms,
            kept,
        )
        previous = own.previous if own is not None and stale else None
        return Task(
            reference,
            locale,
            standing,
            tuple(piece for piece in pieces if piece.name not in kept),
            target,
            source.places.label if own is None else own.places.label,
            source.comments,
            tuple(self._neighbours(source.label, around, catalogue)),
            previous or (own.source if own is not None and stale else ""),
            length_limit([*source.flags, *(own.flags if own is not None else ())]),
        )

    def _kept(
        self, own: Message | None, standing: Standing, forms: Sequence[str]
    ) -> Mapping[str, str]:
        """Return the forms that somebody has written already, where only others are missing."""
        if own is None or standing is not Standing.MISSING or own.is_clone or self.wish.overwrite:
            return {}
        if own.fuzzy or len(own.texts) != len(forms):
            return {}
        return {name: text for name, text in zip(forms, own.texts, strict=True) if text}

    def _said(self, source: Message) -> Mapping[str, str] | None:
        """Return what is translated by plural category, ``other`` where there is but one text."""
        wish = self.wish
        if wish.from_ == self.scope.content.languages.source:
            if source.source_plural is None:
                return {"other": source.source}
            return {"one": source.source, "other": source.source_plural}
        key = (self.found.source.namespace, wish.from_)
        origin = self.scope.effective[self.found.area].catalogues.get(key)
        message = None if origin is None else origin.messages.get(source.label)
        if origin is None or message is None or not all(message.texts) or message.fuzzy:
            return None
        if message.source != source.source:
            return None
        if source.source_plural is None:
            return {"other": message.texts[0]}
        categories = form_mapping(wish.from_, origin.plural_forms).categories
        said = {
            name: message.texts[form]
            for name, form in categories.items()
            if form < len(message.texts)
        }
        return {**said, "other": said.get("other", message.texts[-1])}

    def _plural(
        self,
        catalogue: Catalogue,
        said: Mapping[str, str],
        former: Sequence[str],
    ) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
        """Return a piece for each gettext form, named by the category that it is for."""
        locale = catalogue.locale
        header = catalogue.plural_forms or plural_forms_header(locale)
        number = form_count(locale, header)
        categories = form_mapping(locale, header).categories
        pieces: list[Piece] = []
        for form in range(number):
            names = [name for name, index in categories.items() if index == form]
            name = names[0] if names else f"form{form}"
            text = said.get(name, said["other"])
            if name != "other" and len(said) > 1 and "{" not in text:
                text = _shown(text, said["other"], locale, name)
            note = form_words(locale, name) if names else ""
            cut = cut_message(text, locale, note)
            loose = tuple(
                one._replace(strict=one.strict and text == said["other"]) for one in cut.segments
            )
            before = former[form] if form < len(former) else ""
            piece = Piece(name, type(cut)(loose, cut.join), text, before, "")
            pieces.append(piece)
        return tuple(pieces), tuple(piece.name for piece in pieces)

    def _neighbours(
        self, label: str, around: Sequence[str], catalogue: Catalogue
    ) -> Iterator[tuple[str, str]]:
        for other in around:
            beside = self.found.source.messages[other]
            if other == label or beside.source_plural is not None:
                continue
            own = catalogue.messages.get(other)
            current = own is not None and own.translated and not own.fuzzy
            yield beside.source, own.texts[0] if own is not None and current else ""


def _shown(text: str, other: str, locale: str, category: str) -> str:
    """Return the text for a form that stands for several numbers: one that shows the number."""
    return other if single_number(locale, category) is None else text


def length_limit(flags: Iterable[str]) -> int | None:
    """Return how many characters a translation may have by its flags, None for any number."""
    found = [int(match[1]) for flag in flags if (match := _LIMIT.match(flag))]
    return min(found, default=None)


def _nothing() -> CatalogueEntries:
    return CatalogueEntries()
