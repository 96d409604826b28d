"""A catalogue read, changed and written: what nobody changed keeps the very lines it had."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import KeptLines, write_po
from tests.conftest import missing

BEFORE = r"""# Licence

# Somebody
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\n"
"Language: "
"es\n"

#.no space
#:a.ts:1
#: b.ts:2
msgctxt "pay"
msgid "Pay "
"now"
msgstr "\x50agar"

#, fuzzy,no-wrap
msgctxt "odd"  "Space"
msgid "x" msgstr "y"

msgid  "blank"

msgstr "line"

#~ msgid  "Gone"
#~ msgstr "Ido"

# the last word

#, fuzzy
"""


def read(text: str | bytes) -> PoFile:
    return read_po("es.po", text if isinstance(text, bytes) else text.encode())


def rewritten(file: PoFile) -> str:
    """Return a catalogue written with its own lines."""
    return write_po(file, KeptLines(file)).decode()


def translated(file: PoFile, label: str, text: str) -> PoFile:
    changed = (
        replace(entry, msgstr=(text,)) if entry.msgctxt == label else entry
        for entry in file.entries
    )
    return replace(file, entries=tuple(changed))


def test_what_nobody_changed_has_the_same_bytes() -> None:
    assert read(BEFORE).findings == ()
    assert rewritten(read(BEFORE)) == BEFORE


CHANGES: list[tuple[str, Callable[[PoFile], PoFile], str, str]] = [
    (
        "a translation",
        lambda file: translated(file, "pay", "Pagar ya"),
        '#.no space\n#:a.ts:1\n#: b.ts:2\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "\\x50agar"\n',
        '#. no space\n#: a.ts:1 b.ts:2\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pagar ya"\n',
    ),
    (
        "an entry that no tool writes so",
        lambda file: translated(file, "oddSpace", "z"),
        '#, fuzzy,no-wrap\nmsgctxt "odd"  "Space"\nmsgid "x" msgstr "y"\n',
        '#, fuzzy, no-wrap\nmsgctxt "oddSpace"\nmsgid "x"\nmsgstr "z"\n',
    ),
    (
        "a header",
        lambda file: replace(file, header={**file.header, "Language": "es-MX"}),
        '# Licence\n\n# Somebody\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n"Language: "\n"es\\n"\n',
        '# Licence\n# Somebody\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: es-MX\\n"\n',
    ),
    (
        "an entry more",
        lambda file: replace(file, entries=(*file.entries, PoEntry("New", ("Nuevo",), "new"))),
        "# the last word\n",
        'msgctxt "new"\nmsgid "New"\nmsgstr "Nuevo"\n\n# the last word\n',
    ),
    (
        "one more at the beginning",
        lambda file: replace(file, entries=(PoEntry("New", ("Nuevo",)), *file.entries)),
        "#.no space\n",
        'msgid "New"\nmsgstr "Nuevo"\n\n#.no space\n',
    ),
    (
        "an entry less",
        lambda file: replace(file, entries=file.entries[1:]),
        '#.no space\n#:a.ts:1\n#: b.ts:2\nmsgctxt "pay"\nmsgid "Pay "\n"now"\nmsgstr "\\x50agar"\n\n',
        "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "old", "new"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_a_change_changes_its_own_lines(
    change: Callable[[PoFile], PoFile], old: str, new: str
) -> None:
    before = read(BEFORE)
    after = write_po(change(before), KeptLines(before)).decode()
    assert BEFORE.count(old) == 1
    assert after == BEFORE.replace(old, new)
    again = read(after)
    assert (again.header, again.entries) == (change(before).header, change(before).entries)


def test_the_header_goes_and_comes() -> None:
    text = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr  "b"\n'
    )
    bare = 'msgid "a"\nmsgstr  "b"\n'
    with_header, without = read(text), read(bare)
    gone = replace(with_header, header={}, header_entry=None)
    assert write_po(gone, KeptLines(with_header)).decode() == bare
    made = replace(without, header=with_header.header)
    assert write_po(made, KeptLines(without)).decode() == text


def test_lines_are_known_by_what_they_say_and_the_first_to_say_it_counts() -> None:
    wrapped, spaced = 'msgid ""\n"a"\nmsgstr "b"\n', 'msgid  "a"\nmsgstr  "b"\n'
    made = PoFile("es.po", entries=(PoEntry("a", ("b",)),))
    assert write_po(made).decode() == 'msgid "a"\nmsgstr "b"\n'
    assert write_po(made, KeptLines(read(wrapped), read(spaced))).decode() == wrapped
    assert write_po(made, KeptLines(read(spaced), read(wrapped))).decode() == spaced


def test_between_entries_is_one_blank_line_and_the_last_line_ends() -> None:
    loose = f"\n\n{BEFORE}".replace("\n\n#.no", "\n\n\n \n#.no").rstrip()
    assert rewritten(read(loose)) == BEFORE
    dense = 'msgid  "a"\nmsgstr ""\nmsgid "b"\nmsgstr ""\n#~ msgid  "c"\n#~ msgstr ""\n#~ msgid "d"\n#~ msgstr ""\n'
    assert rewritten(read(dense)) == (
        'msgid  "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n\n'
        '#~ msgid  "c"\n#~ msgstr ""\n\n#~ msgid "d"\n#~ msgstr ""\n'
    )


def test_entries_that_share_a_line_are_written_anew() -> None:
    shared = '# a\nmsgid "a" msgstr "b" msgid "c"\nmsgstr "d" msgid "e" msgstr "f"\n'
    assert rewritten(read(shared)) == (
        '# a\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n\nmsgid "e"\nmsgstr "f"\n'
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_are_lf_and_no_byte_order_mark_is_needed(end: str, mark: str) -> None:
    assert rewritten(read(mark + BEFORE.replace("\n", end))) == BEFORE


def test_in_another_charset_a_number_is_another_character() -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid  "caf\\351"\nmsgstr "é"\n'
    assert rewritten(read(text.encode("iso-8859-1"))) == (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "café"\nmsgstr "é"\n'
    )


def test_a_header_that_names_another_charset_than_its_byte_order_mark_is_set_right() -> None:
    text = '\ufeffmsgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid  "é"\nmsgstr ""\n'
    assert rewritten(read(text)) == text[1:].replace("ISO-8859-1", "UTF-8")


LINES = [
    'msgid "a"', 'msgid ""', 'msgid "b"', 'msgid  "c"', 'msgstr "c"', 'msgstr ""', 'msgctxt "d"',
    'msgid_plural "e"', 'msgstr[0] "f"', 'msgstr[1] "g"', '"h"', "", " ", "# i", "#, fuzzy",
    '#| msgid "j"', '#~ msgid "k"', '#~ msgstr "l"', '#~ "o"', '#~| msgid "p"', "#~ # q",
    ' msgid "m" msgstr "n"',
]  # fmt: skip
lines = st.lists(st.sampled_from(LINES), max_size=16)
whole_entries = st.lists(
    st.sampled_from(
        [
            '#. said\nmsgid "a"\nmsgstr "b"\n',
            'msgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n"d"\n',
            '\n\nmsgid  "b"\nmsgstr "b"\n',
            '\n msgid "d" msgstr "b"\n# kept\n',
            '#~ msgid "e"\n#~ msgstr "b"\n',
            '\n#~ # old\n#~ msgid "f"\n\n#~ msgstr "b"\n',
            '# more\nmsgid "g" msgstr "h"  msgid "i"\n msgstr "j"\n',
        ]
    ),
    max_size=6,
    unique=True,
)


@given(lines | whole_entries.map(lambda found: "".join(found).split("\n")))
def test_no_line_is_lost_of_any_catalogue_that_can_be_read(found: list[str]) -> None:
    file = read("\n".join(found))
    if any(finding.rule != "duplicate-entry" for finding in file.findings):
        return
    again = read(rewritten(file))
    assert again.entries == file.entries
    assert again.closing == file.closing
    assert rewritten(again) == rewritten(file)
    headers = found.count('msgid ""') > found.count('msgctxt "d"')
    if not headers and not any(line.count("msg") > 2 for line in found):
        assert shown(rewritten(file)) == shown("\n".join(found))


def shown(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@given(whole_entries, st.data())
def test_what_is_written_reads_as_it_was_meant(found: list[str], data: st.DataObject) -> None:
    before = read("".join(found))
    changed = [replace(entry, msgstr=("z",) * len(entry.msgstr)) for entry in before.entries]
    new = [PoEntry("new", ("neu",), str(number)) for number in range(3)]
    places = [*zip(before.entries, changed, strict=True), *((one, one) for one in new)]
    mixed = data.draw(st.permutations(places))
    after = replace(
        before,
        entries=tuple(
            data.draw(st.sampled_from(pair)) for pair in mixed[: data.draw(st.integers(0, 9))]
        ),
    )
    assert before.findings == ()
    assert read(write_po(after, KeptLines(before))) == after


def test_msgfmt_accepts_what_is_written(tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        missing("gettext is not installed")
    before = read(BEFORE.replace("\n", "\r\n"))
    path = tmp_path / "es.po"
    path.write_bytes(write_po(translated(before, "pay", "z"), KeptLines(before)))
    done = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
