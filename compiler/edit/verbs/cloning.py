"""`clone`: one language of an entry as the beginning of another, marked to be looked at."""

from collections.abc import Sequence
from dataclasses import replace
from posixpath import basename, dirname
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Places
from compiler.edit.po.edits import AddEntry, SetFlags, SetTranslation
from compiler.edit.verbs.editor import Editor, StringOf, field_order
from compiler.edit.yaml.edits import Put
from compiler.model.catalogue import Catalogue, Message
from compiler.model.entity import Entity
from compiler.model.fingerprint import fingerprint
from compiler.model.localised import FrontMatter, Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.read.po_file import PoEntry
from compiler.rules.paste import form_count

KINDS = (*ENTITY_KINDS, Kind.TRANSLATIONS)
_FUZZY = "fuzzy"
_MARKDOWN = ".md"


def clone(editor: Editor, patterns: Sequence[str], from_: str, to: Sequence[str]) -> None:
    """Copy a language of entries to others that have none yet, marked as not reviewed.

    Raises UsageError where a language is copied to itself or to the source, and RefusedError where
    a namespace has no catalogue in it.
    """
    if from_ in to:
        raise UsageError(f"`{from_}` cannot be cloned to itself")
    if editor.source in to:
        raise UsageError(f"`{editor.source}` is the source language: write it with `edit`")
    chosen = editor.chosen(patterns, KINDS, "clone")
    for entity in chosen.entities:
        for locale in to:
            _clone_entity(editor, entity, from_, locale)
    for string in chosen.strings:
        for locale in to:
            _clone_string(editor, string, from_, locale)


def _clone_entity(editor: Editor, entity: Entity[Any], from_: str, to: str) -> None:
    reference = str(entity.reference)
    text, own = entity.locales.get(from_), entity.locales.get(to)
    if text is None:
        editor.leave(reference, f"has nothing in `{from_}`", entity.places.key("locales"))
        return
    if own is not None and (own.own() or own.descriptions):
        editor.leave(reference, f"has a text in `{to}` already", own.places.key())
        return
    stamp = f"{from_}@{fingerprint(text.own())}"
    if text.places.path.endswith(_MARKDOWN):
        _clone_file(editor, text, from_, to, stamp)
    else:
        _clone_inline(editor, entity, text, to, stamp)
    for path in text.images.values():
        data = editor.draft.data(path)
        if data is not None:
            editor.draft.put(f"{dirname(dirname(path))}/{to}/{basename(path)}", data)
    editor.say(entity, f"cloned from `{from_}` to `{to}`, to be reviewed", text.places.key())


def _clone_file(editor: Editor, text: Localisation, from_: str, to: str, stamp: str) -> None:
    path = f"{text.places.path.removesuffix(f'.{from_}{_MARKDOWN}')}.{to}{_MARKDOWN}"
    data = editor.draft.data(text.places.path)
    if data is None:
        return
    editor.draft.put(path, data)
    order = field_order(FrontMatter)
    marks = Put(("from",), stamp, order), Put(("review",), "needed", order)
    editor.draft.edit(Places(path), *marks)


def _clone_inline(
    editor: Editor, entity: Entity[Any], text: Localisation, to: str, stamp: str
) -> None:
    written: dict[str, Any] = dict(text.own())
    if text.descriptions:
        written["descriptions"] = dict(text.descriptions)
    written |= {"from": stamp, "review": "needed"}
    order = tuple(editor.scope.content.languages.active)
    editor.draft.edit(entity.places, Put(("locales", to), written, order))


def _clone_string(editor: Editor, string: StringOf, from_: str, to: str) -> None:
    catalogues = {one.locale: one for one in editor.catalogues(string.namespace)}
    origin, target = catalogues.get(from_), catalogues.get(to)
    source = catalogues.get(editor.source)
    if target is None:
        raise RefusedError(
            f"`{string.namespace}` has no catalogue in `{to}`: `clientarea sync` makes it"
        )
    message = None if origin is None else origin.messages.get(string.label)
    declared = None if source is None else source.messages.get(string.label)
    own = target.messages.get(string.label)
    texts = None if message is None else _texts(message, from_ == editor.source)
    if message is None or not texts or declared is None or source is None:
        editor.leave(string.reference, f"has nothing in `{from_}`", target.header_place(""))
        return
    if own is not None and own.translated:
        editor.leave(string.reference, f"has a text in `{to}` already", own.places.label)
        return
    after = _neighbour(editor, source, target, string.label)
    _write_string(editor, target, declared, own, _fitted(texts, declared, target), after)
    editor.say_of(string, f"cloned from `{from_}` to `{to}`, to be reviewed", message.places.label)


def _write_string(
    editor: Editor,
    target: Catalogue,
    declared: Message,
    own: Message | None,
    texts: tuple[str, ...],
    after: str | None,
) -> None:
    if own is not None:
        flags = tuple(dict.fromkeys((_FUZZY, *sorted(own.flags))))
        edits = SetTranslation(own.label, texts), SetFlags(own.label, flags)
        editor.draft.edit_catalogue(target.path, *edits)
        return
    entry = declared.locator
    if isinstance(entry, PoEntry):
        flags = tuple(dict.fromkeys((_FUZZY, *entry.flags)))
        added = replace(entry, msgstr=texts, flags=flags, blocks=None)
        editor.draft.edit_catalogue(target.path, AddEntry(added, after))


def _neighbour(editor: Editor, source: Catalogue, target: Catalogue, label: str) -> str | None:
    """Return the label behind which an entry belongs: the last before it that is there, too."""
    labels = list(source.messages)
    added = editor.added.setdefault(target.path, set())
    before = reversed(labels[: labels.index(label)])
    found = next((one for one in before if one in target.messages or one in added), None)
    added.add(label)
    return found


def _texts(message: Message, is_source: bool) -> tuple[str, ...]:  # noqa: FBT001
    texts = message.source_texts if is_source else message.texts
    return texts if any(texts) else ()


def _fitted(texts: tuple[str, ...], declared: Message, target: Catalogue) -> tuple[str, ...]:
    """Return as many forms as the language has: the first, and the last for all others."""
    if declared.source_plural is None:
        return texts[:1]
    number = form_count(target.locale, target.plural_forms)
    return texts[-1:] if number == 1 else (texts[0], *[texts[-1]] * (number - 1))
