"""Three versions of a catalogue and what comes of them, as text."""

import pytest

from compiler.edit.merging.driver import MergedFile, merge_catalogues

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: es\\n"\n"PO-Revision-Date: 2026-01-01 09:00+0000\\n"\n'
    '"Last-Translator: Ann\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
)


def entry(label: str, text: str, *above: str, source: str | None = None) -> str:
    lines = [*above, f'msgctxt "{label}"', f'msgid "{source or label.upper()}"', f'msgstr "{text}"']
    return "\n".join(lines) + "\n"


A, B, C = entry("a", "1"), entry("b", "2"), entry("c", "3")
X, Y = entry("x", "8"), entry("y", "9")

CASES = {
    "both add at the end: ours, then theirs": ([A], [A, X], [A, Y], [A, X, Y]),
    "both add at the beginning": ([A], [X, A], [Y, A], [X, Y, A]),
    "additions stay where they were made": ([A, B, C], [A, X, B, C], [A, B, Y, C], [A, X, B, Y, C]),
    "one moves, the other adds": ([A, B, C], [C, A, B], [A, B, X, C], [C, A, B, X]),
    "the other moves, one adds": ([A, B, C], [A, X, B, C], [C, A, B], [C, A, X, B]),
    "one removes, the other leaves alone": ([A, B, C], [A, C], [A, B, C, X], [A, C, X]),
    "both remove": ([A, B, C], [A, C, X], [B, C], [C, X]),
    "both add the same": ([A], [A, X], [A, X, Y], [A, X, Y]),
    "both add the same, one translated": ([A], [A, entry("x", "")], [A, X, Y], [A, X, Y]),
    "comments, references and flags of both": (
        [entry("a", "1", "# one", "#: a.ts", "#, no-wrap"), B],
        [entry("a", "1", "# one", "# two", "#: a.ts b.ts", "#, no-wrap"), B],
        [entry("a", "1", "# three", "#: c.ts", "#, max-length:9"), B],
        [entry("a", "1", "# two", "# three", "#: b.ts c.ts", "#, max-length:9"), B],
    ),
    "one confirms, the other translates": (
        [entry("a", "1", "#, fuzzy")],
        [entry("a", "1")],
        [entry("a", "11", "#, fuzzy")],
        [entry("a", "11", "#, fuzzy")],
    ),
    "one confirms, the other changes the source": (
        [entry("a", "1", "#, fuzzy")],
        [entry("a", "1")],
        [entry("a", "1", "#, fuzzy, unreviewed", '#| msgid "A"', source="AA")],
        [entry("a", "1", "#, fuzzy", '#| msgid "A"', source="AA")],
    ),
    "both catch up with a new source, in the same words": (
        [entry("a", "1", "#, fuzzy", '#| msgid "A"', source="AA")],
        [entry("a", "11", "# ours", source="AA")],
        [entry("a", "11", source="AA")],
        [entry("a", "11", "# ours", source="AA")],
    ),
    "obsolete on one side, back on the other in another place": (
        [A, '#~ msgctxt "b"\n#~ msgid "B"\n#~ msgstr "2"\n'],
        [A, X, '#~ msgctxt "b"\n#~ msgid "B"\n#~ msgstr "2"\n'],
        [B, A],
        [B, A, X],
    ),
    "both versions of a label that is there twice": ([A, B], [A, B, entry("b", "22", source="BB")], [A, B, X], [A, B, entry("b", "22", source="BB"), X]),
}  # fmt: skip


def catalogue(*entries: str) -> bytes:
    return "\n".join([HEADER, *entries]).encode()


@pytest.mark.parametrize("name", CASES)
def test_it(name: str) -> None:
    base, ours, theirs, expected = CASES[name]
    answer = merge_catalogues(catalogue(*base), catalogue(*ours), catalogue(*theirs))
    assert answer == MergedFile(catalogue(*expected))


CONFLICTS = {
    "two translations": ([A, B], [A, entry("b", "22")], [A, entry("b", "222")], entry("b", "22"), entry("b", "222")),
    "two new entries": ([A], [A, entry("b", "22")], [A, entry("b", "222")], entry("b", "22"), entry("b", "222")),
    "two source texts": ([A, B], [A, entry("b", "2", source="X")], [A, entry("b", "2", source="Y")], entry("b", "2", source="X"), entry("b", "2", source="Y")),
    "one removes what the other translates": ([A, B], [A], [A, entry("b", "22")], "", entry("b", "22")),
    "one translates what the other removes": ([A, B], [A, entry("b", "22")], [A], entry("b", "22"), ""),
    "one empties what the other translates": ([A, B], [A, entry("b", "")], [A, entry("b", "22")], entry("b", ""), entry("b", "22")),
}  # fmt: skip


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_is_around_one_entry(name: str) -> None:
    base, ours, theirs, one, other = CONFLICTS[name]
    ours[:1] = [entry("a", "11")]  # beside it the rest is merged
    answer = merge_catalogues(catalogue(*base), catalogue(*ours), catalogue(*theirs), 9)
    expected = f"{'<' * 9} ours\n{one}{'=' * 9}\n{other}{'>' * 9} theirs\n"
    assert answer == MergedFile(catalogue(entry("a", "11"), expected), ("b",))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (("2026-02-02", "Bob"), ("2026-02-01", "Cy"), ("2026-02-02", "Bob")),
        (("2026-02-01", "Bob"), ("2026-02-02", "Cy"), ("2026-02-02", "Cy")),
        (("2026-02-01", "Bob"), ("2026-02-01", "Ann"), ("2026-02-01", "Bob")),
        (("someday", "Bob"), ("2026-02-01", "Cy"), ("2026-02-01", "Cy")),
    ],
)
def test_of_two_saves_the_later_one_counts(
    ours: tuple[str, str], theirs: tuple[str, str], expected: tuple[str, str]
) -> None:
    def saved(by: tuple[str, str], *entries: str) -> bytes:
        text = catalogue(*entries).decode().replace("2026-01-01", by[0]).replace("Ann", by[1])
        return text.encode()

    answer = merge_catalogues(catalogue(A), saved(ours, A, X), saved(theirs, A, Y))
    assert answer == MergedFile(saved(expected, A, X, Y))


def test_a_file_that_both_made() -> None:
    assert merge_catalogues(b"", catalogue(A, X), catalogue(A, Y)) == MergedFile(catalogue(A, X, Y))


@pytest.mark.parametrize(
    "theirs",
    [
        b'msgid "A\n',
        b"\xff\xfe",
        catalogue(A).replace(b"Ann\\n", b'Ann\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n'),
    ],
)
def test_what_cannot_be_merged_by_entry(theirs: bytes) -> None:
    ours = catalogue(A, X).replace(
        b"Ann\\n", b'Ann\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n'
    )
    assert merge_catalogues(catalogue(A), ours, theirs) is None


def test_lines_that_nobody_changed_stay() -> None:
    wrapped = 'msgctxt "a"\nmsgid ""\n"A"\nmsgstr ""\n"1"\n'
    answer = merge_catalogues(
        catalogue(wrapped, B), catalogue(wrapped, B, X), catalogue(wrapped, entry("b", "22"))
    )
    assert answer == MergedFile(catalogue(wrapped, entry("b", "22"), X))


def test_comments_below_the_last_entry_stay_there() -> None:
    ours = catalogue(A, X, "# kept\n# ours\n")
    theirs = catalogue(A, Y, "# kept\n# theirs\n# gone\n")
    answer = merge_catalogues(catalogue(A, "# kept\n# gone\n"), ours, theirs)
    assert answer == MergedFile(catalogue(A, X, Y, "# kept\n# ours\n# theirs\n"))


def test_line_ends_and_charsets_are_those_of_sync() -> None:
    latin = catalogue(A, entry("b", "é")).decode().replace("UTF-8", "ISO-8859-1")
    answer = merge_catalogues(
        latin.encode("latin-1"),
        latin.replace("Ann", "Bob").replace("\n", "\r\n").encode("latin-1"),
        catalogue(A, entry("b", "é"), X),
    )
    assert answer == MergedFile(catalogue(A, entry("b", "é"), X).replace(b"Ann", b"Bob"))


def test_a_field_that_one_side_removes_and_the_other_changes() -> None:
    header = catalogue(A)
    without = catalogue(A, X).replace(b'"Last-Translator: Ann\\n"\n', b"")
    renamed = catalogue(A, Y).replace(b"Ann", b"Bob")
    assert merge_catalogues(header, without, renamed) == MergedFile(
        catalogue(A, X, Y)
        .replace(b'"Last-Translator: Ann\\n"\n', b"")
        .replace(
            b'"Content-Type: text/plain; charset=UTF-8\\n"\n',
            b'"Content-Type: text/plain; charset=UTF-8\\n"\n"Last-Translator: Bob\\n"\n',
        )
    )
    assert merge_catalogues(header, without, catalogue(A, Y)) == MergedFile(
        catalogue(A, X, Y).replace(b'"Last-Translator: Ann\\n"\n', b"")
    )
