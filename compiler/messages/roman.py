"""Roman numerals, in which languages write the numbers of kings, centuries and chapters."""

import re

_SIGNS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_NUMERAL = re.compile(
    r"(?<!\w)(?=[MDCLXVI]{2}|[XVI])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
    r"(?:er?|re|[eè]me|[ºª])?(?!\w)"
)


def roman_numbers(text: str) -> set[int]:
    """Return the numbers that stand in a text as Roman numerals, those of one letter up to ten."""
    return {_value(match[1]) for match in _NUMERAL.finditer(text)}


def _value(numeral: str) -> int:
    value = 0
    for worth, sign in _SIGNS:
        while numeral.startswith(sign):
            value += worth
            numeral = numeral.removeprefix(sign)
    return value
