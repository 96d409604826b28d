"""Another label for an entity: its files, what areas have different of it, who names it."""

import re
from posixpath import dirname
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place
from compiler.edit.verbs.editor import Editor
from compiler.edit.verbs.mentions import rename_mentions
from compiler.load.labels import bad_part, hidden
from compiler.model.entity import Entity
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.model.status import INIT

_NESTED = (Kind.TEXTS, Kind.TEMPLATES)
_SCHEMA = re.compile(rb"(\$schema=)((?:\.\./)+)(schemas/)")


def rename_entity(editor: Editor, old: str, label: str) -> None:
    """Give an entity another label. Raises UsageError and RefusedError as `rename`."""
    (entity,) = editor.chosen([old], ENTITY_KINDS, "rename").entities
    _check_label(entity.kind, label)
    if entity.kind is Kind.STATUSES and entity.label == INIT:
        raise RefusedError(f"`{old}` is the status of every new customer, under this name")
    for layer in editor.scope.layers.values():
        for known in getattr(layer, entity.kind):
            if known.casefold() == label.casefold() and known != entity.label:
                raise RefusedError(f"there is `{entity.kind}/{known}` already")
    for layer in editor.scope.layers.values():
        one = getattr(layer, entity.kind).get(entity.label)
        if one is not None:
            _move_files(editor, one, label)
    rename_mentions(editor, entity.kind, entity.label, label)


def _check_label(kind: Kind, label: str) -> None:
    parts = label.split(".")
    bad = bad_part(parts)
    if bad is not None:
        raise UsageError(
            f"`{label}` cannot be a label: `{bad}` is not made of letters, digits, `-` and `_`"
        )
    if hidden(parts):
        raise UsageError(
            f"`{label}` cannot be a label: a name with `_` at its beginning is no entry"
        )
    if kind not in _NESTED and len(parts) > 1:
        raise UsageError(f"`{label}` cannot be a label of {kind}: it has a dot")


def _move_files(editor: Editor, entity: Entity[Any], label: str) -> None:
    old, new = _stems(entity, label)
    for path in entity.files:
        if path.startswith(old):
            moved = new + path.removeprefix(old)
            editor.draft.move(path, moved)
            _mend_schema(editor, path, moved)
    place = Place(new + entity.places.path.removeprefix(old))
    editor.say(entity, f"renamed to `{entity.kind}/{label}`", place)


def _stems(entity: Entity[Any], label: str) -> tuple[str, str]:
    """Return how the paths of an entity's own files begin, and how they will."""
    path = entity.places.path
    if entity.kind is Kind.BANNERS:
        return f"{dirname(path)}/", f"{dirname(dirname(path))}/{label}/"
    depth = len(entity.label.split(".")) if entity.kind in _NESTED else 1
    base = path.split("/")[:-depth]
    return path.removesuffix("yaml"), "/".join([*base, *label.split(".")]) + "."


def _mend_schema(editor: Editor, old: str, new: str) -> None:
    """Let the comment for code editors find its schema from another depth, too."""
    deeper = new.count("/") - old.count("/")
    data = editor.draft.data(new)
    if not deeper or data is None:
        return

    def mended(match: re.Match[bytes]) -> bytes:
        return match[1] + b"../" * max(match[2].count(b"../") + deeper, 1) + match[3]

    editor.draft.put(new, _SCHEMA.sub(mended, data, count=1))
