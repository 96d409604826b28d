"""The translations that a repository has, by their source text: asked before any model is."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from compiler.model.catalogue import Standing, standing
from compiler.model.localised import Localisation
from compiler.rules.assessment import assess_entities
from compiler.rules.check import Scope
from compiler.translate.leaves import leaves
from compiler.translate.markdown import blocks_of, masked_markdown
from compiler.translate.masking import Masked

_WORD = re.compile(r"\w+")
_NEAR = 0.6
_SHOWN = 3
_TRIED = 30
_COMMON = 200
_LONGEST = 1000
_SHORTEST = 2


class Near(NamedTuple):
    """A text that is much like another, and how it is translated; ``likeness`` is up to 1."""

    source: str
    translation: str
    likeness: float


class Memory:
    """What is translated into one language, read once; only what is current and was reviewed."""

    def __init__(self, scope: Scope, locale: str) -> None:
        self._exact: dict[str, Counter[str]] = {}
        self._words: dict[str, list[str]] = {}
        for source, translation in _pairs(scope, locale):
            if source not in self._exact:
                self._exact[source] = Counter()
                for word in _words(source):
                    self._words.setdefault(word, []).append(source)
            self._exact[source][translation] += 1

    def exact(self, source: str) -> str | None:
        """Return the translation of a text, None where there is none, or there are several."""
        found = self._exact.get(source)
        return next(iter(found)) if found is not None and len(found) == 1 else None

    def similar(self, source: str) -> list[Near]:
        """Return up to three texts that are much like one, the nearest first."""
        if len(source) > _LONGEST:
            return []
        votes: Counter[str] = Counter()
        for word in _words(source):
            alike = self._words.get(word, [])
            if len(alike) <= _COMMON:
                votes.update(alike)
        near = [
            Near(other, self._exact[other].most_common(1)[0][0], likeness)
            for other, _ in votes.most_common(_TRIED)
            if (likeness := _likeness(source, other)) >= _NEAR
        ]
        return sorted(near, key=lambda one: (-one.likeness, one.source))[:_SHOWN]


def as_answer(masked: Masked, translation: str) -> str | None:
    """Return a translation as an answer to a masked text, None where it has other marks."""
    found = masked_markdown(translation)
    numbers = {thing: str(number) for number, thing in enumerate(masked.marks, start=1)}
    if any(thing not in numbers for thing in found.marks):
        return None
    text = found.text
    return re.sub(
        r"⟦(\d+)([^⟧]*)⟧",
        lambda mark: f"⟦{numbers[found.marks[int(mark[1]) - 1]]}{mark[2]}⟧",
        text,
    )


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR <= matcher.quick_ratio() else 0.0


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) > _SHORTEST}


def _pairs(scope: Scope, locale: str) -> Iterator[tuple[str, str]]:
    source = scope.content.languages.source
    for layer in scope.effective.values():
        for (namespace, tag), catalogue in layer.catalogues.items():
            registry = layer.catalogues.get((namespace, source))
            if tag != locale or registry is None or tag == source:
                continue
            for label, message in catalogue.messages.items():
                declared = registry.messages.get(label)
                if declared is None or declared.source_plural is not None:
                    continue
                if standing(declared, message) is Standing.CURRENT:
                    yield declared.source, message.texts[0]
    for found in scope.once(assess_entities):
        own = found.own if found.locale == locale else None
        if own is not None and own.stamp is not None and found.currency is Standing.CURRENT:
            effective = getattr(scope.effective[found.written.area], found.written.kind)
            yield from _texts(effective[found.written.label].locales[source], own)


def _texts(source: Localisation, own: Localisation) -> Iterator[tuple[str, str]]:
    """Yield the texts of an entity, and of long ones each block where both have as many."""
    theirs: Mapping[tuple[str | int, ...], object] = leaves(own)
    for route, text in leaves(source).items():
        said = theirs.get(route)
        if not isinstance(text, str) or not isinstance(said, str):
            continue
        yield text, said
        here, there = blocks_of(text), blocks_of(said)
        if len(here) == len(there) > 1:
            for one, other in zip(here, there, strict=True):
                if one.before == other.before:
                    yield one.words.rstrip(), other.words.rstrip()
