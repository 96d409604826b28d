"""Amending a catalogue: what nobody changed comes out byte by byte, whatever it looks like."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.read.po import read_po
from compiler.read.po_amending import amend_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po
from tests.conftest import missing

BEFORE = r"""# Licence

msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"
"Language: "
"es\n"
#.no space
#:a.ts:1
#: b.ts:2
msgctxt "pay"
msgid "Pay "
"now"
msgstr "Pagar"


msgctxt "two"  "Parts"
msgid "x" msgstr "y"
#~ msgid  "Gone"
#~ msgstr "Ido"
# the last word
"""


def read(text: str | bytes) -> PoFile:
    return read_po("es.po", text if isinstance(text, bytes) else text.encode())


def translated(file: PoFile, label: str, text: str) -> PoFile:
    changed = (
        replace(entry, msgstr=(text,)) if entry.msgctxt == label else entry
        for entry in file.entries
    )
    return replace(file, entries=tuple(changed))


CHANGES: list[tuple[str, Callable[[PoFile], PoFile], str, str]] = [
    (
        "a translation",
        lambda file: translated(file, "pay", "Pagar ya"),
        '#.no space\n#:a.ts:1\n#: b.ts:2\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "Pagar"\n',
        '#. no space\n#: a.ts:1 b.ts:2\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar ya"\n',
    ),
    (
        "what the scanner found together",
        lambda file: translated(file, "twoParts", "z"),
        'msgctxt "two"  "Parts"\nmsgid "x" msgstr "y"\n#~ msgid  "Gone"\n',
        'msgctxt "twoParts"\nmsgid "x"\nmsgstr "z"\n\n#~ msgid "Gone"\n',
    ),
    (
        "a header",
        lambda file: replace(file, header={**file.header, "Language": "es-MX"}),
        '\n\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n"Language: "\n"es\\n"\n',
        '\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es-MX\\n"\n',
    ),
    (
        "an entry more",
        lambda file: replace(file, entries=(*file.entries, PoEntry("New", ("Nuevo",), "new"))),
        "# the last word\n",
        '\nmsgctxt "new"\nmsgid "New"\nmsgstr "Nuevo"\n# the last word\n',
    ),
    (
        "one more at the beginning",
        lambda file: replace(file, entries=(PoEntry("New", ("Nuevo",)), *file.entries)),
        '"es\\n"\n#.no space\n',
        '"es\\n"\n\nmsgid "New"\nmsgstr "Nuevo"\n\n#.no space\n',
    ),
    (
        "an entry less",
        lambda file: replace(file, entries=file.entries[1:]),
        '#.no space\n#:a.ts:1\n#: b.ts:2\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "Pagar"\n\n\n',
        "\n",
    ),
]


@pytest.mark.parametrize(
    ("change", "old", "new"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_a_change_changes_its_own_lines(
    change: Callable[[PoFile], PoFile], old: str, new: str
) -> None:
    before = read(BEFORE)
    assert before.findings == ()
    amended = amend_po(before, change(before)).decode()
    assert BEFORE.count(old) == 1
    assert amended == BEFORE.replace(old, new)
    assert read(amended).entries == change(before).entries


def test_the_header_goes_and_comes() -> None:
    text = 'msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "a"\nmsgstr  "b"\n'
    bare = 'msgid "a"\nmsgstr  "b"\n'
    assert amend_po(read(text), replace(read(text), header={}, header_entry=None)) == bare.encode()
    made = amend_po(read(bare), replace(read(bare), header={"Language": "es"})).decode()
    assert made == 'msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "a"\nmsgstr  "b"\n'


def test_an_equal_entry_made_elsewhere_changes_nothing() -> None:
    before = read(BEFORE)
    made = tuple(replace(entry, blocks=None, position=0) for entry in before.entries)
    assert amend_po(before, replace(before, entries=made)).decode() == BEFORE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str) -> None:
    data = (mark + BEFORE.replace("\n", end)).encode()
    before = read(data)
    assert amend_po(before, before) == data
    amended = amend_po(before, translated(before, "pay", "Pagar ya"))
    assert amended == data.replace(b"#.no space", b"#. no space").replace(
        f"#:a.ts:1{end}#: b.ts:2".encode(), b"#: a.ts:1 b.ts:2"
    ).replace(f'"Pay "{end}"now"'.encode(), b'"Pay now"').replace(b'"Pagar"', b'"Pagar ya"')


def test_a_last_line_without_an_end_stays_so() -> None:
    before = read('msgid "a"\nmsgstr "b"')
    assert amend_po(before, before) == b'msgid "a"\nmsgstr "b"'


def test_the_charset_stays_while_it_can() -> None:
    data = BEFORE.replace("UTF-8", "ISO-8859-1").replace("Pagar", "Pagár").encode("iso-8859-1")
    before = read(data)
    assert amend_po(before, before) == data
    assert b'"P\xe1game"' in amend_po(before, translated(before, "pay", "Págame"))
    russian = translated(before, "pay", "Платить")
    assert amend_po(before, russian) == write_po(russian)
    declared = replace(before, header={"Content-Type": "text/plain; charset=UTF-8"})
    assert amend_po(before, declared) == write_po(declared)


@pytest.mark.parametrize(
    "data", [b'msgid "a"\r\nmsgstr "b"\n', b'msgid "a"\nmsgstr "\xff"\n', b'msgid "a"\rmsgstr ""\n']
)
def test_what_could_not_be_had_again_is_written_in_order(data: bytes) -> None:
    before = read(data)
    once = amend_po(before, before)
    assert once == write_po(before)
    assert amend_po(read(once), read(once)) == once


lines = st.lists(
    st.sampled_from(
        ['msgid "a"', 'msgid ""', 'msgid "b"', 'msgid  "c"', 'msgstr "c"', 'msgstr ""', 'msgctxt "d"',
         'msgid_plural "e"', 'msgstr[0] "f"', 'msgstr[1] "g"', '"h"', "", "# i", "#, fuzzy",
         '#| msgid "j"', '#~ msgid "k"', '#~ msgstr "l"', "junk", ' msgid "m" msgstr "n"']
    ),
    max_size=16,
)  # fmt: skip


@given(lines)
def test_any_catalogue_comes_out_as_it_went_in(found: list[str]) -> None:
    text = "\n".join(found)
    before = read(text)
    remade = replace(before, entries=tuple(replace(entry) for entry in before.entries))
    second = any(one.message == "this is a second header" for one in before.findings)
    assert second or amend_po(before, remade).decode() == text


blocks = st.lists(
    st.sampled_from(
        [
            '\n#. said\nmsgid "{}"\nmsgstr "b"\n',
            'msgctxt "{}"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n"d"\n',
            '\n\nmsgid  "{}"\nmsgstr "b"\n',
            '\n msgid "{}" msgstr "b"\n# kept\n',
            '\n#~ msgid "{}"\n#~ msgstr "b"\n',
        ]
    ),
    max_size=6,
)


@given(blocks, st.data())
def test_what_is_amended_reads_as_it_was_meant(found: list[str], data: st.DataObject) -> None:
    text = "".join(block.format(number) for number, block in enumerate(found))
    before = read(text)
    changed = [replace(entry, msgstr=("z",) * len(entry.msgstr)) for entry in before.entries]
    new = [PoEntry("new", ("neu",), str(number)) for number in range(3)]
    places = [*zip(before.entries, changed, strict=True), *((one, one) for one in new)]
    mixed = data.draw(st.permutations(places))
    after = tuple(
        data.draw(st.sampled_from(pair)) for pair in mixed[: data.draw(st.integers(0, 9))]
    )
    amended = read(amend_po(before, replace(before, entries=after)))
    assert (before.findings, amended.findings) == ((), ())
    assert [texts(entry) for entry in amended.entries] == [texts(entry) for entry in after]


def texts(entry: PoEntry) -> tuple[object, ...]:
    """Return what a comment cannot change: that at a file's end goes to whatever is put there."""
    return entry.msgctxt, entry.msgid, entry.msgid_plural, entry.msgstr, entry.obsolete


def test_msgfmt_accepts_what_is_amended(tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        missing("gettext is not installed")
    before = read(BEFORE.replace("\n", "\r\n"))
    path = tmp_path / "es.po"
    path.write_bytes(amend_po(before, translated(before, "twoParts", "z")))
    done = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
