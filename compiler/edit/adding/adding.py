"""`add`: what the command line, JSON or answers say of an entry, brought into the project."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compiler.base.failure import UsageError
from compiler.base.spots import Route
from compiler.edit.adding.entities import add_entity
from compiler.edit.adding.fields import STRING_FORM, Form, Option, flattened, form_of, values_of
from compiler.edit.adding.files import put_files
from compiler.edit.adding.given import Given, GivenFile, kind_of, split_reference
from compiler.edit.adding.languages import check_languages
from compiler.edit.adding.strings import add_strings
from compiler.edit.records.kinds import GLOSSARY
from compiler.edit.verbs.editor import Editor
from compiler.model.reference import Kind


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be added: ``what`` is KIND/LABEL, or `translations/NAMESPACE` with JSON by label.

    ``data`` is the parsed JSON, None where there is none. ``locale`` is the language of what is
    written by language and names none itself.
    """

    what: str
    options: Sequence[Option] = ()
    data: Any = None
    files: tuple[GivenFile, ...] = ()
    locale: str | None = None
    slot: str | None = None
    overwrite: bool = False


def add(editor: Editor, wish: Wish) -> None:
    """Add an entry, or what is given of one that is there. Raises UsageError and RefusedError."""
    kind, label = split_reference(wish.what)
    if wish.locale is not None:
        check_languages(editor, [wish.locale])
    if is_string(kind, label):
        if wish.files or wish.slot is not None:
            raise UsageError("strings have no files")
        namespace, colon, own = label.partition(":")
        data = {own: wish.data} if colon else _by_label(wish)
        given = {
            one: _given(
                editor, wish, STRING_FORM, {"text": said} if isinstance(said, str) else said
            )
            for one, said in data.items()
        }
        add_strings(editor, namespace, given)
        return
    record = kind_of(kind, label)
    given_of_it = _given(editor, wish, form_of(record), wish.data)
    add_entity(editor, record, label, put_files(editor, record, label, given_of_it))


def is_string(kind: Kind, label: str) -> bool:
    """Tell whether a reference names strings; translations have one file that is none."""
    return kind is Kind.TRANSLATIONS and label != GLOSSARY


def _by_label(wish: Wish) -> Mapping[str, Any]:
    if wish.options or not isinstance(wish.data, Mapping):
        raise UsageError(
            f"`{wish.what}` names no string: write `{wish.what}:LABEL`, or give many by label with "
            "`--json`"
        )
    return wish.data


def _given(editor: Editor, wish: Wish, form: Form, data: Any) -> Given:  # noqa: ANN401 - any JSON
    """Return the values of JSON and of options; what both have is the option's."""
    return Given(
        dict(_values(editor, wish, form, data)),
        wish.files,
        wish.locale,
        wish.slot,
        wish.overwrite,
    )


def _values(editor: Editor, wish: Wish, form: Form, data: Any) -> Iterator[tuple[Route, Any]]:  # noqa: ANN401
    if data is not None:
        yield from flattened(form, data, wish.locale or editor.source)
    options = values_of(form, wish.options, wish.locale, editor.active, editor.source)
    yield from options.items()
