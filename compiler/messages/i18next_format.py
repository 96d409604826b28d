"""Formatted arguments in i18next's own notation, with the options FormatJS would use."""

import re

from compiler.messages.ast import FormatKind

_DATES = {
    "short": "month: numeric; day: numeric; year: 2-digit",
    "medium": "month: short; day: numeric; year: numeric",
    "long": "month: long; day: numeric; year: numeric",
    "full": "weekday: long; month: long; day: numeric; year: numeric",
}
_TIMES = {
    "short": "hour: numeric; minute: numeric",
    "medium": "hour: numeric; minute: numeric; second: numeric",
    "long": "hour: numeric; minute: numeric; second: numeric; timeZoneName: short",
    "full": "hour: numeric; minute: numeric; second: numeric; timeZoneName: short",
}
_FORMATS: dict[tuple[FormatKind, str | None], str] = {
    ("number", None): "number",
    ("number", "integer"): "number(maximumFractionDigits: 0)",
    ("number", "percent"): "number(style: percent)",
    ("number", "::percent"): "number(style: percent)",
    ("number", "::compact-short"): "number(notation: compact; compactDisplay: short)",
    ("number", "::compact-long"): "number(notation: compact; compactDisplay: long)",
    ("date", None): "datetime",
    ("time", None): f"datetime({_TIMES['medium']})",
    **{("date", style): f"datetime({options})" for style, options in _DATES.items()},
    **{("time", style): f"datetime({options})" for style, options in _TIMES.items()},
}
_CURRENCY = re.compile(r"::\s*currency/([A-Za-z]{3})")

# The fields of a date skeleton: what each letter, so many times, is in Intl's options.
_NUMERIC = {1: "numeric", 2: "2-digit"}
_NAMED = {3: "short", 4: "long", 5: "narrow"}
_WEEKDAY = {1: "short", 2: "short", **_NAMED}
_YEAR = {1: "numeric", 2: "2-digit", 3: "numeric", 4: "numeric"}
_FIELDS: dict[str, dict[int, str]] = {
    "y": {count: f"year: {value}" for count, value in _YEAR.items()},
    "M": {count: f"month: {value}" for count, value in {**_NUMERIC, **_NAMED}.items()},
    "d": {count: f"day: {value}" for count, value in _NUMERIC.items()},
    "E": {count: f"weekday: {value}" for count, value in _WEEKDAY.items()},
    "a": {1: "hour12: true"},
    "h": {count: f"hourCycle: h12; hour: {value}" for count, value in _NUMERIC.items()},
    "H": {count: f"hourCycle: h23; hour: {value}" for count, value in _NUMERIC.items()},
    "m": {count: f"minute: {value}" for count, value in _NUMERIC.items()},
    "s": {count: f"second: {value}" for count, value in _NUMERIC.items()},
    "z": {1: "timeZoneName: short", 4: "timeZoneName: long"},
}
_FIELD = re.compile(r"([A-Za-z])\1*|[^A-Za-z]+")

# i18next gives a formatter all values of the call as options: values of these names spoil it.
_OF_NUMBERS = {
    *("compactDisplay", "currency", "currencyDisplay", "currencySign", "maximumFractionDigits"),
    *("maximumSignificantDigits", "minimumFractionDigits", "minimumIntegerDigits", "notation"),
    *("minimumSignificantDigits", "roundingIncrement", "roundingMode", "roundingPriority", "style"),
    *("signDisplay", "trailingZeroDisplay", "unit", "unitDisplay", "useGrouping"),
}
_OF_DATES = {
    *("calendar", "dateStyle", "day", "dayPeriod", "era", "formatMatcher", "hour", "hour12"),
    *("fractionalSecondDigits", "hourCycle", "minute", "month", "second", "timeStyle", "timeZone"),
    *("timeZoneName", "weekday", "year"),
}
_OF_BOTH = {"locale", "localeMatcher", "numberingSystem"}


def format_of(kind: FormatKind, style: str | None) -> str | None:
    """Return i18next's name and options of a format, or None where it has none."""
    if style is not None and style.startswith("::"):
        currency = _CURRENCY.fullmatch(style)
        if kind == "number" and currency:
            return f"currency({currency[1]})"
        if kind != "number":
            return _skeleton(style.removeprefix("::").strip())
    return _FORMATS.get((kind, style))


def spoiling_names(kind: FormatKind) -> set[str]:
    """Return the names of values that i18next would take for options of such a format."""
    return _OF_BOTH | (_OF_NUMBERS if kind == "number" else _OF_DATES)


def _skeleton(skeleton: str) -> str | None:
    options: list[str] = []
    for field in _FIELD.finditer(skeleton):
        if field[1] is None:  # FormatJS, too, looks at the letters alone
            continue
        option = _FIELDS.get(field[1], {}).get(len(field[0]))
        if option is None:
            return None
        options.append(option)
    return f"datetime({'; '.join(options)})" if options else None
