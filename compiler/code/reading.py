"""The uses of keys in a file of code."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate
from pathlib import PurePosixPath

from compiler.base.place import Place
from compiler.code.aliases import with_imported_names
from compiler.code.calls import Finder
from compiler.code.dialects import DIALECTS, MARKUP, parser_of
from compiler.code.directives import directives_in
from compiler.code.exports import Import
from compiler.code.found import Found
from compiler.code.imports import NO_IMPORTS, Imports
from compiler.code.literals import Literal
from compiler.code.markup import Part, parts_of
from compiler.code.scopes import Binding
from compiler.code.torn import torn_keys
from compiler.code.use import UNKNOWN, NamedSpace, Use
from compiler.code.uses import Uses
from compiler.code.vocabulary import Vocabulary

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PUG = re.compile(rb"<template[^>]*\slang=[\"']?pug")
_GOES_ON = re.compile(rb"[\x80-\xbf]")
_TEXT = re.compile(rb"(['\"`])([\w\x80-\xff][\w\x80-\xff./:-]{0,150})\1")


def uses_in(path: str, data: bytes, words: Vocabulary, imports: Imports = NO_IMPORTS) -> Uses:
    """Return the uses of keys in a file; none in one of a language that is not known.

    Broken code is read as far as it goes. Offsets are those of the file as `in_utf8`. What it has
    from other files, ``imports`` tell. Raises ParserMissingError where the parser of its language
    is not installed.
    """
    data = in_utf8(data)
    words = with_imported_names(words, data)
    lines = _Lines(path, data)
    keys: dict[tuple[int, str, bool], Use] = {}
    spaces: list[NamedSpace] = []
    imported: dict[Import, str | None] = {}

    def written(wanted: Import) -> str | None:
        imported[wanted] = imports.written(path, wanted)
        return imported[wanted]

    around: tuple[Binding, ...] = ()
    for part in sorted(_parts(path, data, words), key=lambda one: one.wrapped):
        if not (part.is_key or part.text or words.may_occur(part.data)):
            continue
        if part.text:
            end = part.start if part.moved else part.end
            literal = Literal(part.data.decode(errors="replace"), part.start, end)
            uses = [_use(lines, Found(literal), 0)]
        else:
            # An expression that is a key is read as a function that is given it.
            called = min(words.functions, default="t").encode() if part.is_key else b""
            shift = part.start - (len(called) + 1 if part.wrapped else 0)
            code = called + b"(" + part.data + b")" if part.wrapped else part.data
            tree = parser_of(part.dialect).parse(code)
            finder = Finder(tree, part.dialect, words, written, around if part.wrapped else ())
            uses = [
                _use(lines, *((_begun(found), part.start) if part.moved else (found, shift)))
                for found in finder.found()
            ]
            if tree.root_node.has_error and not part.wrapped:
                uses += _torn(lines, part, words, {one.start for one in uses})
            if not part.wrapped:
                around += finder.bound_at_top()  # what stands between tags sees it
                spaces += [_space(lines, one, shift) for one in finder.namespaces()]
        for use in uses:
            keys[use.start, use.text, use.exact] = use
    if PurePosixPath(path).suffix == ".vue" and _PUG.search(data):
        for use in _torn(lines, Part(data, 0), words, {one.start for one in keys.values()}):
            keys[use.start, use.text, use.exact] = use
    ordered = sorted(keys.values(), key=lambda use: (use.start, use.text))
    directives = tuple(directives_in(data, lines.place))
    seen = {use.end for use in ordered if use.exact} | {one.end for one in spaces}
    texts = tuple(_texts(data, seen).items())
    return Uses(tuple(ordered), tuple(spaces), directives, texts, tuple(imported.items()))


def _begun(found: Found) -> Found:
    """Return a key of a piece whose places are not known, as if it stood where that begins."""
    return found._replace(literal=found.literal._replace(start=0, end=0))


def _torn(lines: "_Lines", part: Part, words: Vocabulary, seen: Collection[int]) -> list[Use]:
    """Return what cannot be read as syntax, and may ask for keys."""
    found = torn_keys(part.data, words.functions, {one - part.start for one in seen})
    return [_use(lines, Found(one, optional=True), part.start) for one in found]


def in_utf8(data: bytes) -> bytes:
    """Return a file as UTF-8, where it says that it is UTF-16: compilers take either."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace").encode()
    return data


def _texts(data: bytes, seen: Collection[int]) -> dict[str, int]:
    """Return the texts that could be a key, but for those that end where one is ``seen``."""
    found: dict[str, int] = {}
    line, at = 1, 0
    for match in _TEXT.finditer(data):
        text = match[2].decode(errors="replace")
        if text not in found and match.end(2) not in seen:
            line, at = line + data.count(b"\n", at, match.start()), match.start()
            found[text] = line
    return found


def _parts(path: str, data: bytes, words: Vocabulary) -> Iterator[Part]:
    suffix = PurePosixPath(path).suffix
    if suffix in MARKUP:
        yield from parts_of(suffix, data, words.components)
    elif suffix in DIALECTS:
        yield Part(data, 0, DIALECTS[suffix])


def _use(lines: "_Lines", found: Found, shift: int) -> Use:
    literal, binding = found.literal, found.binding
    start, end = literal.start + shift, literal.end + shift
    text, namespace = literal.text, found.namespace or (binding.namespace if binding else None)
    others = binding.others if binding and found.namespace is None else ()
    space, colon, rest = text.partition(":")
    name = None
    prefix = "" if binding is None else binding.prefix
    if colon and space.isidentifier():
        if start < end:
            start += len(space.encode()) + 1
        text, name, prefix, others = rest, space, "", ()
        binding = None
    elif namespace is not None:
        name = namespace.text if namespace.exact else UNKNOWN
    loose = binding is not None and binding.loose
    if loose:
        prefix, name = "", None
    exact = literal.exact and prefix is not None
    end = max(start, end)
    tail = literal.tail
    if not exact and ":" in tail:  # what is put in before it is a namespace
        name, tail = UNKNOWN, tail.rpartition(":")[2]
    place = lines.place(start, end)
    if prefix is None:  # nobody knows what stands before it
        text, prefix, tail, end = "", "", tail if not literal.exact else text, start
    return Use(
        place,
        text,
        start,
        end,
        exact,
        prefix,
        name,
        tail,
        others,
        literal.via,
        found.passed,
        found.optional,
        found.branch,
        loose,
    )


def _space(lines: "_Lines", literal: Literal, shift: int) -> NamedSpace:
    start, end = literal.start + shift, literal.end + shift
    return NamedSpace(lines.place(start, end), literal.text, start, end)


class _Lines:
    """Offsets in bytes as lines and columns of code points."""

    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._data = data
        self._plain = data.isascii()
        self._more = [] if self._plain else [one.start() for one in _GOES_ON.finditer(data)]
        lengths = (len(line) for line in data.splitlines(keepends=True))
        self._starts = [0, *accumulate(lengths)]

    def place(self, start: int, end: int) -> Place:
        """Return the place of some bytes."""
        line = max(1, bisect_right(self._starts, start))
        begin = self._starts[line - 1]
        if self._plain:
            return Place(self._path, line, start - begin + 1, end - start or 1)
        column = self._letters(begin, start) + 1
        return Place(self._path, line, column, self._letters(start, end) or 1)

    def _letters(self, start: int, end: int) -> int:
        """Count code points: bytes, but for those that go on with one."""
        more = bisect_left(self._more, end) - bisect_left(self._more, start)
        return end - start - more
