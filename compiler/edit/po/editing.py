"""Edits a catalogue: the lines of entries are replaced, the result is read again and compared.

Pure, from bytes to bytes; charset, byte order mark and line ends stay as they are.
"""

from collections.abc import Iterable
from dataclasses import replace

from compiler.edit.catalogue.faults import faults_of
from compiler.edit.po.edits import PoEdit
from compiler.edit.po.lines import Lines
from compiler.edit.po.meaning import Place, places_after
from compiler.edit.refusal import BrokenFileError, UneditableError, UnwritableError
from compiler.read.decoding import BOM
from compiler.read.po import read_po
from compiler.read.po_file import PoFile


def edit_po(path: str, data: bytes, edits: Iterable[PoEdit]) -> bytes:
    """Return a catalogue with edits made, one after the other; all other bytes stay.

    Raises UneditableError, BrokenFileError, AbsentError and UnwritableError.
    """
    file = read_po(path, data)
    for fault in faults_of(file):
        raise BrokenFileError(path, fault.place.line, fault.message)
    places = places_after(path, file.entries, edits)
    if all(place.before == place.after for place in places):
        return data
    charset = "utf-8" if file.source is None else file.source.charset
    text = data.decode(charset)
    mark = BOM if text.startswith(BOM) else ""
    changed = mark + Lines(file, text.removeprefix(BOM)).edited(places)
    made = _encoded(path, changed, charset)
    _compare(file, places, read_po(path, made))
    return made


def _encoded(path: str, text: str, charset: str) -> bytes:
    try:
        return text.encode(charset)
    except UnicodeEncodeError as failure:
        sign = text[failure.start]
        raise UnwritableError(
            f"`{path}` is in {charset}, which has no {sign!r}; save it as UTF-8 first"
        ) from failure


def _compare(file: PoFile, places: Iterable[Place], again: PoFile) -> None:
    """Raise UneditableError unless a catalogue says what was meant."""
    places = tuple(places)
    wanted = tuple(place.after for place in places if place.after is not None)
    same = _said(again) == _said(replace(file, entries=wanted))
    if same and len(again.findings) <= len(file.findings):
        return
    changed = (place.before for place in places if place.before != place.after)
    line = next((entry.place().line for entry in changed if entry is not None), 1)
    raise UneditableError(file.path, line)


def _said(file: PoFile) -> tuple[object, ...]:
    return file.header, file.header_entry, file.entries, file.closing
