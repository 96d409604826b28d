"""What people read of a finding, to the letter."""

import io

from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place
from compiler.report.console import Console
from compiler.report.findings_text import finding_text
from compiler.report.source import SourceLines


def shown(finding: Finding, **files: str) -> str:
    sources = SourceLines(lambda path: files.get(path, "").encode() or None)
    return finding_text(finding, sources, Console(io.StringIO(), io.StringIO()))


def finding(place: Place, **parts: object) -> Finding:
    settled: dict[str, object] = {
        "rule": "unknown-key",
        "severity": Severity.ERROR,
        "message": "`titel` is not a key of a text",
        **parts,
    }
    return Finding(place=place, **settled)  # type: ignore[arg-type]


def test_place_words_line_caret_and_hint() -> None:
    text = shown(
        finding(Place("a", 2, 3, 5), hint="did you mean `title`?"),
        a="locales:\n  titel: Deposits\n",
    )
    assert text == (
        "a:2:3: error: `titel` is not a key of a text [unknown-key]\n"
        "   2 |   titel: Deposits\n"
        "     |   ^^^^^\n"
        "     = did you mean `title`?"
    )


def test_a_hint_of_several_lines_is_kept_together() -> None:
    text = shown(finding(Place("a", 1, 1), hint="paste:\n  from: en@3f9a1c2e"), a="x\n")
    assert text.endswith("     = paste:\n         from: en@3f9a1c2e")


def test_carets_stand_under_wide_and_combined_characters() -> None:
    text = shown(finding(Place("a", 1, 6, 2)), a="日本é: ab\n")
    line, marks = text.split("\n")[1:]
    assert line == "   1 | 日本é: ab"
    assert marks == "     |        ^^"


def test_a_note_names_its_own_place() -> None:
    text = shown(finding(Place("a", 1, 1), notes=(Note("first here", Place("b", 7, 2)),)))
    assert text.endswith("     = b:7:2: first here")


def test_hostile_text_is_made_visible_and_never_begins_a_line() -> None:
    text = shown(
        finding(Place("a", 1, 1), message="`x\n::error::\x1b[31m\u202e` is odd"),
        a="x: \x1b[2J\u202etxt\n",
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "`x\\n::error::\\u{1b}[31m\\u{202e}` is odd" in text
    assert "x: \\u{1b}[2J\\u{202e}txt" in text


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 300 + "HERE" + "b" * 300
    text = shown(finding(Place("a", 1, 301, 4)), a=line)
    excerpt, marks = text.split("\n")[1:]
    assert len(excerpt) < 120
    assert excerpt[marks.index("^") : marks.rindex("^") + 1] == "HERE"


def test_a_line_that_may_hold_a_secret_is_not_shown() -> None:
    text = shown(finding(Place("a", 1, 6, 7), hidden=True), a="key: hunter2\n")
    assert "hunter2" not in text


def test_a_place_beyond_the_file_or_in_a_binary_shows_no_line() -> None:
    assert "\n" not in shown(finding(Place("a", 9, 1)), a="one line\n")
    assert "\n" not in shown(finding(Place("a", 1, 1)), a="\0\1\2")
    assert "\n" not in shown(finding(Place("gone", 1, 1)))
