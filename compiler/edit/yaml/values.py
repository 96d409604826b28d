"""Which values YAML can hold so that this project's reader gives them back."""

import math

from compiler.edit.refusal import UnwritableError
from compiler.edit.yaml.edits import Value

_LARGEST = 2**53 - 1


def check_value(value: Value) -> None:
    """Raise UnwritableError for what no YAML of this project can say."""
    if isinstance(value, dict):
        for key, inner in value.items():
            check_key(key)
            check_value(inner)
    elif isinstance(value, list):
        for inner in value:
            check_value(inner)
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int):
        if abs(value) > _LARGEST:
            raise UnwritableError(f"the number {value} is longer than programs keep exactly")
    elif not isinstance(value, float) or not math.isfinite(value):
        raise UnwritableError(f"`{value}` is neither a text nor a number, true, false or null")


def check_key(key: object) -> None:
    """Raise UnwritableError for what is no key."""
    if not isinstance(key, str):
        raise UnwritableError(f"`{key}` is no key: a key is a text")
    _check_text(key)


def _check_text(text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UnwritableError(f"{text!r} has half a character, which UTF-8 cannot say")
