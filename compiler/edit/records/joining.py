"""What rows say of an entity that is there already, put into its files by spans: all else stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.spots import Route
from compiler.edit.front_matter import edit_markdown
from compiler.edit.records.entity_files import (
    Data,
    EntityForm,
    body_of,
    in_order,
    sidecar_file,
)
from compiler.edit.records.kinds import FileForm
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.there import There
from compiler.edit.records.whole_file import write_whole
from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Edit, Put
from compiler.load.localising import LOCALES
from compiler.read.markdown import BODY


@dataclass(frozen=True, slots=True)
class Joining:
    """Where an entity is that rows join, what the project has of it, and the order of languages."""

    form: EntityForm
    there: There
    project: ProjectFiles
    order: Mapping[str, int]


def join(
    joining: Joining, added: Mapping[str, Data], cells: Mapping[Route, Any]
) -> dict[str, bytes]:
    """Return the files that change by path: languages that are new, and cells put in their places.

    Raises UnwritableError, and what `edit_yaml` does.
    """
    form = joining.form
    if form.kind.form is not FileForm.YAML:
        whole = {**joining.there.data, **{str(route[0]): one for route, one in cells.items()}}
        return {form.path: write_whole(form.kind, form.path, whole)}
    beside = _new_files(joining, added)
    inline = {tag: one for tag, one in added.items() if form.sidecar(tag) not in beside}
    edits: list[Edit] = []
    for route, value in cells.items():
        if len(route) == 1:
            edits.append(Put(route, value, form.kind.keys))
        elif route[1] not in joining.there.beside:
            edits.append(Put(route, value, form.kind.localised_keys))
    tags = sorted(joining.order, key=lambda tag: joining.order[tag])
    for tag, localised in inline.items():
        edits.append(Put((LOCALES, tag), in_order(localised, form.kind.localised_keys), tags))
    files = {**beside, **_edited_files(joining, cells)}
    if edits:
        files[form.path] = edit_yaml(form.path, joining.project.read(form.path), edits)
    return files


def _new_files(joining: Joining, added: Mapping[str, Data]) -> dict[str, bytes]:
    """Return the Markdown of new languages, where those that are there lie beside the YAML."""
    if not joining.there.beside:
        return {}
    files: dict[str, bytes] = {}
    for tag, localised in added.items():
        files |= sidecar_file(joining.form, tag, localised)
    return files


def _edited_files(joining: Joining, cells: Mapping[Route, Any]) -> dict[str, bytes]:
    """Return the Markdown of languages that are there, with cells put in their places."""
    by_tag: dict[str, dict[str, Any]] = {}
    for route, value in cells.items():
        if len(route) > 1 and route[1] in joining.there.beside:
            by_tag.setdefault(str(route[1]), {})[str(route[2])] = value
    files = {}
    for tag, values in by_tag.items():
        path = joining.form.sidecar(tag)
        body = values.pop(BODY, None)
        keys = joining.form.kind.localised_keys
        edits = [Put((key,), value, keys) for key, value in values.items()]
        words = None if body is None else f"{body_of(body)}\n"
        files[path] = edit_markdown(path, joining.project.read(path), edits, words)
    return files
