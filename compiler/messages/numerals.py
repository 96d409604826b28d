"""Numbers written in a text, in any script and with any language's separators."""

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from compiler.messages import cldr

_SEPARATORS = ".,\u066b\u066c'\u2019\u00a0\u202f\u2009 "
_CURRENCIES = (
    *("AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "INR", "JPY"),
    *("KRW", "KZT", "MXN", "NOK", "NZD", "PLN", "RUB", "SAR", "SEK", "SGD", "TRY", "UAH", "USD"),
)
"""Codes that are written right before an amount."""
_NUMERAL = re.compile(
    rf"(?:(?<![A-Za-z\d_+\u0400-\u04ff])|(?<=\+)(?=\d+[\s\u00a0\u202f]?[%٪])"
    rf"|(?<![A-Za-z]...)(?<={'|'.join(_CURRENCIES)}))\d+(?:[{_SEPARATORS}](?=\d)\d+)*"
)
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
_TENTHS_OFF = "折"
"""Chinese says what is left of a price: 8折 is 20 % off."""
_GROUP = re.compile(rf"(\d{{1,3}})(?:[{_SEPARATORS}]\d{{2,3}})*(?:[{_SEPARATORS}]\d{{3}})\Z")
_DECIMALS = re.compile("[.,\u066b]\\d+\\Z")
_MYRIADS = {"万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8, "兆": 12, "조": 12}
"""Powers of ten that East Asian languages write behind a number: 1万 is 10,000."""
_ENTITY = re.compile(r"&#?\w+;")
_TEN, _WHOLE = 10, 100
_SPACES = "\u00a0\u202f\u2009 '\u2019"


class Numeral(NamedTuple):
    """A number in a text: as written, where, its ASCII digits, and the values it can stand for.

    ``1.000`` is a thousand or one; both are among ``values``.
    """

    text: str
    start: int
    end: int
    digits: str
    values: frozenset[str]

    @property
    def smallest(self) -> float:
        """The smallest value it can stand for."""
        return min(float(value) for value in self.values)


def numerals(text: str, locale: str, *, strict: bool = False) -> list[Numeral]:
    """Return the numbers of a text in the order they stand; digits inside of names are none.

    A text may have the separators of another language, unless it is ``strict``: then the language's
    own one between thousands is never taken for a decimal one.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda match: " " * len(match[0]), text)
    group = cldr.group_separator(locale) if strict else ""
    found = [one for match in _NUMERAL.finditer(text) for one in _parted(match, locale, group)]
    if _TENTHS_OFF in text:
        found = [_taken_off(text, one) for one in found]
    if _MYRIADS.keys().isdisjoint(text):
        return found
    return _summed(text, [_multiplied(text, one) for one in found])


def _parted(match: re.Match[str], locale: str, group: str) -> list[Numeral]:
    """Return one number, or several: those of a date, or with a space between them ("24 7")."""
    whole = match[0]
    date = _DATE.fullmatch(whole)
    if date is not None:
        return [_numeral(date[part], match.start() + date.start(part), group) for part in (1, 2, 3)]
    if " " in whole and not _grouped(whole, locale):
        found, offset = [], match.start()
        for part in whole.split(" "):
            found.append(_numeral(part, offset, group))
            offset += len(part) + 1
        return found
    return [_numeral(whole, match.start(), group)]


def _taken_off(text: str, one: Numeral) -> Numeral:
    """Return a number with the percentage that is taken off, where it says what is left."""
    if text[one.end : one.end + 1] != _TENTHS_OFF or len(one.digits) >= len(str(_WHOLE)):
        return one
    tenths = int(one.digits) * (_TEN if len(one.digits) == 1 else 1)
    return one._replace(values=one.values | {str(_WHOLE - tenths)})


def _multiplied(text: str, one: Numeral) -> Numeral:
    """Return a number times the power of ten that is written behind it."""
    end = one.end + (text[one.end : one.end + 1] == " ")
    power = _MYRIADS.get(text[end : end + 1])
    if power is None:
        return one
    values = frozenset(_canonical(f"{Decimal(value).scaleb(power):f}") for value in one.values)
    return Numeral(text[one.start : end + 1], one.start, end + 1, one.digits, values)


def _summed(text: str, found: list[Numeral]) -> list[Numeral]:
    """Put numbers together that are written in powers of ten: 1万5000 is 15,000."""
    summed: list[Numeral] = []
    for one in found:
        last = summed[-1] if summed else None
        if last is None or last.end != one.start or last.text[-1] not in _MYRIADS:
            summed.append(one)
            continue
        values = frozenset(
            _canonical(f"{Decimal(high) + Decimal(low):f}")
            for high in last.values
            for low in one.values
        )
        span = text[last.start : one.end]
        summed[-1] = Numeral(span, last.start, one.end, last.digits + one.digits, values)
    return summed


def _grouped(text: str, locale: str) -> bool:
    return _groups_by_space(locale) and _GROUP.match(_DECIMALS.sub("", text)) is not None


@cache
def _groups_by_space(locale: str) -> bool:
    return not cldr.group_separator(locale).strip()


def _numeral(text: str, start: int, group: str) -> Numeral:
    ascii_text = "".join(_ascii(character) for character in text)
    digits = "".join(character for character in ascii_text if character.isdigit())
    return Numeral(text, start, start + len(text), digits, frozenset(_values(ascii_text, group)))


def _ascii(character: str) -> str:
    if character.isdigit():
        return str(unicodedata.digit(character))
    if character == "\u066b":
        return ","
    return "." if character == "\u066c" else character


def _values(text: str, group: str) -> set[str]:
    """Return every value: with all separators between groups, and with the last one a decimal."""
    for space in _SPACES:
        text = text.replace(space, " ")
    plain = re.sub(r"[., ]", "", text)
    found: set[str] = set()
    last = max(text.rfind("."), text.rfind(","))
    if last < 0 or _GROUP.match(text):
        found.add(_canonical(plain))
    if last >= 0 and not (found and text[last] == group):
        whole = re.sub(r"[., ]", "", text[:last])
        found.add(_canonical(f"{whole}.{text[last + 1 :].replace(' ', '')}"))
    return found


def _canonical(number: str) -> str:
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole
