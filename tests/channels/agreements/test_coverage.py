"""Which characters the fonts have."""

import unicodedata

import pytest

from compiler.channels.agreements.coverage import shown_characters, unshown


@pytest.mark.parametrize(
    "text",
    [
        "Zażółć gęślą jaźń, Łódź – “½ €” → ≤ №",
        "Ελληνικά, русский, українська, қазақша",
        "العربية، فارسی، اردو ٹھیک",
        "עברית",
        "简体中文，繁體中文、日本語、한국어",
        "a\u200db\u00a0c\n\ufe0f",
    ],
)
def test_what_every_language_of_the_fonts_writes(text: str) -> None:
    assert list(unshown(unicodedata.normalize("NFC", text))) == []


def test_what_none_of_them_has() -> None:
    assert list(unshown("a ✅ नमस्ते ไ")) == [
        (2, "✅"), (4, "न"), (5, "म"), (6, "स"), (8, "त"), (11, "ไ"),
    ]  # fmt: skip


def test_all_tables_of_all_fonts_are_read() -> None:
    assert len(shown_characters()) > 17_000
