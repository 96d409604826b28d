"""Bytes that tell whether they are whole: a checksum, a head of JSON, and what follows it."""

import json
import zlib
from collections.abc import Iterable
from typing import Any

_NUMBER = 8


def sealed(magic: bytes, head: dict[str, Any], blobs: Iterable[bytes] = ()) -> bytes:
    """Return a head and blobs as bytes; ``magic`` names their format."""
    text = json.dumps(head).encode()
    body = b"".join([_number(len(text)), text, *blobs])
    return b"".join([magic, _number(zlib.crc32(body)), body])


def opened(magic: bytes, data: bytes) -> tuple[dict[str, Any], int] | None:
    """Return the head, and where the blobs begin; None for anything but what `sealed` made."""
    begin = len(magic) + _NUMBER
    body = memoryview(data)[begin:]
    if not data.startswith(magic) or data[len(magic) : begin] != _number(zlib.crc32(body)):
        return None
    end = begin + _NUMBER + int.from_bytes(body[:_NUMBER], "little")
    head: dict[str, Any] = json.loads(data[begin + _NUMBER : end])
    return head, end


def _number(number: int) -> bytes:
    return number.to_bytes(_NUMBER, "little")
