"""The uses of a file as plain values, for other processes and for what is kept.

Objects by the ten thousand take longer to travel than to make.
"""

from collections.abc import Iterator
from typing import Any

from compiler.base.place import Place
from compiler.code.exports import Import
from compiler.code.use import Directive, NamedSpace, Passed, Use
from compiler.code.uses import Uses

Packed = list[Any]


def packed(uses: Uses) -> Packed:
    """Return uses as lists, texts and numbers. What is passed is often the same: it stands once."""
    passed: dict[Passed, int] = {}
    keys = [
        (
            *_spot(one.place),
            *(one.text, one.start, one.end, one.exact, one.prefix, one.namespace, one.tail),
            *(one.others, one.via, passed.setdefault(one.passed, len(passed))),
            *(one.optional, one.branch, one.loose),
        )
        for one in uses.keys
    ]
    return [
        keys,
        [_given(one) for one in passed],
        [[*_spot(one.place), *one[1:]] for one in uses.namespaces],
        [[*_spot(one.place), *one[1:]] for one in uses.directives],
        uses.texts,
        [[*wanted, said] for wanted, said in uses.imported],
    ]


def unpacked(path: str, values: Packed) -> Uses:
    """Return the uses of the file at ``path``."""
    keys, passed, namespaces, directives, texts, imported = values
    given = [_passed(one) for one in passed]
    return Uses(
        tuple([_use(path, given, one) for one in keys]),
        tuple(NamedSpace(Place(path, *one[:3]), *one[3:]) for one in namespaces),
        tuple(Directive(Place(path, *one[:3]), *one[3:]) for one in directives),
        tuple([(text, line) for text, line in texts]),
        tuple((Import(module, name), said) for module, name, said in imported),
    )


def imported_in(values: Packed) -> Iterator[tuple[Import, str | None]]:
    """Yield what was asked of other files, and what these said."""
    for module, name, said in values[-1]:
        yield Import(module, name), said


def _spot(place: Place) -> tuple[int, int, int]:
    return place.line, place.column, place.length


def _given(passed: Passed) -> list[Any]:
    names, tags, *rest = passed
    return [None if names is None else sorted(names), sorted(tags), *rest]


def _passed(values: list[Any]) -> Passed:
    names, tags, default, forms, *rest = values
    known = None if names is None else frozenset(names)
    return Passed(known, frozenset(tags), default, tuple(map(tuple, forms)), *rest)


def _use(path: str, passed: list[Passed], values: list[Any]) -> Use:
    line, column, length, text, start, end, exact, prefix, space, tail, *rest = values
    others, via, given, optional, branch, loose = rest
    return Use(
        Place(path, line, column, length),
        *(text, start, end, exact, prefix, space, tail),
        *(tuple(others), via, passed[given], optional, branch, loose),
    )
