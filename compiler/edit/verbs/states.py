"""`lock`, `unlock`, `activate`, `deactivate`: switches of entries."""

from collections.abc import Iterator, Sequence
from posixpath import dirname
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.edit.verbs.editor import Editor
from compiler.edit.yaml.edits import Put
from compiler.model.banner import SLOT_NAMES
from compiler.model.entity import Entity
from compiler.model.localised import LocalisedBanner
from compiler.model.reference import Kind
from compiler.rules.wording import listed

LOCKED = (Kind.TEXTS,)
ACTIVE = (Kind.TEMPLATES, Kind.DOCUMENTS, Kind.BANNERS)


def set_locked(editor: Editor, patterns: Sequence[str], *, locked: bool) -> None:
    """Lock texts, so that they cannot be removed, or unlock them."""
    verb = "lock" if locked else "unlock"
    for text in editor.chosen(patterns, LOCKED, verb).entities:
        if not hasattr(text.record, "locked"):
            where = f"`{text.reference}` of `{text.area}` is a difference to what all areas share"
            raise UsageError(f"{where}; {verb} it without `--area`")
        if text.record.locked is locked:
            _already(editor, text, "locked" if locked else "not locked")
        else:
            editor.put(text, "locked", locked)
            editor.say(text, "locked" if locked else "unlocked", text.places.value("locked"))


def set_active(
    editor: Editor, patterns: Sequence[str], locales: Sequence[str], *, active: bool
) -> None:
    """Switch templates and documents on or off, banners in some languages or in all they have.

    Raises RefusedError for a banner that lacks a slot in a language in which it is switched on.
    """
    chosen = editor.chosen(patterns, ACTIVE, "activate" if active else "deactivate").entities
    if locales and any(one.kind is not Kind.BANNERS for one in chosen):
        raise UsageError("`--locale` is for banners: templates and documents are active as a whole")
    for entity in chosen:
        if entity.kind is Kind.BANNERS:
            _set_banner(editor, entity, locales, active=active)
        elif entity.record.active is active:
            _already(editor, entity, "active" if active else "not active")
        else:
            editor.put(entity, "active", active)
            word = "activated" if active else "deactivated"
            editor.say(entity, word, entity.places.value("active"))


def _set_banner(
    editor: Editor, banner: Entity[Any], locales: Sequence[str], *, active: bool
) -> None:
    unknown = [locale for locale in locales if locale not in banner.locales]
    if unknown:
        raise UsageError(f"`{banner.reference}` has no language {listed(unknown)}")
    wanted = [tag for tag in banner.locales if not locales or tag in locales]
    if active:
        lacking = list(_lacking(banner, wanted))
        if lacking:
            raise RefusedError(
                f"`{banner.reference}` cannot be activated: {'; '.join(lacking)}; put the images "
                f"into `{dirname(banner.places.path)}/<locale>`, such as `mobile.png`"
            )
    for locale in wanted:
        text = banner.locales[locale]
        if text.active is active:
            state = "active" if active else "not active"
            editor.leave(
                str(banner.reference), f"is {state} in `{locale}` already", text.places.key()
            )
            continue
        editor.draft.edit(
            text.places, Put(("active",), active, tuple(LocalisedBanner.model_fields))
        )
        word = "activated" if active else "deactivated"
        editor.say(banner, f"{word} in `{locale}`", text.places.value("active"))


def _lacking(banner: Entity[Any], locales: Sequence[str]) -> Iterator[str]:
    for locale in locales:
        missing = [slot for slot in SLOT_NAMES if not banner.locales[locale].has_slot(slot)]
        if missing:
            yield f"`{locale}` lacks {listed(missing)}"


def _already(editor: Editor, entity: Entity[Any], state: str) -> None:
    editor.leave(str(entity.reference), f"is {state} already", entity.places.value())
