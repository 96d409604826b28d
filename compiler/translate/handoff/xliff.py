"""XLIFF 1.2 for a translator's tool: a unit a text, its state, what it was made from as a note."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from compiler.base.xml_text import fits_xml, xml_text
from compiler.translate.handoff.returned import Unit, UnreadableHandoffError
from compiler.translate.sheet import SheetPart, SheetRow

_SPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_ID = re.compile(r"(?P<entry>[^#]+)#(?P<part>.+)@(?P<key>[0-9a-f]+)", re.DOTALL)
_OPEN = "needs-review-translation"
_UNREAD = ("new", "needs-")


def fits_xliff(row: SheetRow) -> bool:
    """Tell whether XML can hold the texts of an entry."""
    return all(fits_xml(part.source, part.translation) for part in row.parts)


def write_xliff(rows: Iterable[SheetRow], source: str) -> bytes:
    """Return rows as XLIFF, a `file` a language."""
    ET.register_namespace("", _SPACE)
    root = ET.Element(_name("xliff"), {"version": "1.2"})
    bodies: dict[str, ET.Element] = {}
    for row in rows:
        if row.locale not in bodies:
            about = {
                "original": "clientarea",
                "datatype": "plaintext",
                "source-language": source,
                "target-language": row.locale,
            }
            file = ET.SubElement(root, _name("file"), about)
            bodies[row.locale] = ET.SubElement(file, _name("body"))
        for part in row.parts:
            _write(bodies[row.locale], row, part)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _write(body: ET.Element, row: SheetRow, part: SheetPart) -> None:
    about = {"id": f"{row.reference}#{part.name}@{row.digest}", _PRESERVE: "preserve"}
    if row.max_length is not None:
        about |= {"maxwidth": str(row.max_length), "size-unit": "char"}
    unit = ET.SubElement(body, _name("trans-unit"), about)
    ET.SubElement(unit, _name("source")).text = part.source
    target = ET.SubElement(unit, _name("target"), {"state": _OPEN})
    target.text = part.translation
    notes = [*row.comments, f"{row.state}: {part.name}"]
    if part.former_source:
        notes.append(f"The translation was made from: {part.former_source}")
    for note in notes:
        ET.SubElement(unit, _name("note")).text = xml_text(note)


def read_xliff(data: bytes) -> Iterator[Unit]:
    """Yield the texts of a file that came back. Raises UnreadableHandoffError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise UnreadableHandoffError("it is not in UTF-8") from failure
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableHandoffError("it declares a document type, which XLIFF has no use for")
    try:
        root = ET.fromstring(text)  # noqa: S314 - nothing is declared that could be expanded
    except (ET.ParseError, ValueError) as failure:
        raise UnreadableHandoffError(f"it is no XML: {failure}") from failure
    if root.tag != _name("xliff"):
        raise UnreadableHandoffError("it is no XLIFF 1.2")
    for file in root.iter(_name("file")):
        locale = file.get("target-language", "")
        for unit in file.iter(_name("trans-unit")):
            yield _read(unit, locale)


def _read(unit: ET.Element, locale: str) -> Unit:
    """Return a text as it came back; a target without a state says nothing of who has read it."""
    name = unit.get("id", "")
    found = _ID.fullmatch(name)
    if found is None:
        raise UnreadableHandoffError(f"the unit `{name}` is none that `review` has handed out")
    target = unit.find(_name("target"))
    if target is None:
        raise UnreadableHandoffError(f"the unit `{name}` has no target")
    state = target.get("state", "")
    read = bool(state) and not state.startswith(_UNREAD)
    said = "".join(target.itertext())
    done = read or unit.get("approved") == "yes"
    return Unit(found["entry"], locale, found["part"], found["key"], said, done)


def _name(tag: str) -> str:
    return f"{{{_SPACE}}}{tag}"
