"""Amounts, numbers, dates, times and lists as a language writes them, by CLDR through Babel. Pure.

`runtime.mjs` does the same by `Intl`, and the tests compare the two. Where they would differ:
digits are Latin and the calendar Gregorian in every language, halves are rounded away from zero,
thin spaces become plain no-break spaces, and a time is shown as it was written, in its own zone.
"""

import datetime as dt
import decimal
import math
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from compiler.base import locale_tag
from compiler.messages.cldr import locale_data, parent_locale

LARGEST = 10**15
"""Beyond it a number of JSON is no longer exact in every runtime."""

MOST_DECIMALS = 6
DATE_STYLES = ("short", "medium", "long", "full")
TIME_STYLES = ("short", "medium")
LIST_STYLES = ("and", "or")

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(
    r"(?:(\d{4})-(\d{2})-(\d{2})[Tt ])?(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?"
    r"(?:[Zz]|[+-]\d{2}:?\d{2})?"
)
_CONJUNCTIONS = {
    ("es", " y "): (" e ", re.compile(r"i|hi(?![ae])", re.IGNORECASE)),
    ("es", " o "): (" u ", re.compile(r"h?o|8|11(?:\s|$)", re.IGNORECASE)),
    ("he", " \u05d5"): (" \u05d5-", re.compile(r"[^\u0590-\u05ff]")),
}
"""Conjunctions that another takes the place of before some sounds, as ICU has it."""

_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0"})
_GROUPED_FROM_FIVE_DIGITS = {
    **dict.fromkeys(
        ["be", "bg", "ee", "es", "et", "hu", "hy", "ia", "ie", "it", "ka", "lv", "pl"], True
    ),
    **dict.fromkeys(["pt-PT", "ru-UA", "sl", "sq"], True),
    **dict.fromkeys(["es-419", "pt-AO", "pt-LU", "pt-MO"], False),
}
"""CLDR's `minimumGroupingDigits: 2`, which Babel does not know: 1234 but 12.345."""


class FormatError(ValueError):
    """A value that cannot be shown so; the message goes on after the value."""


def money(value: Any, currency: Any, locale: str) -> str:  # noqa: ANN401 - any JSON value
    """Return an amount with its currency, an ISO 4217 code: ``€1,200.00``."""
    from babel.numbers import format_currency, get_currency_precision  # noqa: PLC0415 - wanted late

    amount = _number(value)
    if not isinstance(currency, str) or not re.fullmatch(r"[A-Z]{3}", currency):
        raise FormatError("needs a currency of three capitals, such as `EUR`")
    digits = get_currency_precision(currency)
    data = _babel(locale)
    with _rounding():
        amount = _rounded(amount, digits)
        grouped = _grouped(amount, locale)
        shown = format_currency(amount, currency, locale=data, group_separator=grouped)
    symbol = data.currency_symbols.get(currency, currency)
    return _with_signs(_apart(shown, symbol), data)


def number(value: Any, decimals: Any, locale: str) -> str:  # noqa: ANN401
    """Return a number with as many decimals; with None, as many as it has, up to three."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    amount = _rounded(_number(value), 3 if decimals is None else _decimals(decimals))
    data = _babel(locale)
    pattern = _pattern(data.decimal_formats[None].pattern, decimals)
    with _rounding():
        grouped = _grouped(amount, locale)
        shown = format_decimal(amount, pattern, locale=data, group_separator=grouped)
    return _with_signs(shown, data)


def percent(value: Any, decimals: Any, locale: str) -> str:  # noqa: ANN401
    """Return a share as a percentage, 0.25 as ``25%``."""
    from babel.numbers import format_percent  # noqa: PLC0415

    places = 0 if decimals is None else _decimals(decimals)
    amount = _rounded(_number(value), places + 2)
    data = _babel(locale)
    pattern = _pattern(data.percent_formats[None].pattern, places)
    with _rounding():
        grouped = _grouped(amount * 100, locale)
        shown = format_percent(amount, pattern, locale=data, group_separator=grouped)
    return _with_signs(shown, data)


def date(value: Any, style: Any, locale: str) -> str:  # noqa: ANN401
    """Return the day of an ISO 8601 date, or of a date with a time: ``6 March 2026``."""
    from babel.dates import format_date  # noqa: PLC0415

    if style not in DATE_STYLES:
        raise FormatError("needs one of `short`, `medium`, `long`, `full`")
    match = _DATE.match(value) if isinstance(value, str) else None
    if match is None or (len(value) > match.end() and not _TIME.fullmatch(value)):
        raise FormatError("is no date such as `2026-03-06`")
    return _evenly_spaced(format_date(_day(match), style, locale=_babel(locale)))


def time(value: Any, style: Any, locale: str) -> str:  # noqa: ANN401
    """Return the time of day of an ISO 8601 time, or of a date with one: ``14:30``."""
    from babel.dates import format_time  # noqa: PLC0415

    if style not in TIME_STYLES:
        raise FormatError("needs one of `short`, `medium`")
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise FormatError("is no time such as `14:30` or `2026-03-06T14:30:00Z`")
    try:
        moment = dt.time(int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        raise FormatError("is no time of day") from None
    return _evenly_spaced(format_time(moment, style, locale=_babel(locale)))


def listed(value: Any, style: Any, locale: str) -> str:  # noqa: ANN401
    """Return texts as a list in a sentence: ``A, B and C``."""
    from babel.lists import format_list  # noqa: PLC0415

    if style not in LIST_STYLES:
        raise FormatError("needs one of `and`, `or`")
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise FormatError("is no list")
    if not all(isinstance(one, str) for one in value):
        raise FormatError("is no list of texts")
    if not value:
        return ""
    babel_style: Any = {"and": "standard", "or": "or"}[style]
    *before, last = value
    mark = "\ue000"  # stands for the last one, so that its conjunction can be told from texts
    shown = format_list([*before, mark], babel_style, locale=_babel(locale))
    return _with_conjunction(shown.replace(mark, ""), last, locale) if before else last


def _number(value: Any) -> decimal.Decimal:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FormatError("is no number")
    if abs(value) > LARGEST or not math.isfinite(value):
        raise FormatError("is too large a number to be shown exactly")
    return decimal.Decimal(repr(value)) if value else decimal.Decimal(0)


def _decimals(decimals: Any) -> int:  # noqa: ANN401
    if isinstance(decimals, bool) or not isinstance(decimals, int):
        raise FormatError("needs a whole number of decimals")
    if not 0 <= decimals <= MOST_DECIMALS:
        raise FormatError(f"needs 0 to {MOST_DECIMALS} decimals")
    return decimals


def _rounding() -> Any:  # noqa: ANN401 - a context manager of decimal
    return decimal.localcontext(decimal.Context(prec=60, rounding=decimal.ROUND_HALF_UP))


def _rounded(amount: decimal.Decimal, digits: int) -> decimal.Decimal:
    with _rounding():
        return amount.quantize(decimal.Decimal(1).scaleb(-digits))


def _pattern(pattern: str, decimals: int | None) -> str:
    """Return a CLDR pattern with another number of decimals."""
    if decimals is None:
        return pattern
    wanted = f".{'0' * decimals}" if decimals else ""
    return re.sub(r"0(\.[0#]+)?", lambda _: f"0{wanted}", pattern)


def _grouped(amount: decimal.Decimal, locale: str) -> bool:
    tag: str | None = locale
    while tag is not None and tag not in _GROUPED_FROM_FIVE_DIGITS:
        tag = parent_locale(tag)
    late = tag is not None and _GROUPED_FROM_FIVE_DIGITS[tag]
    return not late or abs(amount) >= 10_000  # noqa: PLR2004 - the first number of five digits


def _day(match: re.Match[str]) -> dt.date:
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise FormatError("is no day of the calendar") from None


@cache
def _babel(locale: str) -> Any:  # noqa: ANN401 - Babel's locale
    return locale_data(locale) or locale_data("en")


def _with_signs(shown: str, data: Any) -> str:  # noqa: ANN401
    """Write minus and percent as the language does, which Babel leaves as they are in patterns."""
    symbols = data.number_symbols.get("latn", {})
    for sign, name in (("-", "minusSign"), ("%", "percentSign")):
        shown = shown.replace(sign, symbols.get(name, sign))
    return shown.translate(_SPACES)


def _apart(shown: str, symbol: str) -> str:
    """Part a currency that ends in a letter from digits: CLDR's `currencySpacing`."""
    at = shown.find(symbol)
    end = at + len(symbol)
    if shown[end : end + 1].isdigit() and not _is_sign(symbol[-1]):
        shown = f"{shown[:end]}\u00a0{shown[end:]}"
    if at > 0 and shown[at - 1].isdigit() and not _is_sign(symbol[0]):
        shown = f"{shown[:at]}\u00a0{shown[at:]}"
    return shown


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "SZ"


def _evenly_spaced(shown: str) -> str:
    return re.sub(r"[\u00a0\u202f\u2009]", " ", shown)


def _with_conjunction(begin: str, last: str, locale: str) -> str:
    """Put the last text behind its conjunction, in the form that it asks for."""
    for (language, usual), (other, before) in _CONJUNCTIONS.items():
        if (
            locale_tag.language_of(locale) == language
            and begin.endswith(usual)
            and before.match(last)
        ):
            return begin.removesuffix(usual) + other + last
    return begin + last
