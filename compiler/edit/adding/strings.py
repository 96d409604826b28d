"""Strings declared and translated: entries put into the catalogues of a namespace, in their order.

What `sync` would do for a new string, adding it does: every language gets the entry.
"""

from collections.abc import Mapping

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place
from compiler.base.suggest import did_you_mean
from compiler.edit.adding.declaring import declare
from compiler.edit.adding.fields import STRING_FORM
from compiler.edit.adding.given import COMMAND, Given
from compiler.edit.adding.languages import check_languages
from compiler.edit.adding.namespace import Namespace
from compiler.edit.adding.refusing import refuse
from compiler.edit.adding.string_work import Rows, StringWork
from compiler.edit.adding.translating import translate
from compiler.edit.records.kinds import STRING
from compiler.edit.records.row import Row
from compiler.edit.records.string_rows import gather_strings
from compiler.edit.verbs.editor import Deed, Editor, StringOf
from compiler.load.localising import LOCALES
from compiler.read.po import read_po
from compiler.rules.wording import listed

_SHOWN = 20
_LENGTH = len((LOCALES, "tag", "key"))


def add_strings(editor: Editor, name: str, given: Mapping[str, Given]) -> None:
    """Declare and translate the strings of a namespace, by label.

    Raises UsageError for what is no field, no language, or does not fit; RefusedError where there
    is another text already.
    """
    rows = _rows(editor, name, given)
    overwrite = any(one.overwrite for one in given.values())
    work = StringWork(editor, Namespace(editor, name), rows, overwrite=overwrite)
    declare(work)
    absent = next((label for label in rows if label not in work.registry), None)
    if absent is not None:
        raise UsageError(
            f"`{StringOf(name, absent).reference}` is not declared yet: `--text` gives it the text "
            f"of the source language, `{editor.source}`"
        )
    translate(work)
    if work.conflicts:
        more = len(work.conflicts) - _SHOWN
        shown = [*work.conflicts[:_SHOWN], *([f"{more} more"] if more > 0 else [])]
        raise RefusedError(
            f"there is another text already of {listed(shown, quote='')}; "
            "`--overwrite` puts the new one in its place"
        )
    _tell(work)


def _rows(editor: Editor, name: str, given: Mapping[str, Given]) -> Rows:
    rows: list[Row] = []
    for label, one in given.items():
        fields: dict[str, dict[str, object]] = {}
        for route, value in one.values.items():
            if route[0] != LOCALES or len(route) != _LENGTH:
                raise UsageError(f"`{'.'.join(map(str, route))}` is not a field of a string")
            key = str(route[2])
            if key not in STRING_FORM.localised:
                hint = (
                    did_you_mean(key, STRING_FORM.localised)
                    or f"its fields are {listed(STRING_FORM.localised)}"
                )
                raise UsageError(f"`{key}` is not a field of a string; {hint}")
            fields.setdefault(str(route[1]), {})[key] = value
        check_languages(editor, fields)
        reference = f"{name}:{label}"
        rows += [
            Row(COMMAND, 0, STRING, reference, tag, editor.area, said)
            for tag, said in fields.items()
        ]
        if not fields:
            raise UsageError(
                f"nothing is given of `translations/{reference}`: `--text` is its text"
            )
    gathered = gather_strings(rows)
    refuse(gathered.remarks)
    return next(iter(gathered.sets.values())).labels if gathered.sets else {}


def _tell(work: StringWork) -> None:
    """Say what became of each string, with its line in the first catalogue that has it."""
    namespace = work.namespace
    first = namespace.source if work.declared else None
    first = first or next(iter(namespace.translations.values()))
    data = work.editor.draft.data(first.path) or b""
    lines = {one.msgctxt: one.place() for one in read_po(first.path, data).entries}
    for label in work.rows:
        reference = StringOf(namespace.name.namespace, label).reference
        where = lines.get(label, Place(first.path))
        tags = work.languages.get(label)
        if tags is None:
            work.editor.leave(reference, "says that already", where)
        else:
            done = "replaced" if label in work.replaced else "added"
            work.editor.done.append(Deed(reference, f"{done} in {listed(tags)}", where))
