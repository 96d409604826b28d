"""Translations whose shape is not that of their source, with what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from compiler.messages.gettext_plurals import COUNT
from compiler.messages.shape import Shape
from compiler.rules.check import Scope
from compiler.rules.messages.gettext_forms import form_of_none
from compiler.rules.messages.pairs import Pair, pairs
from compiler.rules.messages.renaming import renamed


@dataclass(frozen=True, slots=True)
class Compared:
    """A translation whose shape is not that of its source; both shapes are over all forms.

    ``partly`` are arguments that some branches lack and no branch of the source does; ``renamed``
    are pairs of a name that only the translation has, and the one of the source that it stands for.
    """

    pair: Pair
    source: Shape
    own: Shape
    current: frozenset[str]
    lost: frozenset[str]
    partly: frozenset[str]
    added: frozenset[str]
    renamed: tuple[tuple[str, str], ...]


def compared(scope: Scope) -> tuple[Compared, ...]:
    """Return every translation that can be read and differs in shape from its source."""
    return tuple(
        _compare(pair)
        for pair in scope.once(pairs)
        if not pair.is_source and pair.sound and not _alike(pair)
    )


def _alike(pair: Pair) -> bool:
    if pair.origin != pair.current:
        return False
    source = pair.origin[0].shape
    if len(pair.forms) > 1 or len(pair.origin) > 1:
        shapes = [reading.shape for reading in (*pair.origin, *(one.reading for one in pair.forms))]
        return all(shape is source for shape in shapes)
    own = pair.forms[0].reading.shape
    return own is source or own.asks_as(source)


def _compare(pair: Pair) -> Compared:
    source = _together([reading.shape for reading in pair.origin])
    own = _together([form.reading.shape for form in pair.forms])
    none = form_of_none(pair.catalogue.locale, pair.catalogue.plural_forms)
    counting = [form.reading.shape for form in pair.forms if form.number != none]
    counted = frozenset({COUNT} if pair.entry.source_plural is not None else ())
    always = _together(counting).always if counted and counting else own.always
    current = frozenset(name for reading in pair.current for name in reading.shape.kinds)
    chosen = counted.union(source.plurals, own.plurals, own.selects)
    known = current | counted
    added = own.arguments - known
    lost = source.shown - own.arguments - counted
    return Compared(
        pair,
        source,
        own,
        known,
        lost,
        (source.always - always - lost - chosen) & own.shown,
        added,
        tuple(renamed(lost, added - source.arguments)),
    )


def _together(shapes: list[Shape]) -> Shape:
    """Return the shape of the forms of an entry as one: a visitor sees one of them."""
    return shapes[0] if len(shapes) == 1 else reduce(_merged, shapes)


def _merged(one: Shape, other: Shape) -> Shape:
    return Shape(
        kinds=_union(one.kinds, other.kinds),
        shown=one.shown | other.shown,
        always=one.always & other.always,
        tags=one.tags | other.tags,
        selects=_union(one.selects, other.selects),
        plurals=_union(one.plurals, other.plurals),
    )


def _union(
    one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    none: frozenset[str] = frozenset()
    return {name: one.get(name, none) | other.get(name, none) for name in {*one, *other}}
