"""What is asked on a terminal when nothing is given of an entry: what it must have, and words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from compiler.edit.adding.adding import is_string
from compiler.edit.adding.fields import STRING_FORM, Form, form_of
from compiler.edit.adding.given import kind_of, split_reference
from compiler.edit.records.kinds import RecordKind
from compiler.edit.verbs.editor import Editor
from compiler.load.localising import LOCALES
from compiler.load.shape import type_at, words_of
from compiler.model.entity import Entity

_WORDS = ("text", "title", "description")
"""The fields that are asked for in each language."""


class Question(NamedTuple):
    """One question: the option that its answer is, and what the answer may be, any where empty."""

    option: str
    required: bool
    words: tuple[str, ...] = ()


def questions(editor: Editor, what: str) -> Iterator[Question]:
    """Yield what to ask of an entry that has nothing yet, the source language first.

    Raises UsageError where ``what`` can be no entry.
    """
    kind, label = split_reference(what)
    if is_string(kind, label):
        yield from _by_language(editor, STRING_FORM, required=True)
        return
    record = kind_of(kind, label)
    if _entity(editor, record, label) is None:
        yield from _required(record)
    yield from _by_language(editor, form_of(record), required=False)


def _required(record: RecordKind) -> Iterator[Question]:
    if record.model is None:
        return
    for name, one in record.model.model_fields.items():
        key = one.alias or name
        if one.is_required() and key != LOCALES:
            yield Question(key, required=True, words=tuple(words_of(type_at(record.model, (key,)))))


def _by_language(editor: Editor, form: Form, *, required: bool) -> Iterator[Question]:
    for locale in dict.fromkeys((editor.source, *editor.active)):
        for key in _WORDS:
            if key in form.localised:
                yield Question(f"{key}.{locale}", required and locale == editor.source)


def _entity(editor: Editor, record: RecordKind, label: str) -> Entity[Any] | None:
    return getattr(editor.scope.layers[editor.area], record.kind, {}).get(label)
