"""No text, however long and odd, makes the checks take more than a time in proportion to it.

The timeout of each test is the bound: a step that is quadratic would take hours.
"""

from pathlib import Path

import pytest

from tests.rules.cases import judged, repository

HEADER = 'msgid ""\nmsgstr "Language: {}\\n"\n'
PIECES = [
    *("a", "a ", "ab ab ", "A", "а", "я ", "漢", "ア", "9", "9 ", "1,", ".", ". ", ": ", "?", "¡"),
    *("(", ")", "a) ", "((", ":)", "'", "''", '\\"', "«", "“", " ", "  ", "\\n", "\\n    ", "\\t"),
    *("a@", "@", "a@b.", "www.", "http://a.", "http://a)", "a.a", "a/", "&a;", "%s ", "_a", "-a"),
    *("{", "}", "{a}", "{a}b", "'{'", "<", "<a", "<a ", "<a href='x'>", "</a>", "<b>", "<br/>"),
    *("\u200b", "\u202a", "\u200e", "\ufffd", "РЎ", "Ã©", "Ä", "طظ", "縺", "é", "¹", "\ufffc"),
    *("aа", "1万", "{a, plural, other {", "{a, select, x {y} other {z}}", "$t(", "{{", "#"),
]
LENGTH = 60_000


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_a_long_repetition_is_checked_in_time(piece: str, tmp_path: Path) -> None:
    long = piece * (LENGTH // len(piece))
    entry = '\nmsgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'
    files: dict[str, str | bytes] = {
        "content/configurations/languages.yaml": (
            "source: en\nactive: [en, ru, ja]\nenabled: [en, ru, ja]\n"
        ),
        "content/translations/glossary.yaml": (
            "terms: [{term: a, translations: {ru: я, ja: 漢}}]\n"
        ),
        "content/translations/p/en.po": HEADER.format("en")
        + entry.format("a", "Pay 5", "")
        + entry.format("b", long, ""),
        **{
            f"content/translations/p/{locale}.po": HEADER.format(locale)
            + entry.format("a", "Pay 5", long)
            + entry.format("b", long, f"x {long}")
            for locale in ("ru", "ja")
        },
    }
    assert len(judged(repository(tmp_path, files)).findings) < 200
