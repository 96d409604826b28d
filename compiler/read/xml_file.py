"""Reads XML as elements with their places. Knows no domain word.

A document type is refused, and with it entities: no file makes more of itself, or has others read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read import rules
from compiler.read.decoding import CONFLICT, CONFLICT_HINT, conflict_marker
from compiler.read.limits import DEEPEST

_SEPARATOR = " "
_WHOLE = True
NONE: frozenset[str] = frozenset()
PLIST = frozenset({"plist"})
"""The document type that Apple's tools write into every property list."""


@dataclass(frozen=True, slots=True)
class XmlElement:
    """An element; ``attributes`` of a namespace are known by it and their name: ``uri name``.

    ``children`` are elements and the texts between them, ``comments`` those that stand before it.
    """

    name: str
    space: str
    attributes: Mapping[str, str]
    place: Place
    children: list["XmlElement | str"] = field(default_factory=list)
    comments: tuple[str, ...] = ()

    def elements(self, *names: str) -> Iterator["XmlElement"]:
        """Yield the children that are elements, with one of the names where any are given."""
        for one in self.children:
            if isinstance(one, XmlElement) and (not names or one.name in names):
                yield one

    def first(self, name: str) -> "XmlElement | None":
        """Return the first child of a name, None where there is none."""
        return next(self.elements(name), None)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)


@dataclass(frozen=True, slots=True)
class XmlFile:
    """What reading gives: ``root`` is None where the file cannot be understood."""

    root: XmlElement | None
    findings: tuple[Finding, ...] = ()


def read_xml(path: str, data: bytes, doctypes: frozenset[str] = NONE) -> XmlFile:
    """Read a file in any encoding that it declares; what is wrong with it is a finding.

    A document type of ``doctypes`` may be named, if nothing is declared in it; it is not fetched.
    """
    try:
        return XmlFile(_Reader(path, doctypes).read(data))
    except _StopReading as stop:
        marker = conflict_marker(path, data.decode("utf-8", "replace"))
        if marker is None:
            return XmlFile(None, (stop.finding,))
        return XmlFile(None, (rules.INVALID_XML.at(marker, CONFLICT, hint=CONFLICT_HINT),))


class _StopReading(Exception):  # noqa: N818 - caught in this module
    """Going on makes no sense; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Reader:
    """One walk over one file."""

    def __init__(self, path: str, doctypes: frozenset[str]) -> None:
        self._path = path
        self._doctypes = doctypes
        self._open: list[XmlElement] = []
        self._root: XmlElement | None = None
        self._comments: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.CommentHandler = self._comments.append

    def read(self, data: bytes) -> XmlElement | None:
        try:
            self._parser.Parse(data, _WHOLE)
        except expat.ExpatError as failure:
            reason = expat.errors.messages[failure.code]
            place = Place(self._path, max(failure.lineno, 1), failure.offset + 1)
            raise _StopReading(rules.INVALID_XML.at(place, f"this is no XML: {reason}")) from None
        except (ValueError, LookupError) as failure:
            raise _StopReading(rules.INVALID_XML.at(self._here(), f"no XML: {failure}")) from None
        return self._root

    def _here(self) -> Place:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber
        return Place(self._path, max(line, 1), max(column, 0) + 1)

    def _doctype(self, name: str, _system: object, _public: object, declares: int) -> None:
        if name in self._doctypes and not declares:
            return
        message = "this file declares a document type, and those are not read"
        hint = "take out what begins with `<!DOCTYPE`"
        raise _StopReading(rules.INVALID_XML.at(self._here(), message, hint=hint))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(_SEPARATOR)
        comments = tuple(self._comments)
        self._comments.clear()
        element = XmlElement(local, space, attributes, self._here(), comments=comments)
        if len(self._open) >= DEEPEST:
            message = f"elements are more than {DEEPEST} levels deep here"
            raise _StopReading(rules.DEEP_NESTING.at(element.place, message))
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()
        self._comments.clear()

    def _text(self, data: str) -> None:
        if self._open:
            self._open[-1].children.append(data)
