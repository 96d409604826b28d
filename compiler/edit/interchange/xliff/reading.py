"""XLIFF 1.2 and 2.0: the texts of a source language and their translations in one file.

Source: OASIS, XLIFF Version 1.2; XLIFF Version 2.0.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.handed import handed_of
from compiler.edit.interchange.spelling import Spelt, spell_in
from compiler.edit.interchange.unit import ForeignFile, Refusal, Unit
from compiler.edit.interchange.xliff.inline import XLIFF, InlineText, inline_text
from compiler.messages.reading import read_message
from compiler.read import rules
from compiler.read.xml_file import XmlElement, XmlFile

PLURALS = "x-gettext-plurals"
"""What a group of the forms of one of gettext's plurals is called."""

_UNREAD = ("new", "needs-", "initial")
_LOOKS_LIKE_ICU = re.compile(r"[{}]")
_FORM = re.compile(r"(?P<name>.*)\[(?P<index>\d)\]", re.DOTALL)
_FIXED = "it is marked as not for translation"
_NO_UNITS = "it has no element `xliff`"


def read_xliff_file(path: str, file: XmlFile) -> tuple[ForeignFile, ...]:
    """Read one file: as many results as it has languages."""
    root = file.root
    if root is None:
        return (ForeignFile(path, findings=file.findings),)
    if root.name != "xliff":
        wrong = rules.INVALID_XML.at(root.place, _NO_UNITS)
        return (ForeignFile(path, findings=(*file.findings, wrong)),)
    found = [_file(path, root, one) for one in root.elements("file")]
    return tuple(found) or (ForeignFile(path),)


def _file(path: str, root: XmlElement, file: XmlElement) -> ForeignFile:
    """Return the units of a `file`: in the target's language, or the source's where it has none."""
    is_new = root.attributes.get("version", "").startswith("2")
    source, target = (
        (root.attributes.get("srcLang"), root.attributes.get("trgLang"))
        if is_new
        else (file.attributes.get("source-language"), file.attributes.get("target-language"))
    )
    reader = _Reader(_style(file), translates=bool(target))
    units: list[Unit] = []
    refusals: list[Refusal] = []
    for one in reader.units(file, is_new=is_new):
        (refusals if isinstance(one, Refusal) else units).append(one)  # type: ignore[arg-type]
    return ForeignFile(path, tuple(units), refusals=tuple(refusals), root=target or source)


def _style(file: XmlElement) -> str | None:
    """Return how a file spells placeholders beside those that are elements: Xcode's as in C."""
    tools = [
        tool.attributes.get("tool-id", "")
        for header in file.elements("header")
        for tool in header.elements("tool")
    ]
    return "c" if any(one.startswith("com.apple.") for one in tools) else None


@dataclass(frozen=True, slots=True)
class _Segment:
    """Source and target of a unit; ``target`` is None where there is none, ``state`` its own."""

    source: InlineText
    target: InlineText | None
    state: str


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the units of one `file`."""

    style: str | None
    translates: bool

    def units(
        self, parent: XmlElement, *, is_new: bool, fixed: bool = False
    ) -> Iterator[Unit | Refusal]:
        for one in parent.elements():
            is_fixed = one.attributes.get("translate", "no" if fixed else "yes") == "no"
            if one.name in {"trans-unit", "unit"}:
                name = one.attributes.get("resname") or one.attributes.get("id", "")
                yield (
                    Refusal(one.place, name, _FIXED) if is_fixed else self._unit(one, is_new=is_new)
                )
            elif one.name == "group" and PLURALS in {
                one.attributes.get("restype"),
                one.attributes.get("type", "").replace(":", "-"),
            }:
                yield self._plural(one, is_new=is_new)
            elif one.name in {"body", "group"}:
                yield from self.units(one, is_new=is_new, fixed=is_fixed)

    def _unit(self, unit: XmlElement, *, is_new: bool) -> Unit | Refusal:
        name, handed = handed_of(
            unit.attributes.get("resname") or unit.attributes.get("name"),
            unit.attributes.get("id", ""),
        )
        segment = (_segments if is_new else _segment)(unit)
        if not name:
            return Refusal(unit.place, name, "it has no `id`")
        if segment is None:
            return Refusal(unit.place, name, "it has no source text")
        spelling = _Spelling(self.style, ours=handed is not None)
        source = spelling.icu(segment.source)
        text = spelling.icu(segment.target) if segment.target is not None else ""
        unread = segment.state.startswith(_UNREAD) and unit.attributes.get("approved") != "yes"
        return Unit(
            unit.place,
            text if self.translates else source,
            (name,),
            source=(source,) if self.translates else (),
            comments=() if handed else _notes(unit, of_translators=False),
            notes=_notes(unit, of_translators=True),
            flags=(
                *(() if handed else _limit(unit)),
                *((FUZZY,) if unread and text and self.translates else ()),
            ),
            spelt=spelling.spelt(),
            handed=handed,
        )

    def _plural(self, group: XmlElement, *, is_new: bool) -> Unit | Refusal:
        """Return one unit of the forms of a plural; the sources are singular and plural."""
        forms = [self._unit(one, is_new=is_new) for one in group.elements("trans-unit", "unit")]
        name, handed = handed_of(
            group.attributes.get("resname") or group.attributes.get("name"),
            group.attributes.get("id", ""),
        )
        wrong = next((one for one in forms if isinstance(one, Refusal)), None)
        if wrong is not None or not forms:
            return wrong or Refusal(group.place, name, "its plural has no forms")
        units = [one for one in forms if isinstance(one, Unit)]
        texts = tuple(str(one.text) for one in units)
        sources = [(one.source or (str(one.text),))[0] for one in units]
        return Unit(
            group.place,
            texts,
            (name,),
            source=(sources[0], sources[-1]),
            comments=_notes(group, of_translators=False) or units[0].comments,
            notes=units[0].notes,
            flags=tuple(dict.fromkeys(flag for one in units for flag in one.flags)),
            spelt=units[0].spelt,
            handed=handed,
        )


def _segment(unit: XmlElement) -> _Segment | None:
    source, target = unit.first("source"), unit.first("target")
    if source is None:
        return None
    state = "" if target is None else target.attributes.get("state", "")
    return _Segment(inline_text(source), None if target is None else inline_text(target), state)


def _segments(unit: XmlElement) -> _Segment | None:
    """Return all segments of a unit of XLIFF 2.0 as one; the least of their states counts."""
    parts = list(unit.elements("segment", "ignorable"))
    sources = [inline_text(found) for one in parts if (found := one.first("source"))]
    if not parts or len(sources) < len(parts):
        return None
    targets = [inline_text(found) for one in parts if (found := one.first("target"))]
    states = [one.attributes.get("state", "") for one in parts if one.name == "segment"]
    unread = next((one for one in states if one.startswith(_UNREAD)), "")
    whole = len(targets) == len(parts)
    return _Segment(
        InlineText.joined(sources), InlineText.joined(targets) if whole else None, unread
    )


class _Spelling:
    """Makes the texts of one unit ICU; what its arguments were written as is remembered."""

    def __init__(self, style: str | None, *, ours: bool) -> None:
        self._style = style
        self._ours = ours
        self._placeholders: dict[str, str] = {}
        self._styled = False

    def icu(self, text: InlineText) -> str:
        """Return a text in ICU: ours, and others that are ICU, as they are."""
        if self._ours:
            return text.plain
        whole = text.plain
        if not text.elements and _LOOKS_LIKE_ICU.search(whole):
            reading = read_message(whole)
            if reading.error is None:
                return whole
        parts = [self._literal(one) if isinstance(one, str) else one.icu for one in text.parts]
        self._placeholders |= text.spellings
        return "".join(parts)

    def _literal(self, text: str) -> str:
        spelt: Spelt = spell_in(text, self._style)
        self._styled = self._styled or bool(spelt.placeholders)
        self._placeholders |= spelt.placeholders
        return spelt.icu

    def spelt(self) -> tuple[str | None, Mapping[str, str]]:
        """Return the style that has to be remembered, and the spellings by argument."""
        style = (self._style if self._styled else XLIFF) if self._placeholders else None
        return style, self._placeholders


def _notes(unit: XmlElement, *, of_translators: bool) -> tuple[str, ...]:
    """Return what is said to translators, or by them, a line each; nothing that we put there."""
    notes = [
        *unit.elements("note"),
        *(note for some in unit.elements("notes") for note in some.elements("note")),
    ]
    lines = [
        line.strip()
        for note in notes
        if (author := _author(note)) != "clientarea" and (author == "translator") is of_translators
        for line in note.text.splitlines()
    ]
    return tuple(line for line in lines if line)


def _author(note: XmlElement) -> str:
    return note.attributes.get("from") or note.attributes.get("category") or ""


def _limit(unit: XmlElement) -> tuple[str, ...]:
    """Return the longest length as gettext's tools write it, where there is one in characters."""
    said = unit.attributes
    if said.get("size-unit", "pixel") == "char" and said.get("maxwidth", "").isdigit():
        return (f"max-length:{said['maxwidth']}",)
    restricted = next((one for name, one in said.items() if name.endswith("sizeRestriction")), "")
    return (f"max-length:{restricted}",) if restricted.isdigit() else ()
