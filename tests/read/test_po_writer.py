import shutil
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po
from tests.conftest import missing

FILE = PoFile(
    "es.po",
    {"Project-Id-Version": "Acme", "Content-Type": "text/plain; charset=latin-1", "Language": "es"},
    header_entry=PoEntry("", comments=("Licence", ""), flags=("fuzzy",)),
    entries=(
        PoEntry(
            "One",
            ("Uno", "Dos\ny tres\n"),
            "cart.items",
            "Many",
            flags=("fuzzy", "max-length:20"),
            comments=("translator", "", "#"),
            extracted=("developer",),
            references=("a.ts:1", "b.ts"),
            previous_msgctxt="old.label",
            previous_msgid='Say "no"\n',
        ),
        PoEntry("Gone", ("I\tdo",), previous_msgid="Went\nfar", obsolete=True),
    ),
)
WRITTEN = r"""# Licence
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: Acme\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Language: es\n"

# translator
#
# #
#. developer
#: a.ts:1 b.ts
#, fuzzy, max-length:20
#| msgctxt "old.label"
#| msgid "Say \"no\"\n"
msgctxt "cart.items"
msgid "One"
msgid_plural "Many"
msgstr[0] "Uno"
msgstr[1] ""
"Dos\n"
"y tres\n"

#~| msgid ""
#~| "Went\n"
#~| "far"
#~ msgid "Gone"
#~ msgstr "I\tdo"
"""


def test_everything_is_written() -> None:
    assert write_po(FILE).decode() == WRITTEN


def test_nothing_is_nothing() -> None:
    assert write_po(PoFile("es.po")) == b""


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30)
line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=12)
entries = st.builds(
    PoEntry,
    words.filter(bool),
    words.map(lambda text: (text,)),
    st.none() | words,
    flags=st.lists(st.from_regex(r"[a-z]{1,8}(?::[0-9]+)?", fullmatch=True), max_size=2).map(tuple),
    comments=st.lists(line.filter(lambda text: text[:1] not in "~.:,|=#"), max_size=2).map(tuple),
    extracted=st.lists(line, max_size=2).map(tuple),
    references=st.lists(st.from_regex(r"[a-z/]{1,9}:[0-9]+", fullmatch=True), max_size=2).map(
        tuple
    ),
    previous_msgid=st.none() | words,
    obsolete=st.booleans(),
)
plural = st.builds(
    PoEntry,
    words.filter(bool),
    st.lists(words, min_size=1, max_size=6).map(tuple),
    msgid_plural=words,
)


@given(st.lists(entries | plural, max_size=5, unique_by=lambda entry: (entry.msgctxt, entry.msgid)))
def test_what_is_written_reads_the_same(written: list[PoEntry]) -> None:
    file = PoFile("es.po", {"Language": "es"}, entries=tuple(written))
    again = read_po("es.po", write_po(file))
    assert again.findings == ()
    assert again.entries == file.entries
    assert again.header["Language"] == "es"


def test_msgfmt_accepts_what_is_written(tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        missing("gettext is not installed")
    path = tmp_path / "es.po"
    fields = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    odd = 'a\x01\x7f\v\a\r\n"\\é😀'
    entries = (PoEntry(odd, (odd,), odd), PoEntry("n", ("1", "2"), msgid_plural="ns"))
    path.write_bytes(write_po(PoFile("es.po", fields, entries=entries)))
    done = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
