"""The tags of HTML and MJML with their places, read without building a tree: nothing is mended.

A place is an offset in characters. Comments are passed over, and so is what stands in `script`,
`style`, `title` and `textarea`; Jinja constructs are taken for letters.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from compiler.channels.email.jinja import masked

COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
"""A comment as browsers read it (HTML, 13.2.5.43 and after), with `re.DOTALL`."""

_TAG = re.compile(
    COMMENT + r"|<![^>]*>|<\?[^>]*>|"
    r"<(?P<closing>/?)(?P<name>[A-Za-z][^\s/<>]*)"
    r"(?P<attributes>(?:[^<>=/]|/(?!>)|=\s*+(?:\"[^\"]*\"|'[^']*'|(?![\"'])[^\s<>]*+))*+)(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<bare>[^\s\"'>]+)))?"
)
TEXT_ONLY = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea")
}
"""Elements in which tags are text, and where each ends."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its value, and where its name and its value begin."""

    value: str
    at: int
    value_at: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, its name in small letters, from ``at`` up to ``end``.

    Of an attribute that stands there twice the first counts; ``doubled`` has the others.
    """

    name: str
    at: int
    end: int
    closing: bool = False
    empty: bool = False
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    doubled: tuple[tuple[str, Attribute], ...] = ()

    def value(self, name: str) -> str:
        """Return the value of an attribute, an empty one where the tag does not have it."""
        found = self.attributes.get(name)
        return "" if found is None else found.value


def tags(source: str) -> Iterator[Tag]:
    """Yield the tags of a template in their order."""
    plain = masked(source)
    at = 0
    while (match := _TAG.search(plain, at)) is not None:
        at = match.end()
        if match["name"] is None:
            continue
        tag = _tag(source, match)
        yield tag
        closing = TEXT_ONLY.get(tag.name)
        if closing is not None and not (tag.closing or tag.empty):
            end = closing.search(plain, at)
            at = len(plain) if end is None else end.start()


def _tag(source: str, match: re.Match[str]) -> Tag:
    begin = match.start("attributes")
    found: dict[str, Attribute] = {}
    doubled: list[tuple[str, Attribute]] = []
    for one in _ATTRIBUTE.finditer(match["attributes"]):
        kind = next((kind for kind in ("double", "single", "bare") if one[kind] is not None), None)
        start, end = (one.end(), one.end()) if kind is None else one.span(kind)
        value = html.unescape(source[begin + start : begin + end])
        name = source[begin + one.start("name") : begin + one.end("name")].lower()
        attribute = Attribute(value, begin + one.start(), begin + start)
        if found.setdefault(name, attribute) is not attribute:
            doubled.append((name, attribute))
    name = source[match.start("name") : match.end("name")].lower()
    closing, empty = bool(match["closing"]), bool(match["empty"])
    return Tag(name, match.start(), match.end(), closing, empty, found, tuple(doubled))
