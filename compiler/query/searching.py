"""Searches an index: which entries have all words, in which language and where."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compiler.query.index import INACTIVE, LABEL, LOCKED, Field, Index
from compiler.query.needles import Needle, Span

FLAGS = {"locked": LOCKED, "inactive": INACTIVE}
"""The states of an entry as a whole, whatever the language."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted; an empty collection means all.

    ``states`` are names of states and flags, any of which is enough; with them ``locales`` says in
    which languages an entry must stand so, without them in which languages words are looked for.
    """

    kinds: Collection[str] = ()
    locales: Collection[str] = ()
    states: Collection[str] = ()


class Match(NamedTuple):
    """A text that has one of the words: what it is, its segment and number, and where it has it."""

    field: Field
    segment: int
    number: int
    span: Span


class Hit(NamedTuple):
    """An entry that was found: by its label, where ``by_label``, and by texts."""

    entry: int
    matches: tuple[Match, ...]
    by_label: bool


def search(index: Index, needles: Sequence[Needle], wanted: Filter) -> Iterator[Hit]:
    """Yield the entries that have every needle, in one language and the label taken together.

    Without needles all entries are found.
    """
    keep = _Keep(index, wanted)
    if not needles:
        yield from (
            Hit(entry, (), by_label=True) for entry in range(index.size) if keep.entry(entry)
        )
        return
    found = [_found(index, needle, keep) for needle in needles]
    for entry in sorted(set(found[0]).intersection(*found[1:])):
        if keep.entry(entry):
            hit = _hit(entry, [one[entry] for one in found])
            if hit is not None:
                yield hit


class _Keep:
    """Which entries and languages a filter lets pass."""

    def __init__(self, index: Index, wanted: Filter) -> None:
        self._index = index
        self._kinds = {index.kind_names.index(kind) for kind in wanted.kinds}
        locales = wanted.locales or index.locales
        self._columns = [n for n, tag in enumerate(index.locales) if tag in locales]
        self._states = {
            1 + number for number, name in enumerate(index.state_names) if name in wanted.states
        }
        self._flags = sum(flag for name, flag in FLAGS.items() if name in wanted.states)
        self._any_state = not wanted.states
        only_words = wanted.locales and not wanted.states
        self._words_in = {None, *self._columns} if only_words else None

    def entry(self, entry: int) -> bool:
        index = self._index
        if self._kinds and index.kinds[entry] not in self._kinds:
            return False
        if self._any_state or index.flags[entry] & self._flags:
            return True
        row = entry * len(index.locales)
        return any(index.states[row + column] in self._states for column in self._columns)

    def words_in(self, locale: int | None) -> bool:
        return self._words_in is None or locale in self._words_in


_Found = dict[int, list[Match]]


def _found(index: Index, needle: Needle, keep: _Keep) -> _Found:
    """Return by entry which of its texts have a needle."""
    found: _Found = {}
    for number, segment in enumerate(index.segments):
        for text, span in needle.texts(segment):
            field = segment.field(text)
            if keep.words_in(field.locale):
                found.setdefault(field.entry, []).append(Match(field, number, text, span))
    return found


def _hit(entry: int, by_needle: Sequence[Sequence[Match]]) -> Hit | None:
    in_label = [any(one.field.part == LABEL for one in matches) for matches in by_needle]
    texts = [[one for one in matches if one.field.part != LABEL] for matches in by_needle]
    per_needle = [{one.field.locale for one in matches} for matches in texts]
    locales = {
        locale
        for locale in set().union(*per_needle)
        if all(named or locale in own for named, own in zip(in_label, per_needle, strict=True))
    }
    first: dict[tuple[int, int], Match] = {}
    for matches in texts:
        for one in matches:
            if one.field.locale in locales:
                before = first.setdefault((one.segment, one.number), one)
                if one.span < before.span:
                    first[one.segment, one.number] = one
    if not first and not all(in_label):
        return None
    order = sorted(first.values(), key=_language_order)
    return Hit(entry, tuple(order), by_label=all(in_label))


def _language_order(match: Match) -> tuple[int, int, int]:
    locale = match.field.locale
    return (-1 if locale is None else locale, match.segment, match.number)
