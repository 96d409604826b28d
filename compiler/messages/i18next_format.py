"""Formatted arguments in i18next's own notation, with the options FormatJS would use."""

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
_CURRENCY = "::currency/"
_CURRENCY_LENGTH = 3


def format_of(kind: FormatKind, style: str | None) -> str | None:
    """Return i18next's name and options of a format, or None where it has none."""
    if kind == "number" and style is not None and style.startswith(_CURRENCY):
        code = style.removeprefix(_CURRENCY)
        return f"currency({code})" if len(code) == _CURRENCY_LENGTH and code.isalpha() else None
    return _FORMATS.get((kind, style))
