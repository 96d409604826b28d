"""Formats of numbers, dates and times: which ones runtimes refuse, and which they do not know.

What FormatJS (icu-skeleton-parser) and ECMA-402 accept: a refused format throws when it is shown,
an unknown one is passed over, and the value is shown as if there were none.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from compiler.base.suggest import nearest
from compiler.messages.ast import FormatKind
from compiler.messages.icu import number_skeleton

_DATE_STYLES = ("short", "medium", "long", "full")
STYLES: Final[dict[FormatKind, tuple[str, ...]]] = {
    "number": ("integer", "percent"),
    "date": _DATE_STYLES,
    "time": _DATE_STYLES,
}
"""The styles that have names. An application may know more."""

_MISSPELT = 0.8
_CURRENCY = re.compile("[A-Za-z]{3}")
_SCIENTIFIC = re.compile(r"EE?(?:\+[!?])?0+")
_INTEGER_WIDTH = re.compile(r"\*0+|[^0#]*|#+")
_UNITS = frozenset(
    """
    acre bit byte celsius centimeter day degree fahrenheit fluid-ounce foot gallon gigabit gigabyte
    gram hectare hour inch kilobit kilobyte kilogram kilometer liter megabit megabyte meter
    microsecond mile mile-scandinavian milliliter millimeter millisecond minute month nanosecond
    ounce percent petabyte pound second stone terabit terabyte week yard year
    """.split()  # noqa: SIM905 - a list to read
)
"""The units of ECMA-402."""
_STEMS = frozenset(
    """
    percent % %x100 permille base-unit currency group-off group-min2 group-auto group-on-aligned
    group-thousands ,_ ,? ,! precision-integer precision-unlimited precision-increment
    precision-currency-standard precision-currency-cash . measure-unit per-measure-unit unit
    usage compact-short compact-long K KK scientific engineering notation-simple
    unit-width-narrow unit-width-short unit-width-full-name unit-width-iso-code unit-width-hidden
    unit-width-formal unit-width-variant
    scale integer-width integer-width-trunc latin numbering-system
    rounding-mode-floor rounding-mode-ceiling rounding-mode-down rounding-mode-up
    rounding-mode-half-even rounding-mode-half-odd rounding-mode-half-down rounding-mode-half-up
    rounding-mode-half-ceiling rounding-mode-half-floor rounding-mode-unnecessary
    sign-auto sign-always sign-never sign-accounting sign-accounting-always sign-except-zero
    sign-accounting-except-zero sign-negative sign-accounting-negative
    () +! ()! +? ()? +_ +- ()- decimal-auto decimal-always
    """.split()  # noqa: SIM905 - a list to read
)
"""The words of a number skeleton in ICU."""
_DIGITS = re.compile(r"\.(?:0*\*?|#*|0+#+)|@+(?:[*+]|#*)[rs]?|0+")
_FIELDS = re.compile(
    r"(?:[Eec]{1,6}|G{1,5}|[Qq]{1,5}|[yYur]+|U{1,5}|[ML]{1,5}|d{1,2}|D{1,3}|F|[abB]{1,5}|[hkHK]{1,2}"
    r"|w{1,2}|W|m{1,2}|s{1,2}|[zZOvVxX]{1,4})(?=(?:[^']*'[^']*')*[^']*$)"
)
_REFUSED = {
    **dict.fromkeys("YuUr", "`y` for the year"),
    **dict.fromkeys("DF", "`d` for the day"),
    **dict.fromkeys("bB", "`a` for the half of the day"),
    **dict.fromkeys("ZOvVXx", "`z` for the time zone"),
    **dict.fromkeys("ec", "`E` for the day of the week"),
    **dict.fromkeys("qQwW", None),
}
"""Fields of a date that FormatJS throws an error for, and what to write."""
_SHORTEST_WEEKDAY = 4


class FormatFault(NamedTuple):
    """What is wrong with a format, a clause about it, and whether runtimes throw an error."""

    what: str
    hint: str | None
    breaks: bool


def format_fault(kind: FormatKind, style: str | None) -> FormatFault | None:
    """Return what is wrong with a format as it stands in a message, None where nothing is."""
    if style is None:
        return None
    if not style.startswith("::"):
        return _fault_of_name(kind, style)
    skeleton = style.removeprefix("::").strip()
    if kind != "number":
        return _fault_of_fields(skeleton)
    faults = [_fault_of_stem(stem, options) for stem, options in number_skeleton(skeleton)]
    found = [fault for fault in faults if fault is not None]
    return next((fault for fault in found if fault.breaks), found[0] if found else None)


def _fault_of_name(kind: FormatKind, style: str) -> FormatFault | None:
    """A style that is nearly one of the known; any other may be one of the application's own."""
    if (kind, style) == ("number", "currency"):
        what = "the runtime's own `currency` does not say which"
        hint = "write `::currency/EUR`, unless the application has a format of that name"
        return FormatFault(what, hint, breaks=False)
    near = nearest(style, STYLES[kind], _MISSPELT)
    if style in STYLES[kind] or near is None:
        return None
    return FormatFault(f"there is no style `{style}`", f"did you mean `{near}`?", breaks=False)


def _fault_of_fields(skeleton: str) -> FormatFault | None:
    for match in _FIELDS.finditer(skeleton):
        letter = match[0][0]
        if letter in _REFUSED and not (letter in "ec" and len(match[0]) >= _SHORTEST_WEEKDAY):
            instead = _REFUSED[letter]
            hint = f"write {instead}" if instead else None
            return FormatFault(f"runtimes have no `{match[0]}` in a date", hint, breaks=True)
    return None


def _fault_of_stem(stem: str, options: tuple[str, ...]) -> FormatFault | None:
    check = _CHECKED.get(stem)
    if check is not None:
        return check(options)
    if stem in _STEMS or _DIGITS.fullmatch(stem) or _SCIENTIFIC.fullmatch(stem):
        return None
    if stem.startswith("E"):
        return FormatFault(f"`{stem}` is no notation", "write `E0`", breaks=True)
    near = nearest(stem, _STEMS)
    hint = f"did you mean `{near}`?" if near else None
    return FormatFault(f"there is no `{stem}` in a number's format", hint, breaks=False)


def _fault_of_currency(options: tuple[str, ...]) -> FormatFault | None:
    code = options[0] if options else ""
    if _CURRENCY.fullmatch(code):
        return None
    hint = "a currency has three letters: `::currency/EUR`"
    return FormatFault(f"`{code}` is no currency" if code else "which currency?", hint, breaks=True)


def _fault_of_width(options: tuple[str, ...]) -> FormatFault | None:
    if len(options) == 1 and _INTEGER_WIDTH.fullmatch(options[0]):
        return None
    what = f"runtimes have no `{'/'.join(('integer-width', *options))}`"
    return FormatFault(what, "write `integer-width/*00` for at least two digits", breaks=True)


def _fault_of_typed_unit(options: tuple[str, ...]) -> FormatFault | None:
    return _fault_of_unit((options[0].partition("-")[2],) if options else ())


def _fault_of_unit(options: tuple[str, ...]) -> FormatFault | None:
    unit = options[0] if options else ""
    unknown = [one for one in unit.split("-per-", 1) if one not in _UNITS]
    if not unknown:
        return None
    near = nearest(unknown[0], _UNITS)
    hint = f"did you mean `{near}`?" if near else "write one of ECMA-402: `kilometer-per-hour`"
    what = f"runtimes have no unit `{unknown[0]}`" if unknown[0] else "which unit?"
    return FormatFault(what, hint, breaks=True)


_CHECKED: Final[dict[str, Callable[[tuple[str, ...]], FormatFault | None]]] = {
    "currency": _fault_of_currency,
    "unit": _fault_of_unit,
    "measure-unit": _fault_of_typed_unit,
    "integer-width": _fault_of_width,
}
"""The words whose options a runtime refuses, and who looks at them."""
