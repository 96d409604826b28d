"""What a plain scalar means: the core schema of YAML 1.2, section 10.3.2 of its specification."""

import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_BEGINS = frozenset("+-.0123456789")
_INTEGERS = (
    (re.compile(r"[-+]?[0-9]+"), 10),
    (re.compile(r"0o[0-7]+"), 8),
    (re.compile(r"0x[0-9a-fA-F]+"), 16),
)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LARGEST = 2**53 - 1
_MOST_DIGITS = 64


class UnsafeNumberError(ValueError):
    """A number that JSON does not have or that its readers do not keep; ``str()`` says why."""


def plain(text: str) -> Scalar:
    """Return what an unquoted scalar means. Raises UnsafeNumberError."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_BEGINS:
        return text
    for form, base in _INTEGERS:
        if form.fullmatch(text):
            return integer(text, base)
    if _FLOAT.fullmatch(text):
        return fraction(text)
    if _NOT_FINITE.fullmatch(text):
        raise UnsafeNumberError("is no number that JSON has")
    return text


def integer(digits: str, base: int) -> int:
    """Return a whole number. Raises UnsafeNumberError for one that JSON's readers would round."""
    if len(digits) > _MOST_DIGITS or abs(value := int(digits, base)) > _LARGEST:
        raise UnsafeNumberError("is longer than programs keep exactly")
    return value


def fraction(text: str) -> float:
    """Return a number with a fraction or exponent. Raises UnsafeNumberError for an endless one."""
    value = float(text)
    if not math.isfinite(value):
        raise UnsafeNumberError("is too large for a number")
    return value
