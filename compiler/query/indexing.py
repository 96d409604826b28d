"""Makes the search index of a project; of catalogues that have not changed, the old one is used."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from compiler.model.catalogue import Catalogue, Message
from compiler.model.reference import Kind
from compiler.query.entries import Entry, State, all_entries
from compiler.query.folding import fold_all
from compiler.query.index import (
    INACTIVE,
    LABEL,
    LOCKED,
    NO_LOCALE,
    Index,
    Segment,
    new_numbers,
)
from compiler.query.index_file import Rows, Writing, encode
from compiler.query.parts import Part, message_parts
from compiler.query.state_of_files import hash_of_all
from compiler.rules.check import Scope

_STATES = [state.value for state in State]
_KINDS = [kind.value for kind in Kind]
_StringKey = tuple[str | None, str]
"""Area, then namespace and label."""


class Origin(NamedTuple):
    """What an index is made from: hashes of the tool and of each file by path."""

    tool: str
    files: Mapping[str, str]


def build_index(
    scope: Scope, origin: Origin, broken: int = 0, previous: Index | None = None
) -> bytes:
    """Return the index of a project as bytes; ``broken`` says how many files have errors.

    Of the ``previous`` index, if it is of the same tool, catalogues with the same hash are kept.
    """
    is_kin = previous is not None and previous.tool == origin.tool
    return _Build(scope, origin, previous if is_kin else None).encoded(broken)


class _Home(NamedTuple):
    """Where the label of an entry is: the number of the segment, and the one there."""

    segment: int
    number: int


class _Build:
    """One index being made."""

    def __init__(self, scope: Scope, origin: Origin, previous: Index | None) -> None:
        self._scope, self._origin = scope, origin
        self._kept = {} if previous is None else {one.key: one for one in previous.segments}
        self._entries = list(all_entries(scope))
        tongues = (version.locale for entry in self._entries for version in entry.versions)
        languages = scope.content.languages
        self._locales = list(dict.fromkeys((languages.source, *languages.active, *tongues)))
        self._number = {locale: number for number, locale in enumerate(self._locales)}
        self._strings: dict[_StringKey, int] = {
            (entry.area, entry.label): number
            for number, entry in enumerate(self._entries)
            if entry.kind is Kind.TRANSLATIONS
        }
        self._homes: dict[int, _Home] = {}
        self._segments: list[Writing] = []

    def encoded(self, broken: int) -> bytes:
        for area, layer in self._scope.layers.items():
            for catalogue in layer.catalogues.values():
                self._segments.append(self._catalogue(area, catalogue))
        self._segments.append(self._rest())
        names = {
            "tool": self._origin.tool,
            "key": hash_of_all(self._origin.files),
            "locales": self._locales,
            "kind_names": _KINDS,
            "area_names": [None, *self._scope.content.areas],
            "state_names": _STATES,
            "broken": broken,
        }
        return encode(names, self._rows(), self._segments)

    def _catalogue(self, area: str | None, catalogue: Catalogue) -> Writing:
        is_source = catalogue.locale == self._scope.content.languages.source
        role = "source" if is_source else "translation"
        key = f"{role}:{catalogue.path}:{self._origin.files.get(catalogue.path, '')}"
        owners, locales = array("I"), array("I")
        locale = self._number[catalogue.locale]
        for message in catalogue.messages.values():
            owner = self._strings[area, f"{catalogue.namespace}:{message.label}"]
            if is_source:
                self._homes[owner] = _Home(len(self._segments), len(owners))
                owners.append(owner)
                locales.append(NO_LOCALE)
            number = _texts_of(message, is_source=is_source)
            owners.extend([owner] * number)
            locales.extend([locale] * number)
        kept = self._kept.get(key)
        if kept is None or kept.size != len(owners):
            parts = _catalogue_parts(catalogue, is_source=is_source)
            written = _written(key, parts, owners)
        else:
            written = _kept(kept, owners)
        written.numbers["locales"].extend(locales)
        return written

    def _rest(self) -> Writing:
        """Put what stands in no catalogue into one segment, with labels that have no home yet."""
        owners, locales = array("I"), array("I")
        parts: list[Part] = []
        for number, entry in enumerate(self._entries):
            if number not in self._homes:
                self._homes[number] = _Home(len(self._segments), len(parts))
                parts.append(Part(LABEL, entry.label, entry.where))
                locales.append(NO_LOCALE)
            if entry.kind is not Kind.TRANSLATIONS:
                parts += entry.parts
                locales.extend([NO_LOCALE] * len(entry.parts))
                for version in entry.versions:
                    own = version.parts()
                    parts += own
                    locales.extend([self._number[version.locale]] * len(own))
            owners.extend([number] * (len(parts) - len(owners)))
        written = _written("", parts, owners)
        written.numbers["locales"].extend(locales)
        return written

    def _rows(self) -> Rows:
        areas = {name: number for number, name in enumerate((None, *self._scope.content.areas))}
        width = len(self._locales)
        states = bytearray(len(self._entries) * width)
        for number, entry in enumerate(self._entries):
            for version in entry.versions:
                column = self._number[version.locale]
                states[number * width + column] = 1 + _STATES.index(version.state)
        return Rows(
            kinds=bytes(_KINDS.index(entry.kind) for entry in self._entries),
            areas=array("I", (areas[entry.area] for entry in self._entries)),
            flags=bytes(map(_flags, self._entries)),
            homes=array("I", _flat(self._homes[number] for number in range(len(self._entries)))),
            states=bytes(states),
        )


def _flags(entry: Entry) -> int:
    return (LOCKED if entry.locked else 0) | (0 if entry.active else INACTIVE)


def _flat(homes: Iterable[_Home]) -> Iterator[int]:
    for home in homes:
        yield from home


def _texts_of(message: Message, *, is_source: bool) -> int:
    """Count what `_catalogue_parts` has of a message, beside its label."""
    return sum(map(bool, message.source_texts if is_source else message.texts))


def _catalogue_parts(catalogue: Catalogue, *, is_source: bool) -> Iterator[Part]:
    for message in catalogue.messages.values():
        if is_source:
            name = f"{catalogue.namespace}:{message.label}"
            yield Part(LABEL, name, partial(message.locator.place, "msgctxt"))
        yield from message_parts(message, is_source=is_source)


def _written(key: str, parts: Iterable[Part], owners: "array[int]") -> Writing:
    """Return a segment of new texts; its locales are still to be filled in."""
    numbers = new_numbers()
    numbers["owners"] = owners
    names: dict[str, int] = {}
    paths: dict[str, int] = {}
    texts: list[str] = []
    for name, text, where in parts:
        place = where()
        texts.append(text)
        numbers["parts"].append(names.setdefault(name, len(names)))
        numbers["paths"].append(paths.setdefault(place.path, len(paths)))
        numbers["lines"].append(place.line)
        numbers["columns"].append(place.column)
    written = _lines(texts, numbers["text_ends"])
    folded = _lines(fold_all(texts), numbers["folded_ends"])
    return Writing(key, list(names), list(paths), numbers, written, folded)


def _lines(texts: Sequence[str], ends: "array[int]") -> bytes:
    """Return texts as UTF-8, a line feed after each, and note where each of them ends."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    end = 0
    for one in encoded:
        end += len(one)
        ends.append(end)
        end += 1
    return b"".join(one + b"\n" for one in encoded)


def _kept(segment: Segment, owners: "array[int]") -> Writing:
    """Return a segment as it was, for entries that may have other numbers now."""
    numbers = {**segment.numbers, "owners": owners, "locales": array("I")}
    text_ends = segment.numbers["text_ends"]
    texts_end = segment.texts + (text_ends[-1] + 1 if text_ends else 0)
    return Writing(
        segment.key,
        segment.part_names,
        segment.path_names,
        numbers,
        segment.data[segment.texts : texts_end],
        segment.data[segment.folded : segment.folded_end],
    )
