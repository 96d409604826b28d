"""The catalogues of a namespace that strings are added to: what each has, and how it is begun."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compiler.base.failure import UsageError
from compiler.edit.catalogue.faults import faults_of
from compiler.edit.records.string_rows import CatalogueName
from compiler.edit.sync.catalogue import new_translation
from compiler.edit.sync.header import form_count, new_header
from compiler.edit.verbs.editor import Editor
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import NOTHING, write_po


@dataclass(frozen=True, slots=True)
class OpenCatalogue:
    """One catalogue as it is before strings are added: its live entries by label.

    ``forms`` is how many a plural has, ``regional`` whether it holds only what differs.
    """

    path: str
    locale: str
    area: str | None
    entries: Mapping[str, PoEntry]
    header: Mapping[str, str]
    forms: int
    regional: bool


class Namespace:
    """The catalogues of one namespace in the layer that is edited, by locale.

    Raises UsageError where one of them has errors.
    """

    def __init__(self, editor: Editor, name: str) -> None:
        self._editor = editor
        self.name = CatalogueName(editor.area, name)
        self.source = self._there(self.name, editor.source)
        above = None
        if editor.area is not None:
            above = self._there(CatalogueName(None, name), editor.source)
        self.inherited: Mapping[str, PoEntry] = {} if above is None else above.entries
        """What the source says in all areas, where it is an area that is edited."""
        self.translations: dict[str, OpenCatalogue] = {}
        for locale in editor.active:
            there = None
            if locale != editor.source:
                there = self._there(self.name, locale)
            if there is not None:
                self.translations[locale] = there

    @property
    def registry(self) -> Mapping[str, PoEntry]:
        """What the source says, by label."""
        own = {} if self.source is None else self.source.entries
        return {**self.inherited, **own}

    def begin_source(self) -> OpenCatalogue:
        """Return the source's catalogue, begun where there is none."""
        if self.source is None:
            self.source = self._begin(self.name.path(self._editor.source), self._editor.source)
        return self.source

    def begin_translations(self, registry: Mapping[str, PoEntry]) -> None:
        """Begin a catalogue in every active language, as `sync` does, for what all areas share."""
        header = {} if self.source is None else self.source.header
        for locale in self._editor.active:
            if locale in self.translations or locale == self._editor.source:
                continue
            if self.name.area is None and not self._is_regional(locale):
                path = self.name.path(locale)
                made = new_translation(path, locale, registry, header)
                self._editor.draft.put(path, made.data)
                self.translations[locale] = self._opened(made.file, locale, self.name.area)

    def begin_translation(self, locale: str) -> OpenCatalogue:
        """Return the catalogue of a language, begun where there is none."""
        if locale not in self.translations:
            self.translations[locale] = self._begin(self.name.path(locale), locale)
        return self.translations[locale]

    def in_areas(self) -> Iterator[OpenCatalogue]:
        """Yield what areas have different in translations, where it is not an area that is edited.

        Their labels are those of which the area's own source says nothing.
        """
        if self.name.area is not None:
            return
        for area in self._editor.scope.content.areas:
            name = CatalogueName(area, self.name.namespace)
            source = self._there(name, self._editor.source)
            for locale in self._editor.active:
                there = self._there(name, locale) if locale != self._editor.source else None
                if there is not None:
                    own = set() if source is None else source.entries.keys()
                    kept = {k: one for k, one in there.entries.items() if k not in own}
                    yield OpenCatalogue(
                        there.path, locale, area, kept, there.header, there.forms, regional=True
                    )

    def _there(self, name: CatalogueName, locale: str) -> OpenCatalogue | None:
        path = name.path(locale)
        data = self._editor.draft.data(path)
        if data is None:
            return None
        file = read_po(path, data)
        if faults_of(file):
            raise UsageError(f"`{path}` has errors; `clientarea check` says which")
        return self._opened(file, locale, name.area)

    def _begin(self, path: str, locale: str) -> OpenCatalogue:
        header = {} if self.source is None else self.source.header
        file = PoFile(path, new_header(locale, header))
        self._editor.draft.put(path, write_po(file, NOTHING))
        return self._opened(file, locale, self.name.area)

    def _opened(self, file: PoFile, locale: str, area: str | None) -> OpenCatalogue:
        entries = {one.msgctxt: one for one in file.entries if one.msgctxt and not one.obsolete}
        regional = self._is_regional(locale)
        forms = form_count(file, locale)
        return OpenCatalogue(file.path, locale, area, entries, file.header, forms, regional)

    def _is_regional(self, locale: str) -> bool:
        return bool(self._editor.scope.content.languages.chain(locale).parents)
