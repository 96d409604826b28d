"""Entities brought into a project: new ones are written, what is there and differs stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.base.spots import Route
from compiler.edit.records.entity_files import Data, EntityForm, entity_files
from compiler.edit.records.gathering import Draft
from compiler.edit.records.joining import Joining, join
from compiler.edit.records.judging import judge
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.row import Remark, about
from compiler.edit.records.summary import Fate, Summary
from compiler.edit.records.there import Comparison, compare, there_of
from compiler.edit.refusal import BrokenFileError, UneditableError, UnwritableError
from compiler.edit.yaml.meaning import value_at
from compiler.load.localising import LOCALES

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Manner:
    """How entities are written: whether they replace what differs, whether bodies lie beside.

    ``order`` is the rank of languages in a file.
    """

    overwrite: bool = False
    all_beside: bool = False
    order: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class EntitiesIn:
    """What entities came to: files by path, their languages, and what did not come in."""

    summary: Summary
    files: dict[str, bytes] = field(default_factory=dict)
    locales: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)


def bring_entities(
    drafts: tuple[Draft, ...], project: ProjectFiles, manner: Manner, summary: Summary
) -> EntitiesIn:
    """Work out the files of all entities; their fates are counted in ``summary``."""
    made = EntitiesIn(summary)
    folded = {path.casefold(): path for path in project.paths}
    for draft in drafts:
        other = folded.get(draft.path.casefold(), draft.path)
        if other != draft.path:
            made.remarks.append(
                about(draft.first, f"`{other}` differs from it only in case", subject=draft.name)
            )
            fate = Fate.LEFT_OUT
        else:
            fate = _bring(draft, project, manner, made)
        summary.count(draft.kind.name, fate)
    return made


def _bring(draft: Draft, project: ProjectFiles, manner: Manner, made: EntitiesIn) -> Fate:
    form = EntityForm(draft.kind, draft.path, all_beside=manner.all_beside)
    there = there_of(form, project)
    if there is not None and not there.readable:
        message = f"`{form.path}` is there already and has errors; `check` says which"
        made.remarks.append(about(draft.first, message))
        return Fate.KEPT
    judged = judge(draft, {} if there is None else there.data)
    made.remarks += judged.remarks
    if judged.data is None:
        return Fate.LEFT_OUT
    data = judged.data
    try:
        if there is None:
            files, fate = entity_files(form, data, manner.order), Fate.NEW
        else:
            joining = Joining(form, there, project, manner.order)
            files, fate = _joined(draft, joining, data, manner, made)
    except (UnwritableError, UneditableError, BrokenFileError) as failure:
        made.remarks.append(
            about(draft.first, f"it cannot be written: {failure}", subject=draft.name)
        )
        return Fate.LEFT_OUT
    made.files |= files or {form.path: project.read(form.path)}
    if fate is not Fate.KEPT:
        made.locales |= set(data.get(LOCALES, {}))
    return fate


def _joined(
    draft: Draft, joining: Joining, data: Data, manner: Manner, made: EntitiesIn
) -> tuple[dict[str, bytes], Fate]:
    """Return what is to be written of an entity that the project has already."""
    found = compare(draft, data, joining.there)
    made.locales |= set(found.added)
    if found.same:
        return {}, Fate.SAME
    if manner.overwrite:
        made.summary.replaced.append(draft.name)
        cells = {route: value_at(data, route) for route in (*found.fresh, *found.differing)}
        return join(joining, found.added, cells), Fate.REPLACED
    files = join(joining, found.added, {}) if found.added else {}
    if found.fresh or found.differing:
        made.remarks.append(_staying(draft, found))
        return files, Fate.KEPT
    return files, Fate.JOINED


def _staying(draft: Draft, found: Comparison) -> Remark:
    """Say what the rows have that did not come in, all of an entity in one line."""
    parts: list[tuple[Sequence[Route], str]] = [
        (found.differing, "has another"),
        (found.fresh, "has no"),
    ]
    words = [f"{verb} {_named(routes)}" for routes, verb in parts if routes]
    first = next((draft.cells[route].row for route in found.differing), draft.first)
    message = f"`{draft.name}` is there already and {', '.join(words)}; it stays as it is"
    return about(first, message, "`--overwrite` takes what the rows say")


def _named(routes: Sequence[Route]) -> str:
    names = [f"`{'.'.join(str(step) for step in route if step != LOCALES)}`" for route in routes]
    more = len(names) - _SHOWN
    return ", ".join([*names[:_SHOWN], *([f"{more:,} more"] if more > 0 else [])])
