"""Entities brought into a project: new ones are written, what is there and differs stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.base.place import Route
from compiler.edit.records.entity_files import (
    Data,
    EntityForm,
    entity_files,
    sidecar_file,
)
from compiler.edit.records.gathering import Draft
from compiler.edit.records.judging import judge
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.row import Remark, about
from compiler.edit.records.summary import Fate, Summary
from compiler.edit.records.there import Comparison, There, as_there, compare, merged, there_of
from compiler.edit.records.whole_file import UnwritableError
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
            files, fate = _joined(draft, form, data, there, manner, made)
    except UnwritableError as failure:
        made.remarks.append(
            about(draft.first, f"it cannot be written: {failure}", subject=draft.name)
        )
        return Fate.LEFT_OUT
    made.files |= files or {form.path: project.read(form.path)}
    tags = set(data.get(LOCALES, {}))
    stayed = fate is Fate.KEPT
    made.locales |= {tag for tag in tags if not stayed or form.sidecar(tag) in files}
    return fate


def _joined(
    draft: Draft,
    form: EntityForm,
    data: Data,
    there: There,
    manner: Manner,
    made: EntitiesIn,
) -> tuple[dict[str, bytes], Fate]:
    """Return what is to be written of an entity that the project has already."""
    found = compare(draft, data, there)
    if found.same:
        return {}, Fate.SAME
    if manner.overwrite:
        made.summary.replaced.append(draft.name)
        return _replacing(as_there(form, there), found, merged(there, data), manner), Fate.REPLACED
    beside: dict[str, bytes] = {}
    stuck = []
    for tag, localised in found.added.items():
        sidecar = sidecar_file(form, tag, localised)
        beside |= sidecar
        if not sidecar:
            stuck.append(tag)
    if stuck or found.fresh or found.differing:
        made.remarks.append(_staying(draft, found, stuck))
        return beside, Fate.KEPT
    return beside, Fate.JOINED


def _replacing(
    form: EntityForm, found: Comparison, whole: Data, manner: Manner
) -> dict[str, bytes]:
    """Return the files that say something else now; all others stay byte for byte."""
    files = entity_files(form, whole, manner.order)
    tags = {form.sidecar(tag): tag for tag in whole.get(LOCALES, {})}
    beside = {tags[path] for path in files if path != form.path}
    inline = [tag for tag in tags.values() if tag not in beside]
    own = any(len(route) == 1 for route in (*found.fresh, *found.differing))
    if not own and not any(map(found.touches, inline)):
        del files[form.path]
    return {
        path: data for path, data in files.items() if path == form.path or found.touches(tags[path])
    }


def _staying(draft: Draft, found: Comparison, stuck: list[str]) -> Remark:
    """Say what the rows have that did not come in, all of an entity in one line."""
    parts: list[tuple[Sequence[Route], str]] = [
        (found.differing, "has another"),
        (found.fresh, "has no"),
        ([(LOCALES, tag) for tag in stuck], "is not in"),
    ]
    words = [f"{verb} {_named(routes)}" for routes, verb in parts if routes]
    first = next((draft.cells[route].row for route in found.differing), draft.first)
    message = f"`{draft.name}` is there already and {', '.join(words)}; it stays as it is"
    return about(first, message, "`--overwrite` takes what the rows say")


def _named(routes: Sequence[Route]) -> str:
    names = [f"`{'.'.join(str(step) for step in route if step != LOCALES)}`" for route in routes]
    more = len(names) - _SHOWN
    return ", ".join([*names[:_SHOWN], *([f"{more:,} more"] if more > 0 else [])])
