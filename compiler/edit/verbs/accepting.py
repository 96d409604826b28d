"""`accept`: somebody has read a translation, and it says what its source says today."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from compiler.base.failure import RefusedError
from compiler.edit.po.edits import ReplaceEntry
from compiler.edit.verbs.editor import Editor, StringOf, field_order
from compiler.edit.yaml.edits import Edit, Put, Remove
from compiler.model.catalogue import Catalogue, Message, Standing, standing
from compiler.model.localised import LocalisedRecord
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind
from compiler.read.po_file import PoEntry
from compiler.rules.assessment import Assessment, assess_entities

KINDS = (*ENTITY_KINDS, Kind.TRANSLATIONS)


def accept(editor: Editor, patterns: Sequence[str], locales: Collection[str]) -> None:
    """Stamp translations with their source of today, and take the marks off them.

    Without ``locales`` in every language. Raises RefusedError for a string whose source has plural
    forms now, and whose translation has none, or the other way round.
    """
    chosen = editor.chosen(patterns, KINDS, "accept")
    wanted = {id(entity) for entity in chosen.entities}
    for found in editor.scope.once(assess_entities):
        if id(found.written) in wanted and (not locales or found.locale in locales):
            _accept_entity(editor, found)
    for string in chosen.strings:
        _accept_string(editor, string, locales)


def _accept_entity(editor: Editor, found: Assessment) -> None:
    own = found.own
    if own is None:
        return
    edits: list[Edit] = []
    if found.stamp is not None and own.stamp != found.stamp:
        edits.append(Put(("from",), found.stamp, field_order(LocalisedRecord)))
    if own.review_needed:
        edits.append(Remove(("review",)))
    reference = str(found.written.reference)
    if not edits:
        editor.leave(reference, f"is accepted in `{found.locale}` already", own.places.key())
        return
    editor.draft.edit(own.places, *edits)
    editor.say(found.written, f"accepted in `{found.locale}`", own.places.key())


def _accept_string(editor: Editor, string: StringOf, locales: Collection[str]) -> None:
    area = editor.scope.effective[editor.area].catalogues
    known = area.get((string.namespace, editor.source))
    source = None if known is None else known.messages.get(string.label)
    for catalogue in editor.catalogues(string.namespace):
        own = catalogue.messages.get(string.label)
        if source is None or own is None or catalogue.locale == editor.source:
            continue
        if not locales or catalogue.locale in locales:
            _accept_message(editor, string, catalogue, source, own)


def _accept_message(
    editor: Editor, string: StringOf, catalogue: Catalogue, source: Message, own: Message
) -> None:
    found = standing(source, own)
    if not own.translated:
        return
    if found is Standing.CURRENT:
        message = f"is accepted in `{catalogue.locale}` already"
        editor.leave(string.reference, message, own.places.label)
        return
    if (own.source_plural is None) is not (source.source_plural is None):
        now = "plural forms" if source.source_plural is not None else "no plural forms"
        raise RefusedError(
            f"`{string.reference}` cannot be accepted in `{catalogue.locale}`: "
            f"its source has {now} now; translate it anew"
        )
    entry = own.locator
    if isinstance(entry, PoEntry):
        accepted = replace(
            entry,
            msgid=source.source,
            msgid_plural=source.source_plural,
            flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
            previous_msgctxt=None,
            previous_msgid=None,
            previous_msgid_plural=None,
        )
        editor.draft.edit_catalogue(catalogue.path, ReplaceEntry(string.label, accepted))
        editor.say_of(string, f"accepted in `{catalogue.locale}`", own.places.label)
