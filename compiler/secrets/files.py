"""Secrets in a whole file: where they stand, and its lines with a sign in the place of each."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from posixpath import splitext
from typing import Any, NamedTuple

from compiler.base.place import Place, Places
from compiler.base.spots import Route
from compiler.read.decoding import decode, line_starts
from compiler.read.document import Document, MarkdownFile
from compiler.read.json_file import read_json
from compiler.read.markdown import read_markdown
from compiler.read.yaml import read_yaml
from compiler.secrets.literals import (
    HIDDEN,
    about_field,
    concealed,
    has_open_field,
    literals,
    may_have_secrets,
)
from compiler.secrets.names import names_a_secret
from compiler.secrets.randomness import is_no_secret, looks_random

_BINARY = {
    *(".avif", ".gif", ".ico", ".jpeg", ".jpg", ".mp4", ".otf", ".pdf", ".png", ".ttf", ".webp"),
    *(".woff", ".woff2", ".zip"),
}
_PROOFS = re.compile(rb"(?:credentials|verifier)[\"']?[ \t]*:")
_HOLDERS = {"credentials", "verifier"}
"""Fields of areas in which nothing may stand but references and hashes."""


class FileSecret(NamedTuple):
    """A secret in a file; ``whose`` follows "this looks like"."""

    place: Place
    whose: str


class _Value(NamedTuple):
    """A value of a field that names a secret, and that field."""

    route: Route
    name: str
    text: str


def may_be_text(path: str) -> bool:
    """Tell by its name whether a file is worth reading for secrets."""
    return splitext(path)[1].lower() not in _BINARY


def secrets_in(path: str, data: bytes) -> list[FileSecret]:
    """Return the secrets of a file: all that are known by their form, then by their field."""
    if b"\0" in data or not may_have_secrets(data):
        return []
    text, _ = decode(path, data)
    starts = [0, *line_starts(text)]
    found = []
    for one in literals(text):
        line = bisect_right(starts, one.start)
        length = len(text[one.start : one.end].partition("\n")[0])
        place = Place(path, line, one.start - starts[line - 1] + 1, length)
        found.append(FileSecret(place, one.whose))
    if not has_open_field(text):
        return found
    told = {one.place.line for one in found}
    values, places = _parsed(path, data)
    more = [FileSecret(places.value(*one.route), about_field(one.name)) for one in _random(values)]
    return [*found, *(one for one in more if one.place.line not in told)]


def concealed_lines(path: str, lines: Sequence[str]) -> list[str]:
    """Return the lines of a file with a sign in place of its secrets; each keeps its end."""
    text = "".join(lines)
    data = text.encode()
    if not (may_have_secrets(data) or _PROOFS.search(data)):
        return list(lines)
    written, shown = text.split("\n"), concealed(text).split("\n")
    values, places = _parsed(path, data)
    for one in (*_random(values), *_misplaced(values)):
        first, last = _span(places, one.route, len(shown))
        shown[first:last] = _without(written[first:last], shown[first:last], one.text)
    return [
        f"{line}\n" if whole.endswith("\n") else line
        for line, whole in zip(shown, lines, strict=False)
    ]


def _without(written: list[str], shown: list[str], value: str) -> list[str]:
    """Return lines without a value; of one that is written otherwise, with escapes, nothing."""
    parts = re.compile("|".join(re.escape(part) for part in value.split("\n") if part))
    if not any(map(parts.search, written)):
        return [HIDDEN] * len(shown)
    return [parts.sub(HIDDEN, line) for line in shown]


def _span(places: Places, route: Route, lines: int) -> tuple[int, int]:
    """Return the lines of a value, from 0, and behind it: up to the next key."""
    first = places.value(*route).line
    after = (spot.line for spot in places.spots.keys.values() if spot.line > first)
    return first - 1, max(min(after, default=lines + 1) - 1, first)


def _parsed(path: str, data: bytes) -> tuple[Any, Places]:
    read = _READERS.get(splitext(path)[1].lower())
    return (None, Places(path)) if read is None else read(path, data)


def _data(document: Document) -> tuple[Any, Places]:
    return document.data, document.places


def _front_matter(file: MarkdownFile) -> tuple[Any, Places]:
    return file.front_matter, file.places


_READERS: dict[str, Callable[[str, bytes], tuple[Any, Places]]] = {
    ".json": lambda path, data: _data(read_json(path, data)),
    ".md": lambda path, data: _front_matter(read_markdown(path, data)),
    ".yaml": lambda path, data: _data(read_yaml(path, data)),
}


def _random(values: Any) -> Iterator[_Value]:  # noqa: ANN401 - any value of a document
    """Yield random values below a key that is named like a secret."""
    for one in _named(values, names_a_secret):
        if looks_random("".join(one.text.split("\n"))):
            yield one


def _misplaced(values: Any) -> Iterator[_Value]:  # noqa: ANN401 - any value of a document
    """Yield whatever stands where nothing but a reference or a hash may."""
    for one in _named(values, _HOLDERS.__contains__):
        if one.text and not is_no_secret(one.text):
            yield one


def _named(
    value: Any,  # noqa: ANN401 - any value of a document
    named: Callable[[str], bool],
    route: Route = (),
    name: str | None = None,
) -> Iterator[_Value]:
    """Yield the texts below the keys of some names."""
    if isinstance(value, dict):
        for key, inner in value.items():
            own = str(key) if named(str(key)) else name
            yield from _named(inner, named, (*route, key), own)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _named(inner, named, (*route, index), name)
    elif isinstance(value, str) and name is not None:
        yield _Value(route, name, value)
