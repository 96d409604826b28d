"""Lines to paste say what they should when they are pasted."""

from hypothesis import given
from hypothesis import strategies as st

from compiler.base.place import Place
from compiler.model.catalogue import Message, MessagePlaces
from compiler.read.po import read_po
from compiler.rules.paste import message_lines

PLACE = Place("en.po")
PLACES = MessagePlaces(PLACE, PLACE, (PLACE,), PLACE)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t"),
    min_size=1,
)


@given(label=TEXTS, source=TEXTS, plural=st.none() | TEXTS)
def test_an_entry_reads_back_as_it_was(label: str, source: str, plural: str | None) -> None:
    message = Message(label, source, ("",), PLACES, source_plural=plural)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    read = read_po("es.po", (header + message_lines(message) + "\n").encode())
    assert read.findings == ()
    (entry,) = [one for one in read.entries if one.msgid]
    assert (entry.msgctxt, entry.msgid, entry.msgid_plural) == (label, source, plural)
    assert not any(entry.msgstr)
