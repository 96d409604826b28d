"""What is given of an entity as a draft: by language, united with what is there, stamped."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from compiler.base.failure import UsageError
from compiler.base.spots import Route
from compiler.edit.adding.given import COMMAND, Given
from compiler.edit.adding.languages import check_languages
from compiler.edit.adding.refusing import refuse
from compiler.edit.records.entity_files import Data
from compiler.edit.records.gathering import Cell, Draft, gather_rows
from compiler.edit.records.kinds import RecordKind
from compiler.edit.records.project_files import files_among
from compiler.edit.records.row import Row
from compiler.edit.verbs.editor import Editor
from compiler.load.localising import LOCALES
from compiler.model.fingerprint import fingerprint

STAMP = "from"
_OWN = ("title", "description", "properties", "fields")


def read_in(editor: Editor) -> Callable[[str], bytes]:
    """Return what reads the files of a project as they are meant to be by now."""
    return lambda path: editor.draft.data(path) or b""


def drafted(editor: Editor, kind: RecordKind, label: str, given: Given) -> Draft:
    """Return the draft that the given values come to. Raises UsageError."""
    fields: dict[str | None, dict[str, Any]] = {}
    for route, value in given.values.items():
        tag = str(route[1]) if route[0] == LOCALES else None
        rest = route[2:] if tag is not None else route
        if not rest:
            raise UsageError(f"`{'.'.join(map(str, route))}` names no field of a language")
        _put_in(fields.setdefault(tag, {}), rest, value)
    tags = [tag for tag in fields if tag is not None]
    check_languages(editor, tags)
    head = Row(COMMAND, 0, kind.name, label, None, editor.area, {})
    rows = [replace(head, locale=tag, fields=fields[tag]) for tag in (*tags, None) if tag in fields]
    paths = files_among(editor.paths, read_in(editor)).paths
    gathered = gather_rows(rows or [head], paths, lambda tag: tag)
    refuse(gathered.remarks)
    return gathered.drafts[0]


def merge(draft: Draft, now: Data) -> Iterator[str]:
    """Let mappings keep what they have; yield what would give way, such as `es.title`."""
    for route, cell in list(draft.cells.items()):
        around: Any = now
        for step in route[:-1]:
            around = around.get(step) or {} if isinstance(around, Mapping) else {}
        if route[-1] not in around:
            continue
        old = around[route[-1]]
        yield from _conflicts(name_of(route), old, cell.value)
        draft.cells[route] = Cell(_union(old, cell.value), cell.row)


def stamp(editor: Editor, draft: Draft, now: Data) -> None:
    """Stamp translations that are given with the source that they are of."""
    if STAMP not in draft.kind.localised_keys:
        return
    shared = editor.scope.content.shared
    entity = getattr(shared, draft.kind.kind, {}).get(draft.label) if draft.area else None
    above = entity.locales.get(editor.source) if entity is not None else None
    source = {**({} if above is None else above.own()), **_own(draft, now, editor.source)}
    if not source:
        return
    for tag, row in draft.locales.items():
        says = any((LOCALES, tag, key) in draft.cells for key in _OWN)
        if tag != editor.source and says:
            route = (LOCALES, tag, STAMP)
            draft.cells.setdefault(route, Cell(f"{editor.source}@{fingerprint(source)}", row))


def name_of(route: Route) -> str:
    """Return the words for a value: `active`, or `es.title`."""
    return ".".join(str(step) for step in route if step != LOCALES)


def _put_in(fields: dict[str, Any], route: Route, value: Any) -> None:  # noqa: ANN401
    *above, last = map(str, route)
    for key in above:
        inner = fields.setdefault(key, {})
        if not isinstance(inner, dict):
            raise UsageError(f"`{key}` is given as a whole and in part")
        fields = inner
    if isinstance(fields.get(last), dict):
        raise UsageError(f"`{last}` is given as a whole and in part")
    fields[last] = value


def _conflicts(name: str, old: Any, new: Any) -> Iterator[str]:  # noqa: ANN401 - any values
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in new:
            if key in old:
                yield from _conflicts(f"{name}.{key}", old[key], new[key])
    elif old not in (new, None, ""):
        yield name


def _union(old: Any, new: Any) -> Any:  # noqa: ANN401 - any values
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        both = {key: _union(old[key], new[key]) for key in new if key in old}
        return {**old, **new, **both}
    return new


def _own(draft: Draft, now: Data, tag: str) -> dict[str, Any]:
    """Return what a language will say of an entity, as a fingerprint takes it."""
    there = (now.get(LOCALES) or {}).get(tag) or {}
    came = {
        key: draft.cells[LOCALES, tag, key].value
        for key in _OWN
        if (LOCALES, tag, key) in draft.cells
    }
    own = {key: value for key, value in {**there, **came}.items() if key in _OWN}
    return {key: value for key, value in own.items() if value is not None}
