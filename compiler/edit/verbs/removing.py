"""`remove`: entries taken away with all their files, unless somebody still needs them."""

from collections.abc import Iterator, Sequence
from posixpath import dirname
from typing import Any

from compiler.base.failure import RefusedError
from compiler.edit.po.edits import RemoveEntry
from compiler.edit.verbs.editor import Editor, StringOf
from compiler.edit.verbs.mentions import mentions
from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.model.status import INIT

KINDS = (*ENTITY_KINDS, Kind.TRANSLATIONS, Kind.AREAS, Kind.OWNERS)
_SHOWN = 20


def remove(editor: Editor, patterns: Sequence[str]) -> None:
    """Remove entries: of what all areas share also what areas have different of it.

    Raises RefusedError, naming each that is locked, active or named by others; then nothing is
    removed.
    """
    chosen = editor.chosen(patterns, KINDS, "remove")
    reasons = [reason for entity in chosen.entities for reason in _reasons(editor, entity)]
    if reasons:
        shown = "\n".join(f"  {reason}" for reason in reasons[:_SHOWN])
        more = f"\n  … and {len(reasons) - _SHOWN} more" if len(reasons) > _SHOWN else ""
        raise RefusedError(f"nothing was removed:\n{shown}{more}")
    for entity in chosen.entities:
        for one in _everywhere(editor, entity):
            for path in _files(editor, one):
                editor.draft.remove(path)
        editor.say(entity, "removed")
    for string in chosen.strings:
        _remove_string(editor, string)


def _reasons(editor: Editor, entity: Entity[Any]) -> Iterator[str]:
    """Yield why an entity has to stay."""
    shared = getattr(editor.scope.content.shared, entity.kind, {})
    if editor.area is not None and entity.label in shared:
        return  # only a difference goes; what all areas share stays
    name = f"`{entity.reference}`"
    if getattr(entity.record, "locked", False):
        yield f"{name} is locked: `clientarea unlock {entity.reference}` first"
    active = [f"`{tag}`" for tag, text in entity.locales.items() if text.active]
    if getattr(entity.record, "active", False) or (entity.kind is Kind.BANNERS and active):
        where = f" in {', '.join(active)}" if entity.kind is Kind.BANNERS else ""
        yield f"{name} is active{where}: `clientarea deactivate {entity.reference}` first"
    if entity.kind is Kind.STATUSES and entity.label == INIT:
        yield f"{name} is the status of every new customer"
    for mention in mentions(editor.scope, entity.kind, entity.label):
        place = mention.places.value(*mention.route)
        yield f"{name} is named by {mention.by} ({place.path}:{place.line})"


def _everywhere(editor: Editor, entity: Entity[Any]) -> Iterator[Entity[Any]]:
    """Yield an entity, and what areas have different of it if all share it."""
    yield entity
    if editor.area is None and entity.kind in ENTITY_KINDS:
        for content in editor.scope.content.areas.values():
            difference = getattr(content.overlay, entity.kind).get(entity.label)
            if difference is not None:
                yield difference


def _files(editor: Editor, entity: Entity[Any]) -> list[str]:
    """Return all files of an entity: of an area its whole folder."""
    if entity.kind is not Kind.AREAS:
        return list(entity.files or (entity.places.path,))
    folder = f"{dirname(entity.places.path)}/"
    return [path for path in editor.paths if path.startswith(folder)]


def _remove_string(editor: Editor, string: StringOf) -> None:
    places = []
    for area, layer in editor.scope.layers.items():
        if editor.area not in (None, area):
            continue
        for (namespace, _), catalogue in layer.catalogues.items():
            message = catalogue.messages.get(string.label)
            if namespace == string.namespace and message is not None:
                editor.draft.edit_catalogue(catalogue.path, RemoveEntry(string.label))
                places.append(message.places.label)
    if places:
        number = f"{len(places)} catalogues" if len(places) > 1 else "one catalogue"
        editor.say_of(string, f"removed from {number}", places[0])
