from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(text: str | bytes) -> PoFile:
    return read_po("es.po", text.encode() if isinstance(text, str) else text)


def problems(text: str | bytes) -> list[tuple[str, int, int, str]]:
    found = read(text).findings
    return [(f.rule, f.place.line, f.place.column, f.message) for f in found]


FULL = """\
# Licence
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: Acme 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; "
"plural=(n != 1);\\n"

# for the translator
#. from the developer
#. second line
#: src/a.ts:12 src/b.ts
#: \u2068my file.ts\u2069:3
#, fuzzy, max-length:20,ignore-same
#| msgctxt "old.label"
#| msgid "Old "
#| "text"
#| msgid_plural "Olds"
msgctxt "cart.items"
msgid "One item"
msgid_plural ""
"{count} items\\n"
"more"
msgstr[0] "Un «artículo»"
msgstr[1] "{count} artículos"

#~| msgid "gone before"
#~ msgctxt "old"
#~ msgid "Gone"
#~ msgstr ""
#~ "Ido"
"""


def test_every_part_of_an_entry() -> None:
    file = read(FULL)
    assert file.findings == ()
    assert file.header == {
        "Project-Id-Version": "Acme 1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    assert file.plural_forms == "nplurals=2; plural=(n != 1);"
    assert file.header_places["Plural-Forms"] == Place("es.po", 7, 1, 28)
    assert file.header_entry is not None
    assert (file.header_entry.comments, file.header_entry.fuzzy) == (("Licence",), True)
    assert file.entries == (
        PoEntry(
            "One item",
            ("Un «artículo»", "{count} artículos"),
            "cart.items",
            "{count} items\nmore",
            ("fuzzy", "max-length:20", "ignore-same"),
            ("for the translator",),
            ("from the developer", "second line"),
            ("src/a.ts:12", "src/b.ts", "\u2068my file.ts\u2069:3"),
            "old.label",
            "Old text",
            "Olds",
        ),
        PoEntry("Gone", ("Ido",), "old", previous_msgid="gone before", obsolete=True),
    )


def test_the_place_of_every_part() -> None:
    entry, gone = read(FULL).entries
    assert entry.place("msgctxt") == Place("es.po", 20, 9, 12)
    assert entry.place() == entry.place("msgid") == Place("es.po", 21, 7, 10)
    assert entry.place("msgid_plural") == Place("es.po", 23, 1, 17)
    assert entry.place("msgstr") == entry.place("msgstr[0]") == Place("es.po", 25, 11, 15)
    assert entry.place("msgstr[1]") == Place("es.po", 26, 11, 19)
    assert entry.place("flags") == Place("es.po", 15, 4, 5)
    assert entry.place("flag:ignore-same") == Place("es.po", 15, 25, 11)
    assert entry.place("previous_msgid") == Place("es.po", 17, 10, 6)
    assert entry.place("nothing of the kind") == entry.place("msgid")
    assert gone.place("msgstr") == Place("es.po", 32, 4, 5)


@pytest.mark.parametrize("text", ["", "\n\n", "# only comments\n#. here\n"])
def test_an_empty_file_is_no_problem(text: str) -> None:
    file = read(text)
    assert (file.header, file.header_entry, file.entries, file.findings) == ({}, None, (), ())


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("\n\n", ()),
        ("# only\n\n #. comments\n", ("# only", "", " #. comments")),
        ('msgid "a"\nmsgstr ""\n\n# last\n#, fuzzy\n\n', ("# last", "#, fuzzy")),
        ('msgid  "a"\nmsgstr ""\n# last', ("# last",)),
        ('#~ msgid "a"\n#~ msgstr ""\n#~ # last\n', ("#~ # last",)),
        ('# first\nmsgid "a"\nmsgstr ""\n', ()),
    ],
)
def test_comments_below_the_last_entry(text: str, closing: tuple[str, ...]) -> None:
    assert (read(text).closing, read(text).findings) == (closing, ())


def test_a_previous_text_that_nothing_follows() -> None:
    text = 'msgid "a"\nmsgstr ""\n\n#, fuzzy\n#| msgid "b"\n'
    assert problems(text) == [("invalid-po", 5, 10, "no `msgid` follows this previous text")]


def test_without_a_header() -> None:
    file = read('msgid "a"\nmsgstr "b"\n')
    assert file.header_entry is None
    assert [entry.msgstr for entry in file.entries] == [("b",)]


def test_line_ends_and_byte_order_mark() -> None:
    expected = read(FULL)
    for end in ("\r\n", "\r"):
        assert read("\ufeff" + FULL.replace("\n", end)) == expected


def test_escapes() -> None:
    text = r'msgid "\n\t\"\\\r\a\b\f\v\303\251\x41\101"' + '\nmsgstr ""\n'
    (entry,) = read(text).entries
    assert entry.msgid == '\n\t"\\\r\a\b\f\vé' + "AA"


def test_arrangements_that_gettext_reads() -> None:
    text = ' msgid"a" "b"\n\tmsgstr\n "c"\n  \n  # next\n  #~msgid "d"\n #~  msgstr "e" \nmsgid "f" msgstr "g"\n'
    file = read(text)
    assert file.findings == ()
    assert [(e.msgid, e.msgstr, e.obsolete) for e in file.entries] == [
        ("ab", ("c",), False),
        ("d", ("e",), True),
        ("f", ("g",), False),
    ]


def test_the_charset_of_the_header() -> None:
    text = HEADER.replace("UTF-8", "ISO-8859-2") + 'msgid "a"\nmsgstr "ł"\n'
    file = read(text.encode("iso-8859-2"))
    assert file.findings == ()
    assert file.entries[0].msgstr == ("ł",)
    japanese = HEADER.replace("UTF-8", "Shift_JIS") + 'msgid "a"\nmsgstr "表示"\n'
    assert read(japanese.encode("shift_jis")).entries[0].msgstr == ("表示",)
    template = HEADER.replace("UTF-8", "CHARSET") + 'msgid "a"\nmsgstr ""\n'
    assert read(template).findings == ()


@pytest.mark.parametrize(
    "name", ["KLINGON", "utf-16", "unicode_escape", "rot13", "idna", "punycode", "../x"]
)
def test_a_charset_that_is_none(name: str) -> None:
    file = read(HEADER.replace("UTF-8", name) + 'msgid "a"\nmsgstr "é"\n')
    (finding,) = file.findings
    assert (finding.rule, finding.message) == ("not-utf-8", f"there is no charset `{name}`")
    assert finding.place == Place("es.po", 2, 43, len(name))
    assert file.entries[0].msgstr == ("é",)


def test_a_byte_that_is_not_in_the_charset() -> None:
    file = read(HEADER.encode() + b'msgid "a"\nmsgstr "\xe9"\n\nmsgid "b"\nmsgstr "c"\n')
    (finding,) = file.findings
    assert (finding.rule, finding.place) == ("not-utf-8", Place("es.po", 5, 9, 1))
    assert finding.message == "byte 0xE9 is no character of UTF-8, the charset of this catalogue"
    assert [entry.msgid for entry in file.entries] == ["a", "b"]
    assert [f.rule for f in read(HEADER.encode("utf-16")).findings] == ["not-utf-8"]


def test_duplicates() -> None:
    text = HEADER + (
        'msgctxt "x"\nmsgid "a"\nmsgstr "1"\n\nmsgid "a"\nmsgstr "2"\n\n'
        'msgctxt "x"\nmsgid "a"\nmsgstr "3"\n\n#~ msgid "a"\n#~ msgstr "4"\n\n'
        'msgid ""\nmsgstr "Language: es\\n"\n'
    )
    file = read(text)
    assert [(f.rule, f.message, f.place.line, f.notes[0].place.line) for f in file.findings] == [
        ("duplicate-entry", "the entry `x` is here a second time", 11, 4),
        ("duplicate-entry", "this is a second header", 18, 1),
    ]
    assert [entry.msgstr[0] for entry in file.entries] == ["1", "2", "3", "4"]
    assert "Language" not in file.header


BROKEN: list[tuple[str, list[tuple[int, int, str]], list[str]]] = [
    ('msgid "a\nmsgstr "b"\n', [(1, 7, "the text that begins here has no closing quote")], ["a"]),
    ('msgid "say "hi""\nmsgstr "b"\n', [(1, 13, "the text goes on after its closing quote")], ["say "]),
    ('msgid "a"\nmsgstr "é \\q"\n', [(2, 11, "`\\q` means nothing in a catalogue")], ["a"]),
    ('msgid "a"\nmsgstr "\\377"\n', [(2, 9, "`\\377` means nothing in a catalogue")], ["a"]),
    ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', [(1, 7, "no `msgstr` follows this `msgid`")], ["b"]),
    ('msgctxt "a"\nmsgctxt "b"\nmsgid "c"\nmsgstr ""\n', [(1, 9, "no `msgid` follows this `msgctxt`")], ["c"]),
    ('msgstr "a"\n"b"\nmsgid "c"\nmsgstr ""\n', [(1, 1, "there is no `msgid` above this `msgstr`")], ["c"]),
    ('"lost"\n"text"\nmsgid "c"\nmsgstr ""\n', [(1, 1, "this text belongs to no keyword")], ["c"]),
    ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', [(3, 1, "the entry has a second `msgstr` here")], ["a"]),
    ('msgid "a"\nmsgstr[0] "b"\n', [(2, 11, "`msgstr[0]` is for an entry with `msgid_plural`, and this one has none")], ["a"]),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', [(3, 8, "an entry with `msgid_plural` has `msgstr[0]`, `msgstr[1]`, …")], ["a"]),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[2] ""\n', [(4, 11, "`msgstr[1]` should stand here, and not `msgstr[2]`")], ["a"]),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr ""\n', [(4, 1, "an entry has either `msgstr` or `msgstr[0]`, `msgstr[1]`, …")], ["a"]),
    ('msgid "a"\nmsgstr[0] ""\nmsgid_plural "b"\n', [(3, 1, "`msgid_plural` stands before `msgstr[0]`"), (2, 11, "`msgstr[0]` is for an entry with `msgid_plural`, and this one has none")], ["a"]),
    ('msgid "a"\nmsgstr "b"\n\nmessage "c"\n"d"\nmsgid "e"\nmsgstr ""\n', [(4, 1, "`message` is no keyword")], ["a", "e"]),
    ('msgid "a"\n#~ msgstr "b"\nmsgid "c"\nmsgstr ""\n', [(1, 7, "no `msgstr` follows this `msgid`"), (2, 4, "there is no `msgid` above this `msgstr`")], ["c"]),
    ('#| nonsense\nmsgid "a"\nmsgstr ""\n', [(1, 4, "`nonsense` is no keyword")], ["a"]),
    ('#| msgstr "x"\nmsgid "a"\nmsgstr ""\n', [(1, 4, "`msgstr` has no previous text")], ["a"]),
    ('msgid "a"', [(1, 7, "no `msgstr` follows this `msgid`")], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "kept"), BROKEN)
def test_broken_entries_do_not_hide_the_others(
    text: str, expected: list[tuple[int, int, str]], kept: list[str]
) -> None:
    file = read(text + '\nmsgid "last"\nmsgstr "z"\n')
    assert problems(text + '\nmsgid "last"\nmsgstr "z"\n') == [
        ("invalid-po", *finding) for finding in expected
    ]
    assert [entry.msgid for entry in file.entries] == [*kept, "last"]
    assert file.entries[-1].msgstr == ("z",)


def test_of_a_conflict_only_its_first_marker_is_named() -> None:
    text = 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n'
    assert problems(text) == [
        ("invalid-po", 2, 1, "this line is a conflict marker that a merge left behind")
    ]


@given(st.text(alphabet='msgidtrcxplua_[]01#~|,.: \n\t"\\é', max_size=80) | st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    read(text.encode("utf-8", "surrogatepass"))


parts = st.lists(
    st.sampled_from(
        ['msgid "a"', 'msgid "b', 'msgstr "c"', 'msgctxt "d"', 'msgid_plural "e"', 'msgstr[0] "f"',
         'msgstr[1] "g"', '"h"', "", "# i", "#, fuzzy", '#| msgid "j"', '#~ msgid "k"',
         '#~ msgstr "l"', "junk", '#~| msgid "m"', '#~ "n"']
    ),
    max_size=14,
)  # fmt: skip


@given(parts)
def test_every_line_is_in_an_entry_or_there_is_a_finding(lines: list[str]) -> None:
    file = read("\n".join(lines))
    words = "".join(word for entry in file.entries for word in texts_of(entry))
    for line in lines:
        letter = line.rpartition('"')[0][-1:] if line.endswith('"') else ""
        # of two previous texts the second counts
        previous = line.startswith(("#|", "#~|"))
        assert not letter or letter in words or file.findings or previous


def texts_of(entry: PoEntry) -> list[Any]:
    maybe = (entry.msgctxt, entry.msgid_plural, entry.previous_msgid)
    return [entry.msgid, *entry.msgstr, *(text for text in maybe if text)]
