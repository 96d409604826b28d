"""The text of a source or target of XLIFF, with elements in it that stand for code.

What stands alone (`x`, `ph`) is an argument, what has text in it (`g`, `pc`) a tag.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from compiler.read.xml_file import XmlElement

XLIFF = "xliff"
_SPANNING = {"g", "pc", "mrk"}
_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Inline:
    """What an element becomes in ICU: an argument, or the begin or the end of a tag."""

    icu: str


@dataclass(frozen=True, slots=True)
class InlineText:
    """Texts and elements in order; ``spellings`` tell how each argument and tag was written."""

    parts: tuple[str | Inline, ...]
    spellings: Mapping[str, str] = field(default_factory=dict)

    @property
    def elements(self) -> bool:
        """Whether there is any element in it."""
        return any(isinstance(one, Inline) for one in self.parts)

    @property
    def plain(self) -> str:
        """All of it as one text."""
        return "".join(one if isinstance(one, str) else one.icu for one in self.parts)

    @staticmethod
    def joined(texts: Iterable["InlineText"]) -> "InlineText":
        """Return several texts as one."""
        all_ = list(texts)
        spellings = {name: text for one in all_ for name, text in one.spellings.items()}
        return InlineText(tuple(part for one in all_ for part in one.parts), spellings)


def inline_text(element: XmlElement) -> InlineText:
    """Return what a source or a target says."""
    spellings: dict[str, str] = {}
    return InlineText(tuple(_parts(element, spellings)), spellings)


def _parts(element: XmlElement, spellings: dict[str, str]) -> Iterator[str | Inline]:
    for one in element.children:
        if isinstance(one, str):
            yield one
        elif one.name in {"sub", "mrk"}:
            yield from _parts(one, spellings)
        elif one.name in _SPANNING:
            name = _name(one, "g")
            spellings[name] = _begin(one)
            yield Inline(f"<{name}>")
            yield from _parts(one, spellings)
            yield Inline(f"</{name}>")
        else:
            name = _name(one, one.name)
            spellings[name] = _whole(one)
            yield Inline(f"{{{name}}}")


def _name(element: XmlElement, lead: str) -> str:
    """Return a name for an argument or a tag: the one that its program gave it, else its number."""
    said = element.attributes.get("equiv") or element.attributes.get("id") or ""
    name = _WORD.sub("_", said).strip("_")
    return name if name and not name[0].isdigit() else f"{lead}{name}"


def _begin(element: XmlElement) -> str:
    said = "".join(
        f" {name}={quoteattr(value)}"
        for name, value in element.attributes.items()
        if " " not in name
    )
    return f"<{element.name}{said}>"


def _whole(element: XmlElement) -> str:
    begin = _begin(element)
    if not element.children:
        return f"{begin[:-1]}/>"
    return f"{begin}{escape(element.text)}</{element.name}>"
