"""Reads Apple's `.strings`: pairs of texts with their places. Knows no domain word.

Source: Apple, "String Resources". UTF-8, or UTF-16 with its mark, as Xcode wrote it for years.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.decoding import BOM, conflict_marker, decode, line_starts
from compiler.read.rules import INVALID_STRINGS, NOT_UTF_8

_TOKEN = re.compile(
    r"(?P<space>\s+)|/\*(?P<comment>.*?)\*/|//(?P<line>[^\r\n]*)"
    r'|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<word>(?:[A-Za-z0-9_.$:-]|/(?![*/]))+)|(?P<sign>[=;])',
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:[Uu](?P<code>[0-9A-Fa-f]{4})|(?P<octal>[0-7]{1,3})|(?P<other>.))", re.DOTALL
)
_NAMED = {"n": "\n", "r": "\r", "t": "\t"}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its text without escapes; ``place`` is the name's, ``comments`` stand above it."""

    name: str
    text: str
    place: Place
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StringsFile:
    """What reading gives: the pairs up to where the file cannot be understood any more."""

    path: str
    pairs: tuple[Pair, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_strings(path: str, data: bytes) -> StringsFile:
    """Read a file; what is wrong with it is a finding."""
    text, problem = _decoded(path, data)
    if problem is not None:
        return StringsFile(path, findings=(problem,))
    reader = _Reader(path, text)
    pairs: list[Pair] = []
    try:
        pairs.extend(reader.pairs())
    except _StopReading as stop:
        marker = conflict_marker(path, text)
        finding = stop.finding if marker is None else INVALID_STRINGS.at(marker, _CONFLICT)
        return StringsFile(path, findings=(finding,))
    return StringsFile(path, tuple(pairs))


_CONFLICT = "this line is a conflict marker that a merge left behind"


class _StopReading(Exception):  # noqa: N818 - caught in this module
    """Going on makes no sense; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _decoded(path: str, data: bytes) -> tuple[str, Finding | None]:
    if not data.startswith(_UTF_16):
        if b"\0" in data[:2]:
            message = "this file looks like UTF-16, and its mark is missing at the beginning"
            return "", NOT_UTF_8.at(Place(path), message, hint="save it with the encoding UTF-8")
        return decode(path, data)
    try:
        return data.decode("utf-16").removeprefix(BOM), None
    except UnicodeDecodeError:
        message = "this file begins as UTF-16 and does not go on so"
        return "", INVALID_STRINGS.at(Place(path), message)


class _Reader:
    """One walk over one text. A pair is `name = text;`, or `name;` where both are the same."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._text = path, text
        self._starts = [0, *line_starts(text)]
        self._line = 0
        self._comments: list[str] = []

    def pairs(self) -> Iterator[Pair]:
        tokens = self._tokens()
        for name, place in tokens:
            comments = tuple(self._comments)
            self._comments.clear()
            if not isinstance(name, _Word):
                raise _stop(place, f"a name should stand here, and not `{name}`")
            text: str = name.text
            sign, after = next(tokens, ("", place))
            if sign == "=":
                value, after = next(tokens, ("", after))
                if not isinstance(value, _Word):
                    raise _stop(after, "a text in double quotes should stand behind the `=`")
                text = value.text
                sign, after = next(tokens, ("", after))
            if sign != ";":
                raise _stop(after, "a `;` is missing before this", "each pair ends with `;`")
            yield Pair(name.text, text, place, comments)

    def _tokens(self) -> "Iterator[tuple[_Word | str, Place]]":
        at = 0
        while at < len(self._text):
            match = _TOKEN.match(self._text, at)
            if match is None:
                raise _stop(self._place(at), _unclosed(self._text[at : at + 2]))
            at = match.end()
            said = match["comment"] or match["line"]
            if said is not None:
                self._comments += [one.strip() for one in said.splitlines() if one.strip()]
            elif match["sign"]:
                yield match["sign"], self._place(match.start())
            elif match["quoted"] is not None:
                yield _Word(_plain(match["quoted"])), self._place(match.start(), len(match[0]))
            elif match["word"]:
                yield _Word(match["word"]), self._place(match.start(), len(match[0]))

    def _place(self, at: int, length: int = 1) -> Place:
        while self._line + 1 < len(self._starts) and self._starts[self._line + 1] <= at:
            self._line += 1
        return Place(self._path, self._line + 1, at - self._starts[self._line] + 1, length)


@dataclass(frozen=True, slots=True)
class _Word:
    """A name or a text, without its quotes and escapes."""

    text: str


def _stop(place: Place, message: str, hint: str | None = None) -> _StopReading:
    return _StopReading(INVALID_STRINGS.at(place, message, hint=hint))


def _unclosed(signs: str) -> str:
    if signs.startswith('"'):
        return 'the text that begins here has no closing `"`'
    if signs == "/*":
        return "the comment that begins here has no closing `*/`"
    return f"`{signs[:1]}` can stand in no name; put the name in double quotes"


def _plain(written: str) -> str:
    if "\\" not in written:
        return written
    units = _ESCAPE.sub(_character, written)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(match: re.Match[str]) -> str:
    if match["code"]:
        return chr(int(match["code"], 16))
    if match["octal"]:
        return chr(int(match["octal"], 8))
    return _NAMED.get(match["other"], match["other"])
