"""What is to be reviewed, as rows: an entry in one language with its source and its translation."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from compiler.model.catalogue import Standing
from compiler.model.localised import Localisation
from compiler.translate.judging import Made
from compiler.translate.leaves import leaves
from compiler.translate.task import EntityTarget, StringTarget, Task

_REVIEWED_IN = frozenset({Standing.STALE, Standing.UNREVIEWED})
_DIGEST = 12

Former = Callable[[Task], Localisation | None]
"""Tells what an entity said when it was translated, None where that is not known, or the same."""


class SheetPart(NamedTuple):
    """One text of an entry: today's source, that of the time of the translation, the translation.

    ``former_source`` is empty where it is not known, or the same.
    """

    name: str
    source: str
    translation: str
    former_source: str = ""


class SheetRow(NamedTuple):
    """An entry in one language; ``digest`` changes with its source and with its translation."""

    reference: str
    locale: str
    state: str
    digest: str
    parts: tuple[SheetPart, ...]
    comments: tuple[str, ...] = ()
    max_length: int | None = None


def to_review(tasks: Iterable[Task], former: Former) -> Iterator[tuple[SheetRow, Task]]:
    """Yield a row for each task that has a translation which nobody has read, or which is stale.

    ``former`` finds what an entity said in its source language when it was translated.
    """
    for task in tasks:
        if task.standing in _REVIEWED_IN and task.target.own is not None:
            yield row_of(task, former(task)), task


def row_of(task: Task, former: Localisation | None = None) -> SheetRow:
    """Return an entry with its texts as they are now, and what it was translated from."""
    target = task.target
    parts = _of_string(target) if isinstance(target, StringTarget) else _of_entity(target, former)
    state, digest = task.standing.value, task.state[:_DIGEST]
    where = task.reference, task.locale, state, digest
    return SheetRow(*where, tuple(parts), task.comments, task.max_length)


def _of_string(target: StringTarget) -> Iterator[SheetPart]:
    own, source = target.own, target.source
    if own is None:
        return
    former = own.previous_texts or own.source_texts
    for form, name in enumerate(target.forms):
        text = own.texts[form] if form < len(own.texts) else ""
        today = source.source_texts[-1] if form or len(target.forms) == 1 else source.source
        before = former[-1] if form or len(target.forms) == 1 else former[0]
        yield SheetPart(name, today, text, "" if before == today else before)


def _of_entity(target: EntityTarget, former: Localisation | None) -> Iterator[SheetPart]:
    own = {} if target.own is None else leaves(target.own)
    before = {} if former is None else leaves(former)
    for route, value in leaves(target.source).items():
        said, was = own.get(route, ""), before.get(route, "")
        if isinstance(value, str) and isinstance(said, str) and route not in target.data:
            other = was if isinstance(was, str) and was != value else ""
            yield SheetPart(".".join(map(str, route)), value, said, other)


def revised(task: Task, texts: Mapping[str, str]) -> Made:
    """Return a translation with some of its texts replaced, by the names of their parts."""
    target = task.target
    row = row_of(task)
    said = {part.name: texts.get(part.name, part.translation) for part in row.parts}
    if isinstance(target, StringTarget):
        return Made(task, texts=tuple(said[name] for name in target.forms))
    routes = {".".join(map(str, route)): route for route in target.order}
    values = {routes[name]: text for name, text in said.items() if name in routes and text}
    return Made(task, values={**target.data, **values})


def changed_parts(row: SheetRow, texts: Mapping[str, str]) -> Sequence[str]:
    """Return the names of the parts that are to be another text."""
    return [p.name for p in row.parts if texts.get(p.name, p.translation) != p.translation]
