"""Places of entries: worked out when somebody asks, down to the single character of a text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_strings import unescape

TEXT = r"""
# An entry that the pattern knows.
msgctxt "cart.items"
msgid "One {count} item"
msgid_plural ""
"{count} items\n"
"and \"more\""
msgstr[0] "Un «artículo»"
msgstr[1] ""
""
"{count} artículos\n"
"y más 😀 {x"

# And one that it does not.
msgid  "caf\303\251 \x41" "b"
msgstr ""
"""
CART, CAFE = read_po("es.po", TEXT.encode()).entries


@pytest.mark.parametrize(
    ("entry", "part", "text", "place", "written"),
    [
        (CART, "msgctxt", "items", (3, 15, 5), "items"),
        (CART, "msgid", "{count}", (4, 12, 7), "{count}"),
        (CART, "msgid_plural", "items", (6, 10, 5), "items"),
        (CART, "msgid_plural", "s\nand", (6, 14, 3), r"s\n"),
        (CART, "msgid_plural", '"more"', (7, 6, 8), r"\"more\""),
        (CART, "msgstr", "artículo", (8, 16, 8), "artículo"),
        (CART, "msgstr[0]", "artículo", (8, 16, 8), "artículo"),
        (CART, "msgstr[1]", "{count} artículos\ny", (11, 2, 19), r"{count} artículos\n"),
        (CART, "msgstr[1]", "{x", (12, 10, 2), "{x"),
        (CAFE, "msgid", "é A", (15, 12, 13), r"\303\251 \x41"),
        (CAFE, "msgid", "b", (15, 28, 1), "b"),
    ],
)
def test_the_place_inside_a_text(
    entry: PoEntry, part: str, text: str, place: tuple[int, int, int], written: str
) -> None:
    begin = text_of(entry, part).index(text)
    assert entry.within(part, begin, begin + len(text)) == Place("es.po", *place)
    line, column, length = place
    assert TEXT.split("\n")[line - 1][column - 1 :][:length] == written


@pytest.mark.parametrize(
    ("entry", "part", "start", "place"),
    [
        (CART, "msgid", 16, (4, 24, 1)),  # at the end, the closing quote
        (CART, "msgstr[1]", 99, (12, 12, 1)),
        (CART, "msgid", 3, (4, 11, 1)),  # nothing at all, a place nevertheless
        (CAFE, "msgstr", 0, (16, 9, 1)),
        (CART, "msgstr[5]", 2, (4, 7, 18)),  # no such part: the msgid
    ],
)
def test_the_place_of_nothing(
    entry: PoEntry, part: str, start: int, place: tuple[int, int, int]
) -> None:
    assert entry.within(part, start, start) == Place("es.po", *place)


def test_an_entry_that_was_not_read_stands_nowhere() -> None:
    assert PoEntry("a").place() == PoEntry("a").within("msgid", 0, 1) == Place("")
    assert PoFile("es.po").header_places == {}


def test_where_no_entry_begins_there_is_no_place() -> None:
    with pytest.raises(ValueError, match="no entry begins at 3"):
        replace(CART, position=3).place()


# Pieces of a text as they are written.
pieces = st.lists(
    st.sampled_from(
        ["a", "é", "😀", "{", " ", r"\n", r"\"", r"\\", r"\t", r"\x41", r"\303\251", r"\q", r"\101b",
         '"\n"', '""\n"']
    ),
    max_size=14,
)  # fmt: skip


@given(pieces, pieces, st.data())
def test_every_character_is_found_where_it_is_written(
    source: list[str], translation: list[str], data: st.DataObject
) -> None:
    text = f'\n# before\nmsgid "x{"".join(source)}"\nmsgstr "{"".join(translation)}"\n'
    (entry,) = read_po("es.po", text.encode()).entries
    part = data.draw(st.sampled_from(["msgid", "msgstr"]))
    meaning = text_of(entry, part)
    start = data.draw(st.integers(0, max(len(meaning) - 1, 0)))
    place = entry.within(part, start, start + 1)
    if not meaning:
        return
    line = text.split("\n")[place.line - 1]
    written = line[place.column - 1 :][: place.length]
    assert unescape(written, "utf-8", lambda *_: None) == meaning[start]


@given(pieces, st.data())
def test_a_place_ends_with_its_line(source: list[str], data: st.DataObject) -> None:
    text = f'msgid "x{"".join(source)}"\nmsgstr ""\n'
    (entry,) = read_po("es.po", text.encode()).entries
    start = data.draw(st.integers(0, len(entry.msgid) - 1))
    end = data.draw(st.integers(start + 1, len(entry.msgid)))
    place = entry.within("msgid", start, end)
    line = text.split("\n")[place.line - 1]
    written = line[place.column - 1 :][: place.length]
    meaning = unescape(written, "utf-8", lambda *_: None)
    assert entry.msgid[start:end].startswith(meaning)
    closing = line[place.column - 1 + place.length :]
    assert meaning == entry.msgid[start:end] or closing.startswith('"')


def text_of(entry: PoEntry, part: str) -> str:
    texts = {
        "msgctxt": entry.msgctxt,
        "msgid": entry.msgid,
        "msgid_plural": entry.msgid_plural,
        "msgstr": entry.msgstr[0],
    }
    number = part.removeprefix("msgstr[").removesuffix("]")
    return texts[part] or "" if part in texts else entry.msgstr[int(number)]
