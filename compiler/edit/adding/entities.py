"""Entities begun, and given what they do not have yet: by the rows that an import has, too."""

from collections.abc import Mapping
from dataclasses import dataclass

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place, Places
from compiler.base.spots import Route
from compiler.edit.adding.drafting import STAMP, drafted, merge, name_of, read_in, stamp
from compiler.edit.adding.given import Given
from compiler.edit.adding.refusing import refuse
from compiler.edit.records.entity_files import Data, EntityForm, entity_files
from compiler.edit.records.gathering import Draft
from compiler.edit.records.joining import Joining, join
from compiler.edit.records.judging import judge
from compiler.edit.records.kinds import RecordKind
from compiler.edit.records.project_files import files_among
from compiler.edit.records.there import Comparison, There, compare, there_of
from compiler.edit.verbs.documents import drop_pdf
from compiler.edit.verbs.editor import Deed, Editor
from compiler.edit.yaml.edits import Remove
from compiler.edit.yaml.meaning import value_at
from compiler.load.localising import LOCALES
from compiler.model.reference import Kind
from compiler.read.yaml import read_yaml
from compiler.rules.wording import listed

_EITHER = {"file": "link", "link": "file"}
"""Fields of a document of which there is one alone."""
_WORDED = (Kind.LEVELS, Kind.STATUSES, Kind.TEXTS, Kind.TEMPLATES)
"""Kinds of which nothing is shown without words."""


@dataclass(frozen=True, slots=True)
class _Adding:
    """An entity on its way: its draft, what is there of it, and which of its fields give way."""

    editor: Editor
    draft: Draft
    form: EntityForm
    there: There | None
    gone: tuple[str, ...]
    given: Given

    @property
    def now(self) -> Data:
        return {} if self.there is None else self.there.data


def add_entity(editor: Editor, kind: RecordKind, label: str, given: Given) -> None:
    """Write what is given of an entity into its files, or begin them.

    Raises UsageError for what is no field or does not fit, RefusedError for what is there already
    and says something else.
    """
    draft = drafted(editor, kind, label, given)
    form = EntityForm(draft.kind, draft.path)
    there = there_of(form, files_among(editor.paths, read_in(editor)))
    if there is not None and not there.readable:
        raise UsageError(f"`{form.path}` has errors; `clientarea check` says which")
    now: Data = {} if there is None else there.data
    gone = tuple(_EITHER[key] for key in _EITHER if (key,) in draft.cells and _EITHER[key] in now)
    adding = _Adding(editor, draft, form, there, gone, given)
    _refuse_conflicts(adding)
    if there is None:
        _refuse_twin(adding)
        _refuse_wordless(adding)
    stamp(editor, draft, now)
    found = _written(adding)
    if "file" in gone:
        drop_pdf(editor, label, str(now["file"]))
    if gone:
        editor.draft.edit(Places(form.path), *(Remove((key,)) for key in gone))
    _tell(adding, found)


def _refuse_conflicts(adding: _Adding) -> None:
    conflicts = [*merge(adding.draft, adding.now), *adding.gone]
    conflicts = [one for one in conflicts if one not in adding.given.replaces]
    if conflicts and not adding.given.overwrite:
        raise RefusedError(
            f"`{adding.draft.name}` has another {listed(conflicts)} already; "
            "`--overwrite` puts the new one in its place"
        )


def _refuse_twin(adding: _Adding) -> None:
    """Refuse a label that differs from another's only in case: on some disks they are one file."""
    path = adding.draft.path
    twin = next((one for one in adding.editor.paths if one.casefold() == path.casefold()), None)
    if twin is not None:
        raise UsageError(f"`{path}` differs from `{twin}`, which is there, only in case")


def _refuse_wordless(adding: _Adding) -> None:
    """Refuse to begin an entity without a word in the source language, which nobody could use."""
    draft, source = adding.draft, adding.editor.source
    whole = draft.kind.whole is None and draft.kind.kind in _WORDED
    if whole and draft.kind.localised_keys and source not in draft.locales:
        raise UsageError(
            f"`{draft.name}` has no text in `{source}`, the source language: give it with "
            "`--title` or `--description`"
        )


def _written(adding: _Adding) -> Comparison | None:
    """Put the files into the draft; return what is new in an entity that is there."""
    editor, draft, form = adding.editor, adding.draft, adding.form
    judged = judge(draft, {key: one for key, one in adding.now.items() if key not in adding.gone})
    refuse(judged.remarks)
    data = judged.data or {}
    order = {tag: rank for rank, tag in enumerate((editor.source, *editor.active))}
    found = None
    files: Mapping[str, bytes] = {}
    if adding.there is None:
        files = entity_files(form, data, order)
    else:
        found = compare(draft, data, adding.there)
        cells = {route: value_at(data, route) for route in (*found.fresh, *found.differing)}
        project = files_among(editor.paths, read_in(editor))
        joining = Joining(form, adding.there, project, order)
        files = {} if found.same else join(joining, found.added, cells)
    for path, content in files.items():
        editor.draft.put(path, content)
    return found


def _tell(adding: _Adding, found: Comparison | None) -> None:
    """Say what came into an entity, at the line of the first of it."""
    editor, draft = adding.editor, adding.draft
    reference = f"{draft.kind.kind}/{draft.label}"
    if found is None:
        tags = f" in {listed(draft.locales)}" if draft.locales else ""
        editor.done.append(Deed(reference, f"added{tags}", Place(draft.path)))
        return
    routes: list[Route] = [(LOCALES, tag) for tag in found.added]
    said = [f"added in {listed(found.added)}"] if found.added else []
    if values := [one for one in (*found.fresh, *found.differing) if one[-1] != STAMP]:
        given = [one for one in adding.given.values if any(one[: len(at)] == at for at in values)]
        said.append(f"{listed(map(name_of, given or values))} written")
        routes += given or values
    if routes:
        editor.done.append(Deed(reference, "; ".join(said), _place(adding, routes[0])))
    elif not adding.given.files:
        editor.leave(reference, "says that already", Place(draft.path))


def _place(adding: _Adding, route: Route) -> Place:
    """Return where a value stands by now; Markdown beside the YAML is a place as a whole."""
    path = adding.form.path
    data = adding.editor.draft.data(path)
    there = read_yaml(path, data or b"").places
    beside = adding.form.sidecar(str(route[1])) if len(route) > 1 else ""
    if beside and adding.editor.draft.data(beside) is not None:
        return Place(beside)
    return there.key(*route)
