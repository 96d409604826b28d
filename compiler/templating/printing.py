"""How a value of JSON is written where a template prints it, as JavaScript writes it. Pure."""

import math
import re
from decimal import Decimal
from typing import Any

_LONGEST_INTEGER = 21
_SMALLEST = 1e-6


class FilterError(ValueError):
    """A value that a filter cannot take, or that cannot be printed; the message says which."""


class SafeText(str):
    """A text that is not escaped any more: what `safe` returns."""

    __slots__ = ()


def printed(value: Any) -> str:  # noqa: ANN401 - any JSON value, or one that is absent
    """Return a text as it is, and a number or truth value as JavaScript writes it.

    Raises FilterError for what cannot be printed: null, an array, an object.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if value is None:
        raise FilterError("a value is `null`, which nobody can read")
    if isinstance(value, list | tuple):
        raise FilterError('a list cannot be printed as it is; write `| join(", ")` or `| list`')
    if isinstance(value, dict):
        raise FilterError("an object cannot be printed; name one of its values")
    return str(value)  # of one that is absent this raises, and says its name


def _number(value: int | float) -> str:  # noqa: PYI041 - Python writes them differently
    if not math.isfinite(value):
        raise FilterError("a number is not finite")
    if value == 0:
        return "0"
    if isinstance(value, int) and abs(value) < 2**53:
        return str(value)
    text = repr(float(value))
    if _SMALLEST <= abs(value) < 10**_LONGEST_INTEGER:
        plain = format(Decimal(text), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return re.sub(r"e([+-])0*", r"e\1", format(Decimal(text).normalize(), "e"))
