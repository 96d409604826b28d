"""gettext PO for its old home: source texts are keys again, placeholders as they were."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compiler.edit.interchange.entries import source_of
from compiler.edit.interchange.origin import FIELD, PREFIX, Imported, Origin
from compiler.edit.interchange.spelling import spell_out
from compiler.edit.interchange.styles import flag_of
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po

_Handed = tuple[PoEntry, str, Origin]
_USUAL_STYLE = "python-percent"
_TWICE = "another entry has the same text and no other context"
_NOT_PLAIN = "gettext has no words for its choices and formats"


def write_gettext(
    handed: Sequence[_Handed], file: PoFile, imported: Imported | None, *, is_source: bool
) -> tuple[bytes, list[tuple[str, str]]]:
    """Return the catalogue of one locale, and the labels left out with the reason.

    Entries that never were gettext's keep their labels and their ICU texts.
    """
    entries = {entry.msgctxt: entry for entry in file.entries if not entry.obsolete}
    made: list[PoEntry] = []
    left: list[tuple[str, str]] = []
    seen: set[tuple[str | None, str]] = set()
    foreign = imported is not None and imported.format == "po"
    for source, label, origin in handed:
        entry = source if is_source else entries.get(label)
        if entry is None:
            entry = replace(source, msgstr=("",) * _form_count(source, file))
        if not foreign and not origin.contexts:
            made.append(_own(entry))
            continue
        spelt = list(_foreign(source, entry, label, origin, is_source=is_source))
        fresh = [one for one in spelt if (one.msgctxt, one.msgid) not in seen]
        seen |= {(one.msgctxt, one.msgid) for one in fresh}
        made += fresh
        if len(fresh) < max(len(spelt), 1):
            left.append((label, _TWICE if spelt else _NOT_PLAIN))
    header = {name: value for name, value in file.header.items() if name != FIELD}
    return write_po(replace(file, header=header, entries=tuple(made))), left


def _own(entry: PoEntry) -> PoEntry:
    kept = tuple(line for line in entry.extracted if not line.startswith(PREFIX))
    return replace(entry, extracted=kept)


def _foreign(
    source: PoEntry, entry: PoEntry, label: str, origin: Origin, *, is_source: bool
) -> Iterator[PoEntry]:
    """Yield the entry once for each context it came with."""
    msgids = origin.source or _spelt(source_of(source), origin)
    texts = _spelt(entry.msgstr, origin)
    own = _spelt(source_of(source), origin) if is_source and origin.source else None
    if msgids is None or texts is None or (is_source and origin.source and own is None):
        return
    previous = _spelt(_previous(entry), origin) or ()
    flag = flag_of(origin.style)
    for context in origin.contexts or (label,):
        yield replace(
            _own(entry),
            msgctxt=context,
            msgid=msgids[0],
            msgid_plural=msgids[1] if len(msgids) > 1 else None,
            msgstr=own if own is not None else texts,
            flags=(*entry.flags, flag) if flag is not None else entry.flags,
            previous_msgid=previous[0] if previous else None,
            previous_msgid_plural=previous[1] if len(previous) > 1 else None,
        )


def _previous(entry: PoEntry) -> tuple[str, ...]:
    both = (entry.previous_msgid, entry.previous_msgid_plural)
    return tuple(text for text in both if text is not None)


def _spelt(texts: Sequence[str], origin: Origin) -> tuple[str, ...] | None:
    """Return texts as they were spelt; a source without placeholders says nothing of any style."""
    styles = (origin.style, _USUAL_STYLE) if origin.style is None else (origin.style,)
    for style in styles:
        spelt = [spell_out(text, style, origin.placeholders) for text in texts]
        whole = tuple(text for text in spelt if text is not None)
        if len(whole) == len(spelt):
            return whole
    return None


def _form_count(source: PoEntry, file: PoFile) -> int:
    if source.msgid_plural is None:
        return 1
    first = next((one for one in file.entries if one.msgid_plural is not None), None)
    return len(first.msgstr) if first is not None else len(source.msgstr)
