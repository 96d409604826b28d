"""`.strings` and `.stringsdict`: the texts of a table, and those of it that are plurals."""

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from compiler.edit.interchange.apple.variables import Variable, VariableError, with_variables
from compiler.edit.interchange.positional import count_of
from compiler.edit.interchange.styles import APPLE, POSITIONAL
from compiler.edit.interchange.unit import CATEGORIES, ForeignFile, Plural, Refusal, Unit
from compiler.read.rules import INVALID_XML
from compiler.read.strings_file import StringsFile
from compiler.read.xml_file import XmlElement, XmlFile

_FORMAT = "NSStringLocalizedFormatKey"
_TYPE = "NSStringFormatValueTypeKey"
_RULE = "NSStringPluralRuleType"
_NO_FORMAT = f"it has no text `{_FORMAT}`"
_WIDTHS = "it differs by width or device, and has no plural"
_HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
    '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
    '<plist version="1.0">\n<dict>\n'
)


def read_apple_strings(file: StringsFile) -> ForeignFile:
    """Read the texts of a table."""
    units = [Unit(one.place, one.text, (one.name,), comments=one.comments) for one in file.pairs]
    return ForeignFile(file.path, tuple(units), file.findings)


def read_stringsdict(path: str, file: XmlFile) -> ForeignFile:
    """Read the plurals of a table; a property list in binary is no XML, and told as that."""
    root = file.root
    if root is None:
        return ForeignFile(path, findings=file.findings)
    top = root.first("dict") if root.name == "plist" else None
    if top is None:
        wrong = INVALID_XML.at(root.place, "this is no property list with a `dict` in it")
        return ForeignFile(path, findings=(*file.findings, wrong))
    units: list[Unit] = []
    refused: list[Refusal] = []
    for key, value in _items(top):
        name = key.text
        try:
            units.append(Unit(key.place, _text(value), (name,), comments=key.comments))
        except VariableError as failure:
            refused.append(Refusal(key.place, name, str(failure)))
    return ForeignFile(path, tuple(units), file.findings, tuple(refused))


def _items(element: XmlElement) -> Iterator[tuple[XmlElement, XmlElement]]:
    """Yield the keys of a `dict` with their values."""
    key: XmlElement | None = None
    for one in element.elements():
        if one.name == "key":
            key = one
        elif key is not None:
            yield key, one
            key = None


def _text(value: XmlElement) -> str | Plural:
    if value.name == "string":
        return value.text
    parts = {key.text: one for key, one in _items(value)}
    format_ = parts.pop(_FORMAT, None)
    if format_ is None or format_.name != "string":
        raise VariableError(_WIDTHS if parts else _NO_FORMAT)
    variables = {name: _variable(one) for name, one in parts.items() if one.name == "dict"}
    return with_variables(format_.text, variables)


def _variable(element: XmlElement) -> Variable:
    parts: dict[str, str] = {}
    for key, one in _items(element):
        if key.text in parts and key.text in CATEGORIES:
            raise VariableError(f"its plural has `{key.text}` twice")
        parts[key.text] = one.text
    forms = {name: parts[name] for name in CATEGORIES if name in parts}
    return Variable(forms, parts.get(_TYPE) or POSITIONAL[APPLE].number)


def write_apple_strings(texts: Mapping[str, str], comments: Mapping[str, Sequence[str]]) -> bytes:
    """Return the texts of a table."""
    lines: list[str] = []
    for name, text in texts.items():
        said = " ".join(comments.get(name, ())).replace("*/", "* /")
        lines += [f"/* {said} */"] if said else []
        lines.append(f'"{_quoted(name)}" = "{_quoted(text)}";')
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def write_stringsdict(plurals: Mapping[str, Plural]) -> bytes:
    """Return the plurals of a table."""
    entries = "".join(_entry(name, plural) for name, plural in plurals.items())
    return f"{_HEADER}{entries}</dict>\n</plist>\n".encode("utf-8", "replace")


def _entry(name: str, plural: Plural) -> str:
    argument = count_of([plural.forms["other"]], APPLE) or "arg1"
    number = argument.removeprefix("arg")
    pairs = [
        ("NSStringFormatSpecTypeKey", _RULE),
        (_TYPE, POSITIONAL[APPLE].number),
        *plural.forms.items(),
    ]
    inner = "".join(_pair(key, text, 3) for key, text in pairs)
    return (
        f"\t<key>{escape(name)}</key>\n\t<dict>\n"
        f"{_pair(_FORMAT, f'%{number}$#@count@', 2)}"
        f"\t\t<key>count</key>\n\t\t<dict>\n{inner}\t\t</dict>\n\t</dict>\n"
    )


def _pair(key: str, text: str, depth: int) -> str:
    tabs = "\t" * depth
    return f"{tabs}<key>{key}</key>\n{tabs}<string>{escape(text)}</string>\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
