"""Amounts, numbers, dates, times and lists; and values that cannot be shown so."""

import subprocess
import sys
from typing import Any

import pytest

from compiler.templating import formats
from compiler.templating.formats import FormatError


@pytest.mark.parametrize(
    ("name", "value", "argument", "locale", "text"),
    [
        ("money", 1234.5, "EUR", "en", "€1,234.50"),
        ("money", 1234.5, "EUR", "es", "1234,50~€"),
        ("money", 12345.5, "EUR", "es", "12.345,50~€"),
        ("money", -1234.5, "USD", "sv", "−1~234,50~US$"),
        ("money", 5, "KWD", "en", "KWD~5.000"),
        ("money", 0.125, "USD", "en", "$0.13"),
        ("money", 5, "JPY", "ar", "\u200f5~JP¥"),
        ("number", 1234567.8912, None, "pl", "1~234~567,891"),
        ("number", 0.5, 0, "en", "1"),
        ("number", -0.0, None, "en", "0"),
        ("percent", 0.255, None, "de", "26~%"),
        ("percent", 0.255, 1, "tr", "%25,5"),
        ("date", "2026-03-06", "long", "ru", "6 марта 2026 г."),
        ("date", "2026-03-06T23:30:00-08:00", "short", "en", "3/6/26"),
        ("time", "14:30:05", "medium", "pl", "14:30:05"),
        ("time", "2026-03-06T14:30:00Z", "short", "en", "2:30 PM"),
        ("listed", ["a", "b", "c"], "and", "en", "a, b, and c"),
        ("listed", ["Juan", "Inés"], "and", "es", "Juan e Inés"),
        ("listed", ["a"], "or", "es", "a"),
        ("listed", [], "or", "es", ""),
        ("number", 1.5, None, "tlh", "1.5"),
    ],
)
def test_how_languages_write(name: str, value: Any, argument: Any, locale: str, text: str) -> None:
    assert getattr(formats, name)(value, argument, locale).replace("\u00a0", "~") == text


@pytest.mark.parametrize(
    ("name", "value", "argument", "why"),
    [
        ("money", "5", "EUR", "is no number"),
        ("money", True, "EUR", "is no number"),
        ("money", 5, "euro", "needs a currency of three capitals, such as `EUR`"),
        ("money", 5, None, "needs a currency of three capitals, such as `EUR`"),
        ("number", 1e16, None, "is too large a number to be shown exactly"),
        ("number", float("nan"), None, "is too large a number to be shown exactly"),
        ("number", 10**400, None, "is too large a number to be shown exactly"),
        ("number", 5, 7, "needs 0 to 6 decimals"),
        ("number", 5, "2", "needs a whole number of decimals"),
        ("date", "6.3.2026", "long", "is no date such as `2026-03-06`"),
        ("date", 20260306, "long", "is no date such as `2026-03-06`"),
        ("date", "2026-03-06x", "long", "is no date such as `2026-03-06`"),
        ("date", "2026-02-30", "long", "is no day of the calendar"),
        ("date", "2026-03-06", "huge", "needs one of `short`, `medium`, `long`, `full`"),
        ("time", "25:00", "short", "is no time of day"),
        ("time", "noon", "short", "is no time such as `14:30` or `2026-03-06T14:30:00Z`"),
        ("time", "12:00", "long", "needs one of `short`, `medium`"),
        ("listed", "abc", "and", "is no list"),
        ("listed", [1, 2], "and", "is no list of texts"),
        ("listed", ["a"], "nor", "needs one of `and`, `or`"),
    ],
)
def test_what_cannot_be_shown(name: str, value: Any, argument: Any, why: str) -> None:
    with pytest.raises(FormatError) as raised:
        getattr(formats, name)(value, argument, "en")
    assert str(raised.value) == why


def test_what_was_shown_in_other_languages_before_changes_nothing() -> None:
    show = (
        "import sys\n"
        "from compiler.templating.formats import date, time\n"
        "for one in sys.argv[1:]:\n"
        "    shown = [date('2026-03-06', 'full', one), time('14:30', 'short', one)]\n"
        "print(ascii(shown))"
    )
    alone, after = (
        subprocess.run(
            [sys.executable, "-c", show, *locales], capture_output=True, check=True, text=True
        ).stdout
        for locales in (["ur"], ["wa", "ba", "sma-SE", "ur"])
    )
    assert alone == after == ascii(["جمعہ، 6 مارچ، 2026", "2:30 PM"]) + "\n"
