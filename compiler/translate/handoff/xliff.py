"""XLIFF 1.2 for a translator's tool: a unit a text, its state, what it was made from as a note."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from compiler.translate.handoff.returned import Unit, UnreadableHandoffError
from compiler.translate.sheet import SheetPart, SheetRow

_SPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ID = re.compile(r"(?P<entry>[^#]+)#(?P<part>.+)@(?P<key>[0-9a-f]+)", re.DOTALL)
_OPEN = "needs-review-translation"
_UNREAD = ("new", "needs-")


def write_xliff(rows: Iterable[SheetRow], source: str) -> bytes:
    """Return rows as XLIFF, a `file` a language. What XML cannot hold is left out."""
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
        if not any(_FORBIDDEN.search(p.source + p.translation) for p in row.parts):
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
        ET.SubElement(unit, _name("note")).text = _FORBIDDEN.sub(" ", note)


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
    for file in root.iter(_name("file")):
        locale = file.get("target-language", "")
        for unit in file.iter(_name("trans-unit")):
            found = _ID.fullmatch(unit.get("id", ""))
            target = unit.find(_name("target"))
            if found is None or target is None:
                continue
            state = target.get("state", "")
            done = unit.get("approved") == "yes" or not state.startswith(_UNREAD)
            said = "".join(target.itertext())
            yield Unit(found["entry"], locale, found["part"], found["key"], said, done)


def _name(tag: str) -> str:
    return f"{{{_SPACE}}}{tag}"
