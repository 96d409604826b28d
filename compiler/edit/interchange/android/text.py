"""What a text of a string resource is, and how a text is written there.

Source: "String resources" of Android's developer guide. White space is one space unless quoted,
a backslash escapes, and styles are tags.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from compiler.read.xml_file import XmlElement

_XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
_PIECE = re.compile(
    r'\\u(?P<code>[0-9A-Fa-f]{4})|\\(?P<escaped>.)|(?P<quote>")|(?P<space>[ \t\r\n\f]+)', re.DOTALL
)
_ESCAPED = {"n": "\n", "t": "\t"}
_REFERENCE = re.compile(r"@(?:[\w.]+:)?[a-z]+/[\w.]+|\?(?:[\w.]+:)?(?:[a-z]+/)?[\w.]+")
_NEEDS_ESCAPE = re.compile(r"[\\'\"]")
_SPACES = re.compile(r"^ +| +$|(?<= ) +")
_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>[A-Za-z][\w-]*)"
    r"(?P<rest>(?:\s+[\w:-]+=(?:\"(?:[^\"<>&]|&#?\w+;)*\"|'(?:[^'<>&]|&#?\w+;)*'))*)"
    r"\s*(?P<empty>/)?>"
)
_EMPTY = re.compile(r"<([A-Za-z][\w-]*)[^<>]*></\1>")


def is_reference(element: XmlElement) -> bool:
    """Tell whether an element names another resource in place of a text."""
    return not any(element.elements()) and _REFERENCE.fullmatch(element.text.strip()) is not None


def text_of(element: XmlElement) -> str:
    """Return the text of an element, styles as tags, what marks a placeholder left out."""
    made = _Made()
    for is_tag, piece in _pieces(element):
        if is_tag:
            made.put(piece)
        else:
            made.read(piece)
    return made.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def written(text: str, *, styled: bool) -> str:
    """Return a text as the content of an element; ``styled`` keeps its tags as tags.

    A text that is formatted loses its styles, so that its tags have to be escaped.
    """
    tags = list(_TAG.finditer(text)) if styled and _is_balanced(text) else []
    parts, end = [], 0
    for tag in tags:
        parts += [_escaped(text[end : tag.start()]), tag[0]]
        end = tag.end()
    made = "".join([*parts, _escaped(text[end:])])
    spaced = _SPACES.sub(lambda match: "\\u0020" * len(match[0]), made)
    return f"\\{spaced}" if spaced.startswith(("@", "?")) else spaced


class _Made:
    """A text while it is read: white space is held back until something follows it."""

    def __init__(self) -> None:
        self.text = ""
        self._waiting = False
        self._quoted = False

    def put(self, piece: str) -> None:
        """Take what stands for itself."""
        if self._waiting and self.text:
            self.text += " "
        self._waiting = False
        self.text += piece

    def read(self, raw: str) -> None:
        """Take a piece as it is written."""
        end = 0
        for match in _PIECE.finditer(raw):
            if match.start() > end:
                self.put(raw[end : match.start()])
            end = match.end()
            if match["quote"]:
                self._quoted = not self._quoted
            elif match["space"]:
                if self._quoted:
                    self.put(match["space"])
                else:
                    self._waiting = True
            elif match["code"]:
                self.put(chr(int(match["code"], 16)))
            else:
                self.put(_ESCAPED.get(match["escaped"], match["escaped"]))
        if end < len(raw):
            self.put(raw[end:])


def _pieces(element: XmlElement) -> Iterator[tuple[bool, str]]:
    for child in element.children:
        if isinstance(child, str):
            yield False, child
        elif isinstance(child, XmlElement):
            if child.space == _XLIFF:
                yield from _pieces(child)
                continue
            said = "".join(
                f" {name}={quoteattr(value)}" for name, value in child.attributes.items()
            )
            if not child.children:
                yield True, f"<{child.name}{said}/>"
                continue
            yield True, f"<{child.name}{said}>"
            yield from _pieces(child)
            yield True, f"</{child.name}>"


def _is_balanced(text: str) -> bool:
    if _EMPTY.search(text):  # XML could not tell `<x></x>` from `<x/>`
        return False
    open_: list[str] = []
    for match in _TAG.finditer(text):
        if match["end"]:
            if match["rest"] or match["empty"] or not open_ or open_.pop() != match["name"]:
                return False
        elif not match["empty"]:
            open_.append(match["name"])
    return not open_


def _escaped(text: str) -> str:
    escaped = _NEEDS_ESCAPE.sub(r"\\\g<0>", text).replace("\n", "\\n").replace("\t", "\\t")
    return escape(escaped.replace("\r", "\\u000D"))
