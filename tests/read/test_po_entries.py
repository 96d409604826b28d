"""The fast way: it gives what the scanner gives, looks at every character, and keeps its pace."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.read.po import read_source
from compiler.read.po_blocks import Blocks
from compiler.read.po_entries import read_entries
from compiler.read.po_file import PoFile
from compiler.read.po_pattern import match_entry
from compiler.read.po_source import Source
from tests.read.scanned import by_the_reader, by_the_scanner

KNOWN = [
    'msgid "a"\nmsgstr "b"\n',
    'msgctxt "label"\nmsgid "a"\nmsgstr ""\n',
    '# for the translator\n#. from the developer\n\n#: a.ts:1 b.ts:2\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
    '#, fuzzy\n#| msgctxt "c"\n#| msgid ""\n#| "old\\n"\n#| "text"\n#| msgid_plural "d"\nmsgid "a"\nmsgstr "b"\n',
    'msgid "a"\nmsgid_plural ""\n"b"\n"c"\nmsgstr[0] "d"\nmsgstr[1] ""\n"e\\n"\n"f"\n',
    'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n',
    '#, fuzzy\n#~| msgid "z"\n#~ msgctxt "c"\n#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n',
    '#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "c"\n#~ msgstr[1] "d"\n',
    'msgid "\\t\\r\\a\\b\\f\\v \\"quoted\\" \\\\n"\nmsgstr "é 😀"\n',
]  # fmt: skip
ODD = [
    'msgid  "two spaces"\nmsgstr "b"\n',
    ' msgid "indented"\nmsgstr "b"\n',
    'msgid "a" "b"\nmsgstr "c"\n',
    'msgid "a"\n\nmsgstr "b"\n',
    'msgid "number \\303\\251"\nmsgstr "b"\n',
    'msgid "unknown \\q"\nmsgstr "b"\n',
    'msgid "open\nmsgstr "b"\n',
    'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n',
    'msgid "a"\nmsgstr "b"\nmsgstr "c"\n',
    '#| msgid "a"\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
    '#~ # comment\n#~ msgid "a"\n#~ msgstr "b"\n',
    '#~ "lost"\n',
    '"lost"\n',
    "rubbish\n",
    "# at the end\n",
    "<<<<<<< HEAD\n",
    "\n",
    "   \n",
]


def source(text: str) -> Source:
    return Source("es.po", f"{text}\n")


@pytest.mark.parametrize("text", KNOWN)
def test_a_pattern_knows_what_gettext_writes(text: str) -> None:
    match = match_entry(source(text).text, 0)
    assert match is not None
    assert match[0] == text


@pytest.mark.parametrize("text", ODD)
def test_what_is_written_otherwise_is_for_the_scanner(text: str) -> None:
    match = match_entry(source(text).text, 0)
    assert match is None or match.end() < len(text)


blocks = st.lists(st.sampled_from(KNOWN + ODD), max_size=8)


@given(blocks, st.lists(st.sampled_from(["", "\n", "\n\n\n"]), min_size=8, max_size=8))
def test_both_ways_give_the_same_of_blocks(found: list[str], between: list[str]) -> None:
    assert_alike("".join(block + gap for block, gap in zip(found, between, strict=False)))


lines = st.lists(
    st.sampled_from(
        ['msgid "a"', 'msgid ""', 'msgstr "c"', 'msgctxt "d"', 'msgid_plural "e"', 'msgstr[0] "f"',
         'msgstr[1] "g"', '"h"', "", "# i", "#, fuzzy", '#| msgid "j"', '#| "o"', '#~ msgid "k"',
         '#~ msgstr "l"', "junk", '#~| msgid "m"', '#~ "n"', 'msgid "b', "#~ # p", '#~| "q"']
    ),
    max_size=16,
)  # fmt: skip


@given(lines)
def test_both_ways_give_the_same_of_lines_in_any_order(found: list[str]) -> None:
    assert_alike("\n".join(found))


@given(st.text(alphabet='msgidtrcxplua_[]01#~|,.: \n\t"\\é', max_size=80))
def test_both_ways_give_the_same_of_any_text(text: str) -> None:
    assert_alike(text)


def assert_alike(text: str) -> None:
    assert by_the_reader(source(text)) == by_the_scanner(source(text))
    assert_covered(read_source(source(text)))


def assert_covered(file: PoFile) -> None:
    """Where nothing is wrong, each line belongs to an entry, or to the comments below the last."""
    read = [*file.entries, *filter(None, [file.header_entry])]
    read.sort(key=lambda entry: entry.position)
    found = [one.blocks.lines(one.position) for one in read if one.blocks is not None]
    if file.findings == () and None not in found and file.source is not None:
        joined = "\n".join([*filter(None, found), *file.closing])
        assert filled(joined) == filled(file.source.text)


def filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def long(number: int) -> dict[str, str]:
    """Return texts that a careless pattern would try in more ways than they have characters."""
    return {
        "comments that no entry follows": "# a\n\n" * number,
        "blank lines": KNOWN[0] + "\n" * number + "x",
        "strings of one text": 'msgid ""\n' + '"a"\n' * number + "x",
        "strings apart": KNOWN[0] + '\n"a"\n' * number,
        "escapes": 'msgid "' + "\\\\n" * number + "\nmsgstr",
        "plural forms": 'msgid "a"\nmsgid_plural "b"\n' + 'msgstr[0] "a"\n' * number,
        "odd and known in turn": (ODD[0] + "\n" + KNOWN[0] + "\n") * (number // 8),
        "known and odd in turn": (KNOWN[0] + ODD[0]) * (number // 8),
    }


@pytest.mark.parametrize("kind", long(0))
def test_the_time_grows_with_the_length(kind: str) -> None:
    def seconds(number: int) -> float:
        blocks = Blocks(source(long(number)[kind]))
        begin = process_time()
        read_entries(blocks)
        return process_time() - begin

    # Sixteen times as long: linear work takes 16 times as much, quadratic work 256 times.
    # The best of three, since a processor that others use as well forgets what it had at hand.
    assert min(seconds(64_000) for _ in range(3)) < 100 * max(seconds(4_000), 0.005)
