"""Catalogues as rows of strings: labels in the order of the source, their languages together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compiler.edit.interchange.entries import new_header
from compiler.edit.records.kinds import CATALOGUE, STRING
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.row import Row
from compiler.messages.gettext_plurals import plural_forms_header
from compiler.model.catalogue import Catalogue
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile

Entries = Mapping[str, PoEntry]


@dataclass(frozen=True, slots=True)
class StringLayer:
    """The catalogues of one layer, and the languages in which rows are to come: source first."""

    catalogues: Sequence[Catalogue]
    area: str | None
    source_locale: str
    order: Mapping[str, int]


def string_rows(
    layer: StringLayer, project: ProjectFiles, path: str, shared: Sequence[Catalogue] = ()
) -> Iterator[Row]:
    """Yield the rows of one layer; an area's goes back to the ``shared`` source texts."""
    for namespace in dict.fromkeys(one.namespace for one in layer.catalogues):
        own = [one for one in layer.catalogues if one.namespace == namespace]
        own.sort(key=lambda one: (layer.order.get(one.locale, len(layer.order)), one.locale))
        files = {one.locale: read_po(one.path, project.read(one.path)) for one in own}
        sources = [
            read_po(one.path, project.read(one.path))
            for one in shared
            if (one.namespace, one.locale) == (namespace, layer.source_locale)
        ]
        for locale, file in files.items():
            fields = _header(file, locale)
            if fields:
                yield Row(path, 0, CATALOGUE, namespace, locale, layer.area, fields)
        yield from _strings(layer, namespace, files, sources, path)


def _strings(
    layer: StringLayer,
    namespace: str,
    files: Mapping[str, PoFile],
    shared_sources: Sequence[PoFile],
    path: str,
) -> Iterator[Row]:
    entries = {locale: _by_label(file) for locale, file in files.items()}
    sources: dict[str, PoEntry] = {}
    for one in shared_sources:
        sources |= _by_label(one)
    sources |= entries.get(layer.source_locale, {})
    for label in dict.fromkeys(label for one in entries.values() for label in one):
        for locale, known in entries.items():
            if label in known:
                is_source = locale == layer.source_locale
                fields = (
                    _source_fields(known[label])
                    if is_source
                    else _fields(known[label], sources.get(label))
                )
                yield Row(path, 0, STRING, f"{namespace}:{label}", locale, layer.area, fields)


def _by_label(file: PoFile) -> dict[str, PoEntry]:
    found: dict[str, PoEntry] = {}
    for entry in file.entries:
        if entry.msgctxt and not entry.obsolete:
            found.setdefault(entry.msgctxt, entry)
    return found


def _source_fields(entry: PoEntry) -> dict[str, object]:
    plural = {} if entry.msgid_plural is None else {"plural": entry.msgid_plural}
    return {"text": entry.msgid, **plural, **_remarks(entry)}


def _fields(entry: PoEntry, source: PoEntry | None) -> dict[str, object]:
    words: dict[str, object] = (
        {"text": "".join(entry.msgstr)}
        if entry.msgid_plural is None
        else {"forms": list(entry.msgstr)}
    )
    mine = (entry.msgid, entry.msgid_plural)
    if source is None or mine != (source.msgid, source.msgid_plural):
        words["source"] = entry.msgid
        if entry.msgid_plural is not None:
            words["source_plural"] = entry.msgid_plural
    if entry.previous_msgid is not None:
        words["previous"] = entry.previous_msgid
    if entry.previous_msgid_plural is not None:
        words["previous_plural"] = entry.previous_msgid_plural
    return words | _remarks(entry)


def _remarks(entry: PoEntry) -> dict[str, object]:
    said: dict[str, object] = {
        "comment": _text(entry.extracted),
        "note": _text(entry.comments),
        "references": list(entry.references),
        "flags": list(entry.flags),
    }
    return {key: value for key, value in said.items() if value}


def _header(file: PoFile, locale: str) -> dict[str, object]:
    """Return what a catalogue says of itself beyond what every new one does."""
    usual = new_header(locale, {}, plural_forms_header(locale), None)
    said: dict[str, object] = {} if dict(file.header) == usual else {"header": dict(file.header)}
    comment = _text(file.header_entry.comments) if file.header_entry is not None else ""
    return said | ({"comment": comment} if comment else {})


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines)
