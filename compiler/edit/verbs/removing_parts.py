"""`remove --locale`, `--slot`, `--file`: a part of an entry taken away, the rest stays."""

from collections.abc import Iterator, Sequence
from posixpath import dirname, join
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.edit.catalogue.entry import source_of
from compiler.edit.catalogue.translation import Translation, with_translation
from compiler.edit.po.edits import PoEdit, RemoveEntry, ReplaceEntry
from compiler.edit.verbs.documents import drop_pdf
from compiler.edit.verbs.editor import Editor, StringOf
from compiler.edit.yaml.edits import Remove
from compiler.model.banner import SLOT_NAMES
from compiler.model.catalogue import Catalogue, Message
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.read.po_file import PoEntry
from compiler.rules.wording import listed

_LOCALES = "locales"
_KINDS = (*ENTITY_KINDS, Kind.TRANSLATIONS)
_MARKDOWN = ".md"


def remove_locales(editor: Editor, patterns: Sequence[str], locales: Sequence[str]) -> None:
    """Remove languages of entries.

    Raises UsageError for the source language, RefusedError for what is locked, or active in an
    enabled language.
    """
    if editor.source in locales and editor.area is None:
        raise UsageError(f"`{editor.source}` is the source language: nothing goes on without it")
    chosen = editor.chosen(patterns, _KINDS, "remove")
    _refuse(reason for entity in chosen.entities for reason in _kept(editor, entity, locales))
    for entity in chosen.entities:
        for locale in locales:
            _remove_locale(editor, entity, locale, locales)
    for string in chosen.strings:
        for catalogue in editor.catalogues(string.namespace):
            message = catalogue.messages.get(string.label)
            if catalogue.locale in locales and message is not None:
                _empty(editor, string, catalogue, message)


def remove_slots(
    editor: Editor, patterns: Sequence[str], locales: Sequence[str], slots: Sequence[str]
) -> None:
    """Remove images of banners, in all languages where none is named.

    Raises RefusedError where a banner is active in one of them, UsageError for what is no slot.
    """
    unknown = [slot for slot in slots if slot not in SLOT_NAMES]
    if unknown:
        raise UsageError(f"{listed(unknown)} is no slot; there are {listed(SLOT_NAMES)}")
    banners = editor.chosen(patterns, (Kind.BANNERS,), "remove images").entities
    _refuse(
        f"`{one.reference}` is active in `{tag}`: `clientarea deactivate {one.reference} "
        f"--locale {tag}` first"
        for one in banners
        for tag, text in _texts(one, locales)
        if text.active and not text.images.keys().isdisjoint(slots)
    )
    for banner in banners:
        for tag, text in _texts(banner, locales):
            gone = [slot for slot in slots if slot in text.images]
            for slot in gone:
                editor.draft.remove(text.images[slot])
            if gone:
                editor.say(banner, f"{listed(gone)} of `{tag}` removed", text.places.key())


def remove_pdf(editor: Editor, patterns: Sequence[str]) -> None:
    """Remove the PDFs of documents. Raises RefusedError for one that is active."""
    documents = editor.chosen(patterns, (Kind.DOCUMENTS,), "remove the PDF").entities
    _refuse(
        f"`{one.reference}` is active: `clientarea deactivate {one.reference}` first"
        for one in documents
        if getattr(one.record, "active", False)
    )
    for document in documents:
        name = getattr(document.record, "file", None)
        if name is None:
            editor.leave(str(document.reference), "has no PDF", document.places.value())
            continue
        drop_pdf(editor, document.label, name)
        editor.say(document, f"`{name}` removed", document.places.key("file"))
        editor.draft.edit(document.places, Remove(("file",)))


def _texts(banner: Entity[Any], locales: Sequence[str]) -> Iterator[tuple[str, Localisation]]:
    return ((tag, one) for tag, one in banner.locales.items() if not locales or tag in locales)


def _refuse(reasons: Iterator[str]) -> None:
    said = list(dict.fromkeys(reasons))
    if said:
        raise RefusedError("\n  ".join(["nothing was removed:", *said]))


def _kept(editor: Editor, entity: Entity[Any], locales: Sequence[str]) -> Iterator[str]:
    """Yield why a language of an entity has to stay."""
    if editor.area is not None:
        return  # only a difference goes; what all areas share stays
    name = f"`{entity.reference}`"
    if getattr(entity.record, "locked", False):
        yield f"{name} is locked: `clientarea unlock {entity.reference}` first"
    enabled = editor.scope.content.languages.enabled
    for tag in locales:
        text = entity.locales.get(tag)
        if text is None:
            continue
        if entity.kind is Kind.BANNERS and text.active:
            lift = f"clientarea deactivate {entity.reference} --locale {tag}"
            yield f"{name} is active in `{tag}`: `{lift}` first"
        elif getattr(entity.record, "active", False) and tag in enabled:
            lift = f"clientarea deactivate {entity.reference}"
            yield f"{name} is active, and visitors can choose `{tag}`: `{lift}` first"


def _remove_locale(
    editor: Editor, entity: Entity[Any], locale: str, leaving: Sequence[str]
) -> None:
    text = entity.locales.get(locale)
    if text is None:
        editor.leave(str(entity.reference), f"has nothing in `{locale}`", entity.places.value())
        return
    for path in text.images.values():
        editor.draft.remove(path)
    master = _own_master(entity, locale, leaving)
    if master is not None:
        editor.draft.remove(master)
    editor.say(entity, f"`{locale}` removed", text.places.key())
    if text.places.path.endswith(_MARKDOWN):
        editor.draft.remove(text.places.path)
    if entity.places.has(_LOCALES, locale):
        editor.draft.edit(entity.places, Remove((_LOCALES, locale)))


def _own_master(entity: Entity[Any], locale: str, leaving: Sequence[str]) -> str | None:
    """Return the master that lies in the folder of a language, unless one that stays needs it."""
    master = entity.locales[locale].master
    if master is None or dirname(master.path) != join(dirname(entity.places.path), locale):
        return None
    staying = (text.master for tag, text in entity.locales.items() if tag not in leaving)
    return None if master.path in {one.path for one in staying if one} else master.path


def _empty(editor: Editor, string: StringOf, catalogue: Catalogue, message: Message) -> None:
    """Leave a string to be translated; where it is only a difference, let it go."""
    regional = bool(editor.scope.content.languages.chain(catalogue.locale).parents)
    entry = message.locator
    edit: PoEdit = RemoveEntry(string.label)
    if editor.area is None and not regional and isinstance(entry, PoEntry):
        empty = with_translation(entry, source_of(entry), Translation(), len(entry.msgstr))
        edit = ReplaceEntry(string.label, empty)
    editor.draft.edit_catalogue(catalogue.path, edit)
    editor.say_of(string, f"`{catalogue.locale}` removed", message.places.label)
