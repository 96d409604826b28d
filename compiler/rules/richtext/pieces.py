"""Every text that an entity says in a language, and where each character of it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from compiler.base.finding import Finding, Note
from compiler.base.place import Place, Places
from compiler.base.rule import Rule
from compiler.base.spots import Route
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.ports.snapshot import UnreadableError
from compiler.read.text_places import TextPlaces
from compiler.rules.check import Scope

DESCRIPTION = "description"


class Files:
    """The files that findings lead into, each looked through once."""

    def __init__(self, scope: Scope) -> None:
        self._asset = scope.content.asset
        self._files: dict[str, TextPlaces | None] = {}

    def place(self, begin: Place, start: int, end: int, text: str, *, body: bool) -> Place:
        """Return where the characters from ``start`` to ``end`` of a text stand."""
        if begin.path not in self._files:
            self._files[begin.path] = self._read(begin.path)
        file = self._files[begin.path]
        if file is None:
            return begin
        return (file.body if body else file.scalar)(begin, start, end, text)

    def _read(self, path: str) -> TextPlaces | None:
        try:
            return TextPlaces.of(path, self._asset(path))
        except (KeyError, UnreadableError):
            return None


class Piece(NamedTuple):
    """One text of an entity in a language; ``locale`` is None for what holds for all of them.

    ``source`` is what the source language says in its place, None in that language itself.
    """

    files: Files
    entity: Entity[Any]
    locale: str | None
    places: Places
    route: Route
    text: str
    source: str | None = None

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return where its characters stand; both positions are code points."""
        begin = self.places.value(*self.route)
        body = self.route == (DESCRIPTION,) and begin.path.endswith(".md")
        last = len(self.text) if end is None else end
        return self.files.place(begin, start, last, self.text, body=body)

    def finding(
        self,
        rule: Rule,
        message: str,
        *,
        span: tuple[int, int] = (0, 0),
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> Finding:
        """Make a finding at some of its characters."""
        return rule.at(
            self.place(*span),
            message,
            hint=hint,
            entity=str(self.entity.reference),
            locale=self.locale,
            notes=notes,
        )


def files_of(scope: Scope) -> Files:
    """Return the files of the content."""
    return Files(scope)


def is_looked_at(scope: Scope, locale: str) -> bool:
    """Tell whether a language is one of those whose texts are checked now."""
    languages = scope.content.languages
    is_active = not languages.readable or locale in languages.active
    return is_active and (scope.locales_only is None or locale in scope.locales_only)


def localised(scope: Scope) -> Iterator[tuple[Entity[Any], str, Localisation, Localisation | None]]:
    """Yield what each entity says in each language, beside what its source language says."""
    source = scope.content.languages.source
    for area, layer in scope.layers.items():
        for kind in ENTITY_KINDS:
            for label, entity in getattr(layer, kind).items():
                beside = getattr(scope.effective[area], kind)[label].locales.get(source)
                for locale, text in entity.locales.items():
                    if is_looked_at(scope, locale):
                        yield entity, locale, text, None if locale == source else beside


def pieces(scope: Scope) -> tuple[Piece, ...]:
    """Return every text of every entity: titles, descriptions, properties, names of fields."""
    files = scope.once(files_of)
    found = []
    for entity, locale, text, beside in localised(scope):
        said = {} if beside is None else dict(_strings((), beside.own()))
        for route, words in _strings((), {**text.own(), "descriptions": text.descriptions}):
            source = None if beside is None else said.get(route, "")
            found.append(Piece(files, entity, locale, text.places, route, words, source))
    if scope.locales_only is None or scope.content.languages.source in scope.locales_only:
        found.extend(_of_all_languages(scope, files))
    return tuple(found)


def _of_all_languages(scope: Scope, files: Files) -> Iterator[Piece]:
    for entity in scope.entities():
        record = entity.record
        properties = getattr(record, "properties", None) or {}
        for route, words in _strings(("properties",), properties):
            yield Piece(files, entity, None, entity.places, route, words)
        name = getattr(record, "name", None)
        if isinstance(name, str):
            yield Piece(files, entity, None, entity.places, ("name",), name)


def _strings(route: Route, value: Any) -> Iterator[tuple[Route, str]]:  # noqa: ANN401
    """Yield every text of a JSON value with the way to it."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _strings((*route, name), item)
    elif isinstance(value, Sequence):
        for index, item in enumerate(value):
            yield from _strings((*route, index), item)
