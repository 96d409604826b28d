"""What code passes beside a key, set against the placeholders of its message. Both ways."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.code.use import Passed, Use
from compiler.messages.reading import read_message
from compiler.messages.shape import Shape
from compiler.model.catalogue import Message
from compiler.rules.keys.asked import Judgement
from compiler.rules.keys.declared import Key

_ALWAYS = frozenset({"count", "context", "n", "ordinal"})
"""What i18next and vue-i18n choose a form by, whatever the message calls it."""


class Mismatch(NamedTuple):
    """A use that passes too little, or too much.

    ``number`` is how many values it passes by position; where nothing is ``lacking``, too many.
    """

    key: Key
    use: Use
    lacking: tuple[str, ...]
    needless: tuple[str, ...]
    wanted: tuple[str, ...]
    number: int | None = None


def mismatches(judgement: Judgement) -> Iterator[Mismatch]:
    """Yield the uses whose values are known and do not fit."""
    for key, asked in judgement.asked.items():
        uses = [one for one in asked.uses if _is_told(one.passed) and not one.optional]
        shape = shape_of_source(judgement.declared.messages[key]) if uses else None
        for use in uses:
            found = None if shape is None else _compared(key, use, shape)
            if found is not None:
                yield found


def _is_told(passed: Passed) -> bool:
    return passed.names is not None or passed.number is not None


def shape_of_source(message: Message) -> Shape | None:
    """Return what a string asks for, None where it cannot be read."""
    readings = [read_message(text) for text in message.source_texts]
    if any(one.error for one in readings):
        return None
    if len(readings) == 1:
        return readings[0].shape
    kinds: dict[str, frozenset[str]] = {"count": frozenset({"plural"})}
    for one in readings:
        for name, those in one.shape.kinds.items():
            kinds[name] = kinds.get(name, frozenset()) | those
    tags = frozenset[str]().union(*(one.shape.tags for one in readings))
    return Shape(kinds, frozenset(kinds), frozenset(), tags, {}, {"count": frozenset()})


def _compared(key: Key, use: Use, shape: Shape) -> Mismatch | None:
    if use.passed.number is not None:
        return _counted(key, use, shape, use.passed.number)
    passed = use.passed.names or frozenset()
    wanted = {name for name in shape.arguments if not name.isdigit()}
    if any(name.isdigit() for name in shape.arguments):
        return None  # values by number are passed as a list
    roots = {name.partition(".")[0] for name in passed}
    lacking = {name for name in wanted if name.partition(".")[0] not in roots}
    if "count" in passed:
        lacking -= set(shape.plurals)
    if "context" in passed:
        lacking -= set(shape.selects)
    known = {name.partition(".")[0] for name in wanted} | shape.tags | _ALWAYS
    needless = {name for name in passed if name.partition(".")[0] not in known}
    if not lacking and not needless:
        return None
    return Mismatch(
        key, use, tuple(sorted(lacking)), tuple(sorted(needless)), tuple(sorted(wanted))
    )


def _counted(key: Key, use: Use, shape: Shape, number: int) -> Mismatch | None:
    """Compare values by position: what a plural counts may be passed apart, or once more."""
    wanted = tuple(sorted(shape.arguments))
    least = [name for name in wanted if name not in shape.plurals and name not in shape.selects]
    if len(least) <= number <= len(wanted):
        return None
    lacking = wanted if number < len(least) else ()
    return Mismatch(key, use, lacking, (), wanted, number)
