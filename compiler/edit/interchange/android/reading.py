"""String resources read: each `string`, `plurals` and item of a `string-array` is a string."""

from collections.abc import Iterator

from compiler.edit.interchange.android.text import is_reference, text_of
from compiler.edit.interchange.unit import CATEGORIES, ForeignFile, Plural, Refusal, Unit
from compiler.read.rules import INVALID_XML
from compiler.read.xml_file import XmlElement, XmlFile

_NO_NAME = "it has no name"
_FIXED = "it is marked as not for translation"
_REFERENCE = "it names another resource, and is no text"


def read_android(path: str, file: XmlFile) -> ForeignFile:
    """Read one file; colours, sizes and other resources in it are none of ours."""
    root = file.root
    if root is None:
        return ForeignFile(path, findings=file.findings)
    if root.name != "resources":
        wrong = INVALID_XML.at(root.place, f"this is `{root.name}`, and not `resources`")
        return ForeignFile(path, findings=(*file.findings, wrong))
    units: list[Unit] = []
    refused: list[Refusal] = []
    for found in _strings(root):
        (units if isinstance(found, Unit) else refused).append(found)  # type: ignore[arg-type]
    return ForeignFile(path, tuple(units), file.findings, tuple(refused))


def _strings(root: XmlElement) -> Iterator[Unit | Refusal]:
    for child in root.elements():
        kind = child.attributes.get("type", "") if child.name == "item" else child.name
        if kind in _KINDS:
            lines = (line.strip() for one in child.comments for line in one.splitlines())
            yield from _read(child, kind, tuple(line for line in lines if line))


def _read(element: XmlElement, kind: str, comments: tuple[str, ...]) -> Iterator[Unit | Refusal]:
    name = element.attributes.get("name", "")
    if not name:
        yield Refusal(element.place, element.name, _NO_NAME)
    elif element.attributes.get("translatable") == "false":
        yield Refusal(element.place, name, _FIXED)
    else:
        yield from _KINDS[kind](element, name, comments)


def _string(element: XmlElement, name: str, comments: tuple[str, ...]) -> Iterator[Unit | Refusal]:
    if is_reference(element):
        yield Refusal(element.place, name, _REFERENCE)
    else:
        yield Unit(element.place, text_of(element), (name,), comments=comments)


def _array(element: XmlElement, name: str, comments: tuple[str, ...]) -> Iterator[Unit | Refusal]:
    for index, item in enumerate(element.elements()):
        yield from _string(item, f"{name}.{index}", comments)


def _plurals(element: XmlElement, name: str, comments: tuple[str, ...]) -> Iterator[Unit | Refusal]:
    forms: dict[str, str] = {}
    for item in element.elements():
        category = item.attributes.get("quantity", "")
        if category not in CATEGORIES:
            yield Refusal(item.place, name, f"`{category}` is no plural category")
        elif category in forms:
            yield Refusal(item.place, name, f"its plural has `{category}` twice; the first counts")
        else:
            forms[category] = text_of(item)
    yield Unit(element.place, Plural(forms), (name,), comments=comments)


_KINDS = {"string": _string, "plurals": _plurals, "string-array": _array}
