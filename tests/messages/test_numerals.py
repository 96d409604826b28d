"""Numbers in a text: which they are, and which values they can stand for."""

import pytest

from compiler.messages.numerals import numerals


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
