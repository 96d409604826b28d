"""DER, the bytes of X.509 (ITU-T X.690): values with a tag, a length and a content."""

from collections.abc import Iterator
from typing import NamedTuple


class DerError(ValueError):
    """Bytes that are no DER."""


class Value(NamedTuple):
    """One value: its tag, its content, and all its bytes."""

    tag: int
    content: bytes
    whole: bytes

    def parts(self) -> list["Value"]:
        """Return the values inside. Raises DerError."""
        return list(values_in(self.content))


_LONG_FORM, _LONGEST_LENGTH, _HIGH_TAG = 0x80, 4, 0x1F


def values_in(data: bytes) -> Iterator[Value]:
    """Yield the values that bytes are made of, one after the other. Raises DerError."""
    at = 0
    while at < len(data):
        one = _value(data, at)
        yield one
        at += len(one.whole)


def _value(data: bytes, at: int) -> Value:
    if at + 2 > len(data) or data[at] & _HIGH_TAG == _HIGH_TAG:
        raise DerError("a value is cut off, or has a tag that certificates have not")
    tag, length, start = data[at], data[at + 1], at + 2
    if length & _LONG_FORM:
        size = length & ~_LONG_FORM
        if not 0 < size <= _LONGEST_LENGTH or start + size > len(data):
            raise DerError("a length is cut off")
        length = int.from_bytes(data[start : start + size], "big")
        start += size
    if start + length > len(data):
        raise DerError("a value is longer than what it stands in")
    return Value(tag, data[start : start + length], data[at : start + length])
