"""What a PDF holds: what it may do, its fonts, what takes how many bytes, what does not unpack."""

from dataclasses import dataclass, field
from typing import Any

from pikepdf import Pdf

from compiler.adapters.pdf.acts import acts_of
from compiler.adapters.pdf.unpacking import Unpacker
from compiler.adapters.pdf.walking import dictionaries, is_keyed, is_stream, name_of

_OUTLINED = frozenset({"/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"})
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_STANDARD = frozenset(
    {
        *("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
        *("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
        *("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
        *("Symbol", "ZapfDingbats"),
    }
)
"""Fonts that every reader's program brings along: ISO 32000-1, 9.6.2.2."""

_REST = "everything else"
_ROLES = {"/Image": "images", "/Form": "text and drawings", "/XML": "metadata"}


@dataclass
class Found:
    """What was seen on the way: acts with their page, names of fonts, bytes by what takes them."""

    acts: list[tuple[str, str, int]] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    weights: dict[str, int] = field(default_factory=dict)


def looked_through(pdf: Pdf, size: int) -> tuple[Found, list[str]]:
    """Return what a PDF of so many bytes holds, and what in it is broken. Raises BombError."""
    found = Found()
    roles: dict[tuple[int, int], str] = {}
    acts: dict[tuple[str, str, int], None] = {}
    for one, page in dictionaries(pdf):
        acts.update(dict.fromkeys((str(danger), what, page) for danger, what in acts_of(one)))
        _note_font(one, found)
        _note_roles(one, roles)
    found.acts = list(acts)
    broken = _weigh(pdf, size, found, roles)
    return found, broken


def _note_font(one: Any, found: Found) -> None:  # noqa: ANN401 - of the library
    if name_of(one, "/Type") != "/Font" or name_of(one, "/Subtype") not in _OUTLINED:
        return
    descriptor, name = one.get("/FontDescriptor"), name_of(one, "/BaseFont").lstrip("/")
    embedded = is_keyed(descriptor) and any(key in descriptor for key in _FILES)
    plain = name.partition("+")[2] if name[6:7] == "+" else name
    if not embedded and plain not in _STANDARD:
        found.fonts.add(plain or "a font without a name")


def _note_roles(one: Any, roles: dict[tuple[int, int], str]) -> None:  # noqa: ANN401
    """Note what the streams are for that a dictionary names."""
    for key in _FILES:
        if is_stream(one.get(key)):
            roles[one.get(key).objgen] = "fonts"
    if is_keyed(one.get("/EF")):
        roles |= {file.objgen: "files in it" for _, file in one.EF.items() if is_stream(file)}
    if name_of(one, "/Type") == "/Page":
        contents = one.get("/Contents")
        parts = [contents] if is_stream(contents) else contents or []
        roles |= {part.objgen: "text and drawings" for part in parts if is_stream(part)}


def _weigh(pdf: Pdf, size: int, found: Found, roles: dict[tuple[int, int], str]) -> list[str]:
    unpacker, broken, left = Unpacker(), [], size
    for one in pdf.objects:
        if not is_stream(one):
            continue
        length = one.get("/Length", 0)
        length = length if isinstance(length, int) else 0
        what = roles.get(one.objgen) or _role(one)
        found.weights[what] = found.weights.get(what, 0) + length
        left -= length
        fault = unpacker.look(one)
        if fault is not None:
            broken.append(f"object {one.objgen[0]} does not unpack: {fault}")
    found.weights[_REST] = found.weights.get(_REST, 0) + max(left, 0)
    return broken


def _role(stream: Any) -> str:  # noqa: ANN401
    return _ROLES.get(name_of(stream, "/Subtype"), _REST)
