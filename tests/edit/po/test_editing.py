"""One entry changed: its lines change and no others, and of them only what says something else."""

import pytest

from compiler.base.failure import UsageError
from compiler.edit.po.editing import edit_po
from compiler.edit.po.edits import (
    AddEntry,
    PoEdit,
    RemoveEntry,
    RenameLabel,
    ReplaceEntry,
    SetFlags,
    SetSource,
    SetTranslation,
)
from compiler.edit.refusal import AbsentError, BrokenFileError, UneditableError, UnwritableError
from compiler.read.po_file import PoEntry

CATALOGUE = r"""# Licence

# Somebody
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"
"Language: es\n"


#.no space
#:a.ts:1
#: b.ts:2
msgctxt "pay"
msgid "Pay "
"now"
msgstr "\x50agar"

# mine
#, fuzzy,no-wrap
#| msgid "File"
msgctxt "files"
msgid "{count} file"
msgid_plural "{count} files"
msgstr[0] "{count} archivo"
msgstr[1] ""
"{count} archivos que son tan largos que esta línea no cabe en las setenta y "
"nueve columnas de las demás"

msgid "unlabelled"
msgstr "sin"
#~ msgid  "Gone"
#~ msgstr "Ido"

# the last word
"""


def changed(*edits: PoEdit, before: str = CATALOGUE) -> str:
    return edit_po("es.po", before.encode(), edits).decode()


CASES: list[tuple[PoEdit, str, str]] = [
    (SetTranslation("pay", ("Pagar ya",)), 'msgstr "\\x50agar"\n', 'msgstr "Pagar ya"\n'),
    (SetTranslation("pay", ("Pagar\nya\n",)), 'msgstr "\\x50agar"\n', 'msgstr ""\n"Pagar\\n"\n"ya\\n"\n'),
    (
        SetTranslation("files", ("{count} archivo", "{count} archivos que son tan largos que esta línea no cabe en las setenta y siete")),
        '"nueve columnas de las demás"\n',
        '"siete"\n',
    ),
    (
        SetTranslation("unlabelled", ("una traducción que es tan larga que no cabe en las setenta y nueve columnas",)),
        'msgstr "sin"\n',
        'msgstr ""\n"una traducción que es tan larga que no cabe en las setenta y nueve columnas"\n',
    ),
    (SetFlags("pay", ("fuzzy",)), '#: b.ts:2\nmsgctxt "pay"', '#: b.ts:2\n#, fuzzy\nmsgctxt "pay"'),
    (SetFlags("files", ()), "#, fuzzy,no-wrap\n", ""),
    (SetFlags("files", ("no-wrap",)), "#, fuzzy,no-wrap\n", "#, no-wrap\n"),
    (SetSource("pay", "Pay"), 'msgid "Pay "\n"now"\n', 'msgid "Pay"\n'),
    (RenameLabel("pay", "payNow"), 'msgctxt "pay"\n', 'msgctxt "payNow"\n'),
    (RenameLabel("unlabelled", "label"), 'msgid "unlabelled"\n', 'msgctxt "label"\nmsgid "unlabelled"\n'),
    (
        ReplaceEntry("pay", PoEntry("Pay now", ("Pagar",), "pay", flags=("fuzzy",), comments=("why",), previous_msgid="Pay")),
        '#.no space\n#:a.ts:1\n#: b.ts:2\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "\\x50agar"\n',
        '# why\n#, fuzzy\n#| msgid "Pay"\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "\\x50agar"\n'.replace("\\x50agar", "\\x50agar"),
    ),
    (RemoveEntry("pay"), '#.no space\n#:a.ts:1\n#: b.ts:2\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "\\x50agar"\n\n', ""),
    (AddEntry(PoEntry("New", ("Nuevo",), "new", extracted=("said",))), 'msgstr "sin"\n', 'msgstr "sin"\n\n#. said\nmsgctxt "new"\nmsgid "New"\nmsgstr "Nuevo"\n'),
    (AddEntry(PoEntry("New", ("",), "new"), after="pay"), 'msgstr "\\x50agar"\n', 'msgstr "\\x50agar"\n\nmsgctxt "new"\nmsgid "New"\nmsgstr ""\n'),
    (SetSource("pay", "Pay", "Pay all"), 'msgid "Pay "\n"now"\nmsgstr "\\x50agar"\n', 'msgid "Pay"\nmsgid_plural "Pay all"\nmsgstr[0] "Pagar"\n'),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "old", "new"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_lines(edit: PoEdit, old: str, new: str, end: str, mark: str) -> None:
    assert CATALOGUE.count(old) == 1
    before = mark + CATALOGUE.replace("\n", end)
    after = mark + CATALOGUE.replace(old, new).replace("\n", end)
    assert changed(edit, before=before) == after


def test_many_at_once_are_as_one_after_the_other() -> None:
    edits: list[PoEdit] = [
        RemoveEntry("files"),
        AddEntry(PoEntry("1", ("",), "one"), after="pay"),
        AddEntry(PoEntry("2", ("",), "two"), after="one"),
        RenameLabel("one", "uno"),
        RemoveEntry("unlabelled"),
        SetTranslation("two", ("dos",)),
    ]
    one_by_one = CATALOGUE
    for edit in edits:
        one_by_one = changed(edit, before=one_by_one)
    assert changed(*edits) == one_by_one
    assert 'msgctxt "uno"\nmsgid "1"\nmsgstr ""\n\nmsgctxt "two"\nmsgid "2"\nmsgstr "dos"\n' in one_by_one  # fmt: skip


def test_the_last_line_keeps_its_end() -> None:
    before = 'msgid "a"\nmsgstr "b"'
    assert changed(SetTranslation("a", ("c",)), before=before) == 'msgid "a"\nmsgstr "c"'
    added = changed(AddEntry(PoEntry("d", ("e",))), before=before)
    assert added == 'msgid "a"\nmsgstr "b"\n\nmsgid "d"\nmsgstr "e"\n'
    assert changed(AddEntry(PoEntry("d", ("e",))), before="") == 'msgid "d"\nmsgstr "e"\n'


def test_a_charset_stays() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "caf\\351é"\n\nmsgid "b"\nmsgstr ""\n'
    before = text.encode("iso-8859-1")
    after = edit_po("es.po", before, [SetTranslation("b", ("té",))])
    assert after == before.replace(b'"b"\nmsgstr ""', b'"b"\nmsgstr "t\xe9"')
    with pytest.raises(UnwritableError, match=r"is in iso8859-1, which has no '€'; save it as"):
        edit_po("es.po", before, [SetTranslation("b", ("€",))])


@pytest.mark.parametrize(
    ("before", "edit", "error", "sentence"),
    [
        ("msgid", SetFlags("a", ()), BrokenFileError, "`es.po` cannot be edited as it is: line 1"),
        (CATALOGUE, RemoveEntry("none"), AbsentError, "`es.po` has no `none`"),
        (CATALOGUE, RemoveEntry("Gone"), AbsentError, "`es.po` has no `Gone`"),
        (CATALOGUE, RenameLabel("pay", "files"), AbsentError, "`es.po` has `files` already"),
        (CATALOGUE, AddEntry(PoEntry("x", ("",), "pay")), AbsentError, "has `pay` already"),
        ('msgid "a" msgstr "b" msgid "c" msgstr "d"\n', RemoveEntry("a"), UneditableError, "line 1"),
        (
            'msgctxt "a"\nmsgid "b"\nmsgstr ""\n\nmsgctxt "a"\nmsgid "c"\nmsgstr ""\n',
            RemoveEntry("a"),
            AbsentError,
            "`es.po` has `a` more than once",
        ),
        (CATALOGUE, SetTranslation("pay", ("a", "b")), UnwritableError, "`pay` of `es.po` takes one text, and not 2"),
        (CATALOGUE, AddEntry(PoEntry("x", (), "y", "z")), UnwritableError, "takes a text for each plural form, and not 0"),
        (CATALOGUE, SetFlags("pay", ("a,b",)), UneditableError, "see line 13; nothing was written"),
        (CATALOGUE, AddEntry(PoEntry("", ("x",))), UneditableError, "only you can change"),
    ],
)  # fmt: skip
def test_one_sentence(before: str, edit: PoEdit, error: type[UsageError], sentence: str) -> None:
    with pytest.raises(error) as caught:
        changed(edit, before=before)
    assert sentence in str(caught.value)
