"""The search index as a file: a checksum, a header as JSON, arrays of numbers, texts as UTF-8.

It has no code and no objects that reading could run, and damage is noticed.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from compiler.query.index import NUMBER, NUMBERS, Index, Segment

FORMAT = 1
"""Changed with the layout below; an index of another format is not read."""

_MAGIC = b"clientarea search index\n"


class DamagedIndexError(ValueError):
    """Bytes that are no index of this format."""


class Writing(NamedTuple):
    """A segment to be written: its arrays, its texts and their foldings as bytes."""

    key: str
    part_names: Sequence[str]
    path_names: Sequence[str]
    numbers: Mapping[str, "array[int]"]
    texts: bytes
    folded: bytes


class Rows(NamedTuple):
    """The entries to be written; as in `Index`."""

    kinds: bytes
    areas: "array[int]"
    flags: bytes
    homes: "array[int]"
    states: bytes


def encode(names: Mapping[str, Any], rows: Rows, segments: Sequence[Writing]) -> bytes:
    """Return an index as bytes; ``names`` are the fields of `Index` that JSON can hold."""
    blobs = [rows.kinds, _bytes(rows.areas), rows.flags, _bytes(rows.homes), rows.states]
    heads = []
    for one in segments:
        own = [*(_bytes(one.numbers[name]) for name in NUMBERS), one.texts, one.folded]
        heads.append({"key": one.key, "parts": list(one.part_names), "paths": list(one.path_names)})
        blobs += own
    header = {**names, "format": FORMAT, "segments": heads, "sizes": list(map(len, blobs))}
    head = json.dumps(header, ensure_ascii=True).encode()
    body = b"".join([len(head).to_bytes(8, "little"), head, *blobs])
    return b"".join([_MAGIC, zlib.crc32(body).to_bytes(4, "little"), body])


def decode(data: bytes) -> Index:
    """Return the index that bytes are. Raises DamagedIndexError."""
    start = len(_MAGIC) + 4
    whole = memoryview(data)
    if data[: len(_MAGIC)] != _MAGIC or zlib.crc32(whole[start:]) != int.from_bytes(
        data[len(_MAGIC) : start], "little"
    ):
        raise DamagedIndexError
    try:
        return _decode(data, start)
    except (KeyError, TypeError, ValueError, IndexError) as failure:
        raise DamagedIndexError from failure


def _decode(data: bytes, start: int) -> Index:
    begin = start + 8
    end = begin + int.from_bytes(data[start:begin], "little")
    header = json.loads(data[begin:end])
    if header["format"] != FORMAT:
        raise DamagedIndexError
    spans = []
    for size in header["sizes"]:
        spans.append((end, end + size))
        end += size
    ahead = iter(spans)

    def blob() -> bytes:
        first, last = next(ahead)
        return data[first:last]

    kinds, areas, flags, homes, states = blob(), _array(blob()), blob(), _array(blob()), blob()
    segments = []
    for head in header["segments"]:
        numbers = {name: _array(blob()) for name in NUMBERS}
        texts, folded = next(ahead)[0], next(ahead)[0]
        segments.append(
            Segment(head["key"], head["parts"], head["paths"], numbers, data, texts, folded)
        )
    return Index(
        header["tool"],
        header["key"],
        header["locales"],
        header["kind_names"],
        header["area_names"],
        header["state_names"],
        header["broken"],
        kinds,
        areas,
        flags,
        homes,
        states,
        segments,
    )


def _bytes(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _array(data: bytes) -> "array[int]":
    numbers = array(NUMBER)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
