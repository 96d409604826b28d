"""Entries keep the lines they had."""

from compiler.edit.catalogue.blocks import blocks_of, text_of, write_blocks
from compiler.edit.catalogue.entry import revised
from compiler.read.po import read_po
from compiler.read.po_file import PoFile

TEXT = r"""# Licence

# Somebody
msgid ""
msgstr ""
"Language: es\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n "
"!= 1);\n"

#, fuzzy,no-wrap
msgctxt "a"
msgid ""
"Long "
"text"
msgstr "Texto"

msgctxt "b"
msgid "B"
msgstr "\x42"

#~ msgctxt "c"
#~ msgid ""
#~ "C"
#~ msgstr "Ce"
"""


def rewritten(text: str, change: str | None = None) -> str:
    """Return a catalogue read and written, the entry of a label translated anew."""
    data = text.encode()
    file = read_po("es.po", data)
    found = text_of(data, file)
    assert found is not None
    entries = [
        revised(entry, msgstr=("nuevo",)) if entry.msgctxt == change else entry
        for entry in file.entries
    ]
    again = PoFile("es.po", file.header, header_entry=file.header_entry, entries=tuple(entries))
    return write_blocks(again, blocks_of(file, found)).decode()


def test_what_nobody_changed_has_the_same_bytes() -> None:
    assert rewritten(TEXT) == TEXT


def test_only_the_changed_entry_is_written_anew() -> None:
    wrapped = '#, fuzzy,no-wrap\nmsgctxt "a"\nmsgid ""\n"Long "\n"text"\nmsgstr "Texto"\n'
    anew = '#, fuzzy, no-wrap\nmsgctxt "a"\nmsgid "Long text"\nmsgstr "nuevo"\n'
    assert rewritten(TEXT, "a") == TEXT.replace(wrapped, anew)


def test_blank_lines_are_one_and_the_last_line_ends() -> None:
    assert rewritten(f"\n\n{TEXT}".replace("\n\nmsgctxt", "\n\n\n \nmsgctxt").rstrip()) == TEXT


def test_entries_without_a_blank_line_between_them_are_parted() -> None:
    joined = 'msgctxt "a"\nmsgid "A"\nmsgstr ""\nmsgctxt "b"\nmsgid "B"\nmsgstr ""\n'
    assert rewritten(joined) == joined.replace('""\nmsgctxt "b"', '""\n\nmsgctxt "b"')


def test_a_text_with_blank_lines_inside_an_entry_is_written_anew() -> None:
    odd = 'msgctxt "a"\nmsgid   "A"\n\nmsgstr ""\n'
    assert rewritten(odd) == 'msgctxt "a"\nmsgid "A"\nmsgstr ""\n'


def test_a_text_in_another_charset_has_no_lines_to_keep() -> None:
    data = TEXT.replace("charset=utf-8", "charset=ISO-8859-1").encode()
    assert text_of(data, read_po("es.po", data)) is None
    broken = TEXT.encode() + b"# \xff\n"
    assert text_of(broken, read_po("es.po", broken)) is None
