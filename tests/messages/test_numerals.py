"""Numbers in a text: which they are, and which values they can stand for."""

import pytest

from compiler.messages.numerals import numerals
from compiler.messages.roman import roman_numbers


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "1,000.50 USD", [("1,000.50", {"1000.5"})]),
        ("pl", "1 499,99 zł", [("1 499,99", {"1499.99"})]),
        ("en", "24 7", [("24", {"24"}), ("7", {"7"})]),
        ("ar", "٢٫٧٥٪", [("٢٫٧٥", {"2.75"})]),
        ("ja", "1万円", [("1万", {"10000"})]),
        ("ja", "10.5万円", [("10.5万", {"105000"})]),
        ("ja", "3億2000万円", [("3億2000万", {"320000000"})]),
        ("ja", "1万と5つ", [("1万", {"10000"}), ("5", {"5"})]),
        ("ja", "1 万人", [("1 万", {"10000"})]),
        ("ko", "2만 5천원", [("2만", {"20000"}), ("5", {"5"})]),
        ("en", "OAuth2 &#123;", []),
        ("en", "+50% and EUR50, SHA256", [("50", {"50"}), ("50", {"50"})]),
        ("de", "am 10.5.2026", [("10", {"10"}), ("5", {"5"}), ("2026", {"2026"})]),
        ("zh", "8折 85折 折8", [("8", {"8", "20"}), ("85", {"85", "15"}), ("8", {"8"})]),
    ],
)
def test_the_numbers_of_a_text(
    locale: str, text: str, expected: list[tuple[str, set[str]]]
) -> None:
    assert [(one.text, set(one.values)) for one in numerals(text, locale)] == expected


def test_a_strict_text_has_the_separators_of_its_own_language() -> None:
    (own,) = numerals("1,500", "en", strict=True)
    assert own.values == {"1500"}
    (foreign,) = numerals("1.500", "en", strict=True)
    assert foreign.values == {"1500", "1.5"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Louis XIV et le XXIe siècle", {14, 21}),
        ("Kapitel IV, MCMXC", {4, 1990}),
        ("Limit L, DM 5, IIII, XL-Größe", {40}),
        ("VIA MIX", {1009}),
    ],
)
def test_roman_numerals(text: str, numbers: set[int]) -> None:
    assert roman_numbers(text) == numbers
