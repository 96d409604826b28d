"""The entries of a namespace as units of XLIFF.

Our own go out in ICU, known by what their translation is now, so that nothing comes back to another
one. Those of a set that came in as XLIFF are spelt as they were, under their own names.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from compiler.base.xml_text import fits_xml
from compiler.edit.interchange.handed import digest_of, handed_id
from compiler.edit.interchange.open_work import STALE, state_of
from compiler.edit.interchange.origin import PREFIX, Origin
from compiler.edit.interchange.spelling import spell_out
from compiler.edit.interchange.xliff.inline import XLIFF
from compiler.edit.interchange.xliff.writing import XliffText, XliffUnit
from compiler.messages.ast import Argument, Message, Tag, Text
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.read.po_file import PoEntry

_LIMIT = "max-length:"
_MADE_FROM = "The translation was made from: "


def xliff_unit(
    source: PoEntry, entry: PoEntry | None, origin: Origin, sources: Sequence[str], *, ours: bool
) -> XliffUnit | None:
    """Return an entry as a unit, None where XML cannot hold a text of it.

    ``entry`` is its translation; the source itself where nobody is to translate. ``sources`` are
    the source texts of its forms.
    """
    name = ".".join(origin.key)
    texts = () if entry is None or entry is source else entry.msgstr
    if not fits_xml(name, *sources, *texts):
        return None
    state = None if entry is source else state_of(source, entry)
    forms = [
        XliffText(
            _written(said, origin, ours=ours),
            _written(texts[index], origin, ours=ours) if any(texts[index : index + 1]) else None,
        )
        for index, said in enumerate(sources)
    ]
    return XliffUnit(
        name,
        handed_id(name, translation_digest(entry)) if ours and entry is not source else name,
        forms,
        state,
        tuple(_notes(source, entry, state)),
        next((one.removeprefix(_LIMIT) for one in source.flags if one.startswith(_LIMIT)), None),
    )


def translation_digest(entry: PoEntry | None) -> str:
    """Return what a translation is known by: its texts, and whether somebody has read it."""
    if entry is None or not any(entry.msgstr):
        return digest_of(())
    return digest_of(entry.msgstr, [flag for flag in entry.flags if flag == "fuzzy"])


def _notes(source: PoEntry, entry: PoEntry | None, state: str | None) -> Sequence[tuple[str, str]]:
    said = [("developer", one) for one in source.extracted if not one.startswith(PREFIX)]
    if entry is not None and entry is not source:
        said += [("translator", one) for one in entry.comments]
        former = entry.previous_msgid or (entry.msgid if state == STALE else None)
        if state == STALE and former and former != source.msgid:
            said.append(("clientarea", f"{_MADE_FROM}{former}"))
    return [(author, one) for author, one in said if one.strip()]


def _written(icu: str, origin: Origin, *, ours: bool) -> str:
    """Return a text as XML writes it, spelt as it came in."""
    if ours:
        return escape(icu)
    if origin.style != XLIFF:
        return escape(spell_out(icu, origin.style, origin.placeholders) or icu)
    try:
        spelt = _with_elements(parse(icu, inline_html=True), origin)
    except IcuSyntaxError:
        spelt = None
    return escape(icu) if spelt is None else spelt


def _with_elements(message: Message, origin: Origin) -> str | None:
    parts: list[str] = []
    for node in message:
        match node:
            case Text(value):
                parts.append(escape(value))
            case Argument(name) if name in origin.placeholders:
                parts.append(origin.placeholders[name])
            case Tag(name, children) if name in origin.placeholders:
                inner = _with_elements(children, origin)
                if inner is None:
                    return None
                begin = origin.placeholders[name]
                parts.append(f"{begin}{inner}</{begin[1:].split(' ')[0].rstrip('>')}>")
            case _:
                return None
    return "".join(parts)
