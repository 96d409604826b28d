"""`swap`: two slots of banners exchange their images, two documents their PDFs or links."""

from collections.abc import Sequence
from posixpath import dirname, splitext
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.edit.verbs.editor import Editor
from compiler.edit.yaml.edits import Edit, Put, Remove
from compiler.model.banner import SLOT_NAMES
from compiler.model.document import Document
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.reference import Kind
from compiler.rules.wording import listed

_TWO = 2
_CONTENT = ("file", "link")


def swap_slots(
    editor: Editor, patterns: Sequence[str], slots: Sequence[str], locales: Sequence[str]
) -> None:
    """Exchange the images of two slots of banners, in all languages where none is named.

    Raises UsageError for what are not two slots, RefusedError where one would be left empty in an
    active banner.
    """
    if len(set(slots)) != _TWO or not set(slots) <= set(SLOT_NAMES):
        raise UsageError(f"`--slot` wants two of {listed(SLOT_NAMES)}, such as `mobile,tablet`")
    for banner in editor.chosen(patterns, (Kind.BANNERS,), "swap").entities:
        unknown = [tag for tag in locales if tag not in banner.locales]
        if unknown:
            raise UsageError(f"`{banner.reference}` has no language {listed(unknown)}")
        for tag, text in banner.locales.items():
            if not locales or tag in locales:
                _swap_slots(editor, banner, tag, text, (slots[0], slots[1]))


def swap_documents(editor: Editor, one: str, other: str) -> None:
    """Exchange the PDFs or links of two documents. Raises UsageError."""
    first, second = (_document(editor, what) for what in (one, other))
    if first is second:
        raise UsageError(f"`{one}` is both of them")
    for document, to in ((first, second), (second, first)):
        order = [field.alias or name for name, field in Document.model_fields.items()]
        edits: list[Edit] = []
        for key in _CONTENT:
            value = getattr(to.record, key, None)
            if value is not None:
                edits.append(Put((key,), value, order))
            elif document.places.has(key):
                edits.append(Remove((key,)))
        editor.draft.edit(document.places, *edits)
        editor.say(document, f"has what `{to.reference}` had")


def _document(editor: Editor, what: str) -> Entity[Any]:
    found = editor.chosen([what], (Kind.DOCUMENTS,), "swap").entities
    if len(found) != 1:
        raise UsageError(f"`{what}` is {len(found)} documents; name one")
    return found[0]


def _swap_slots(
    editor: Editor, banner: Entity[Any], tag: str, text: Localisation, slots: tuple[str, str]
) -> None:
    empty = [slot for slot in slots if slot not in text.images]
    if len(empty) == _TWO:
        message = f"has no image in {listed(slots)} of `{tag}`"
        editor.leave(str(banner.reference), message, text.places.key())
        return
    if empty and text.active:
        raise RefusedError(f"`{banner.reference}` is active in `{tag}` and lacks {listed(empty)}")
    images = {slot: (path, editor.draft.data(path)) for slot, path in text.images.items()}
    for slot in slots:
        if slot in text.images:
            editor.draft.remove(text.images[slot])
    for slot, to in (slots, slots[::-1]):
        path, data = images.get(slot, ("", None))
        if data is not None:
            editor.draft.put(f"{dirname(path)}/{to}{splitext(path)[1]}", data)
    _swap_descriptions(editor, text, slots)
    editor.say(banner, f"{listed(slots)} of `{tag}` swapped", text.places.key())


def _swap_descriptions(editor: Editor, text: Localisation, slots: tuple[str, str]) -> None:
    """Let descriptions go with their images."""
    edits: list[Edit] = []
    for slot, to in (slots, slots[::-1]):
        value = text.descriptions.get(slot)
        if value is not None:
            edits.append(Put(("descriptions", to), value, SLOT_NAMES))
        elif to in text.descriptions:
            edits.append(Remove(("descriptions", to)))
    if edits:
        editor.draft.edit(text.places, *edits)
