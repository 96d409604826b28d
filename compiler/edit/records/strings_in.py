"""Strings brought into catalogues: new ones join, what is there and differs stays unless asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from compiler.base.locale_tag import canonical
from compiler.edit.catalogue.faults import faults_of
from compiler.edit.catalogue.header import PLURAL_FORMS, essential_fields
from compiler.edit.interchange.entries import merged_entries
from compiler.edit.interchange.forms import usable_header
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.row import Remark, Row, about
from compiler.edit.records.string_entries import lines_of, source_entry, translated_entry
from compiler.edit.records.string_rows import CatalogueName, StringSet
from compiler.messages.gettext_plurals import parse_plural_forms
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import NOTHING, KeptLines, write_po


@dataclass(slots=True)
class StringsIn:
    """What strings came to: catalogues by path, rows that came in by locale, and what did not."""

    files: dict[str, bytes] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)


def bring_strings(
    sets: Mapping[CatalogueName, StringSet],
    project: ProjectFiles,
    source_locale: str,
    *,
    overwrite: bool,
) -> StringsIn:
    """Work out the catalogues of all sets; those of areas go back to the shared source texts."""
    made = StringsIn()
    for name in sorted(sets, key=lambda one: (one.area is not None, one.area or "", one.namespace)):
        work = _Work(name, sets, project, source_locale, made)
        for locale in sorted(sets[name].locales, key=lambda tag: (tag != source_locale, tag)):
            work.bring(locale, overwrite=overwrite)
    return made


class _Work:
    """One namespace of one layer."""

    def __init__(
        self,
        name: CatalogueName,
        sets: Mapping[CatalogueName, StringSet],
        project: ProjectFiles,
        source_locale: str,
        made: StringsIn,
    ) -> None:
        self._name = name
        self._set = sets[name]
        self._project = project
        self._source_locale = source_locale
        self._made = made
        shared = CatalogueName(None, name.namespace)
        layers = [shared, name] if name.area is not None else [name]
        self._sources: dict[str, PoEntry] = {}
        for layer in layers:
            there = self._there(layer.path(source_locale))
            for entry in there.entries if there is not None else ():
                if entry.msgctxt and not entry.obsolete:
                    self._sources[entry.msgctxt] = entry
            for label, rows in (sets[layer].labels if layer in sets else {}).items():
                row = rows.get(source_locale)
                if row is not None and row.fields.get("text"):
                    self._sources[label] = source_entry(label, row)

    def bring(self, locale: str, *, overwrite: bool) -> None:
        """Bring in one locale."""
        path = self._name.path(locale)
        before = self._there(path)
        if before is not None and faults_of(before):
            row = next(row for rows in self._set.labels.values() for row in rows.values())
            message = f"`{path}` is there already and has errors; `check` says which"
            self._made.remarks.append(about(row, message))
            return
        file = before or self._new(path, locale)
        known = {one.msgctxt: one for one in file.entries if not one.obsolete}
        brought = []
        for entry, row in self._entries(locale, file):
            there = known.get(entry.msgctxt)
            if there is not None and _says_another(there, entry, source=self._is_source(locale)):
                if not overwrite:
                    message = f"`{row.label}` has another text in `{locale}` here; it stays"
                    self._tell(row, message, "`--overwrite` takes that of the row")
                    continue
                self._made.replaced.append(f"{row.label} in {locale}")
            self._made.counts[locale] = self._made.counts.get(locale, 0) + 1
            if there is None or not _same_words(there, entry):
                brought.append(entry)
        if before is None and not brought and locale not in self._set.headers:
            return
        entries = tuple(merged_entries(file.entries, brought))
        kept = NOTHING if before is None else KeptLines(before)
        self._made.files[path] = (
            self._project.read(path)
            if before is not None and not brought
            else write_po(replace(file, entries=entries), kept)
        )

    def _entries(self, locale: str, file: PoFile) -> Iterator[tuple[PoEntry, Row]]:
        count = parse_plural_forms(usable_header(locale, [file.plural_forms])).count
        for label, rows in self._set.labels.items():
            row = rows.get(locale)
            if row is None:
                continue
            source = self._sources.get(label)
            if self._is_source(locale):
                if row.fields.get("text"):
                    yield source_entry(label, row), row
                else:
                    self._tell(row, f"`{row.label}` has no `text` in the source language")
            elif source is None:
                message = f"the source language `{self._source_locale}` has no `{row.label}`"
                self._tell(row, message)
            else:
                entry = translated_entry(label, row, source)
                if entry.msgid_plural is not None and len(entry.msgstr) != count:
                    what = "`forms`" if "forms" in row.fields else "`forms` in place of `text`"
                    self._tell(row, f"`{row.label}` is a plural; `{locale}` wants {count} {what}")
                elif entry.msgid_plural is None and "forms" in row.fields:
                    self._tell(row, f"`{row.label}` is no plural in its source; write `text`")
                else:
                    yield entry, row

    def _new(self, path: str, locale: str) -> PoFile:
        row = self._set.headers.get(locale)
        given = row.fields.get("header", {}) if row is not None else {}
        plural_forms = usable_header(locale, [given.get(PLURAL_FORMS)])
        essential = essential_fields(locale, plural_forms)
        if canonical(given.get("Language", "").replace("_", "-")) == locale:
            del essential["Language"]  # it is said already, in one way or another
        header = {**given, **essential}
        comment = row.fields.get("comment", "") if row is not None else ""
        return PoFile(path, header, header_entry=PoEntry("", comments=lines_of(comment)))

    def _there(self, path: str) -> PoFile | None:
        return read_po(path, self._project.read(path)) if path in self._project.paths else None

    def _is_source(self, locale: str) -> bool:
        return locale == self._source_locale

    def _tell(self, row: Row, message: str, hint: str | None = None) -> None:
        self._made.remarks.append(about(row, message, hint))


def _says_another(there: PoEntry, entry: PoEntry, *, source: bool) -> bool:
    """Tell whether an entry has a text, and another one than a row has."""
    if source:
        return (there.msgid, there.msgid_plural) != (entry.msgid, entry.msgid_plural)
    return any(there.msgstr) and any(entry.msgstr) and there.msgstr != entry.msgstr


def _same_words(there: PoEntry, entry: PoEntry) -> bool:
    """Tell whether a row has nothing to add to an entry."""
    mine = (there.msgid, there.msgid_plural, there.msgstr)
    return mine == (entry.msgid, entry.msgid_plural, entry.msgstr) or not any(entry.msgstr)
