"""What came back from a translator, without what somebody has changed here meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.assignment import Known, LocaleFile
from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.unit import Refusal
from compiler.edit.interchange.xliff.units import translation_digest
from compiler.read.po_file import PoEntry, PoFile

_SOURCE = "its source text has changed since it was handed out; hand it out again"
_TRANSLATION = "its translation has changed here since it was handed out; compare the two"

Refused = tuple[str, Refusal]


def without_changed(
    files: Sequence[LocaleFile], known: Sequence[Known], catalogues: Mapping[str, PoFile]
) -> tuple[tuple[LocaleFile, ...], tuple[Refused, ...]]:
    """Return the files without what cannot come in any more, and that, with the reason.

    Nor do texts come in that came back as they went out, and that nobody has read.
    """
    sources = {".".join(one.origin.key): one for one in known}
    kept, refused = [], list[Refused]()
    for file in files:
        catalogue = catalogues.get(file.locale)
        entries = {
            one.msgctxt: one
            for one in (catalogue.entries if catalogue is not None else ())
            if not one.obsolete
        }
        left = list(_left(file, sources, entries, refused))
        kept.append(replace(file, messages=tuple(left)))
    return tuple(kept), tuple(refused)


def _left(
    file: LocaleFile,
    sources: Mapping[str, Known],
    entries: Mapping[str | None, PoEntry],
    refused: list[Refused],
) -> Iterator[Message]:
    for message in file.messages:
        unit = message.unit
        name = ".".join(unit.key or ())
        source = sources.get(name)
        if unit.handed is None or source is None:
            yield message
            continue
        entry = entries.get(source.label)
        if message.source == source.source[-1:] and len(source.source) > 1:
            # Of a language with one form the plural went out alone.
            message = replace(message, source=source.source)  # noqa: PLW2901 - the same, whole
        if source.source != message.source:
            refused.append((file.locale, Refusal(unit.place, name, _SOURCE)))
        elif translation_digest(entry) != unit.handed and not _is_there(message, entry):
            refused.append((file.locale, Refusal(unit.place, name, _TRANSLATION)))
        elif message.translated and not _is_unread(message, entry):
            yield message


def _is_there(message: Message, entry: PoEntry | None) -> bool:
    return entry is not None and entry.msgstr == message.texts


def _is_unread(message: Message, entry: PoEntry | None) -> bool:
    """Tell whether a text is the one that went out, and says so itself."""
    return _is_there(message, entry) and FUZZY in message.unit.flags
