"""The web addresses of content that a visitor may follow, with their places."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compiler.base.place import Place
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.model.localised import Localisation
from compiler.model.overlay import ENTITY_KINDS
from compiler.model.reference import Kind

_URL = re.compile(r"https?://[^\s\"'<>`\\^|\u3000-\u303f\uff00-\uffef«»“”]{1,2000}")
_OPENING = {")": "(", "]": "["}
_TAIL = ".,;:!?*_~،؛؟。"
_PUT_IN = re.compile(r"[{}]|\$t\(|%(?![0-9A-Fa-f]{2})")
"""What is put into an address while a program runs, so that it is none yet."""


class Link(NamedTuple):
    """An address where it stands; ``locale`` is None for what is in no language."""

    url: str
    place: Place
    entity: str
    locale: str | None = None


def links_of(content: Content) -> tuple[Link, ...]:
    """Return every address that content leads to, those aside that are complete only later."""
    return tuple(dict.fromkeys(one for one in _links(content) if not _PUT_IN.search(one.url)))


def urls_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where web addresses stand in a text or Markdown, without what only follows them."""
    at = 0
    while (match := _URL.search(text, at)) is not None:
        at = match.start() + _balanced(match[0])
        yield match.start(), match.start() + len(text[match.start() : at].rstrip(_TAIL))


def _balanced(url: str) -> int:
    """Return how far an address goes: up to a bracket that it has not opened."""
    for index, sign in enumerate(url):
        opening = _OPENING.get(sign)
        if opening and url.count(opening, 0, index) < url.count(sign, 0, index + 1):
            return index
    return len(url)


def _links(content: Content) -> Iterator[Link]:
    for name, area in content.areas.items():
        yield Link(area.record.record.url, area.record.places.value("url"), f"areas/{name}")
    for layer in content.layers():
        for kind in ENTITY_KINDS:
            for entity in getattr(layer, kind).values():
                yield from _of_entity(entity)
        for catalogue in layer.catalogues.values():
            of_source = catalogue.locale == content.languages.source
            for entry in catalogue.messages.values():
                name = f"{Kind.TRANSLATIONS}/{catalogue.namespace}:{entry.label}"
                locate = entry.places.source_part if of_source else entry.places.text
                for form, text in enumerate(entry.source_texts if of_source else entry.texts):
                    for start, end in urls_in(text):
                        place = locate(form, start, end)
                        yield Link(text[start:end], place, name, catalogue.locale)


def _of_entity(entity: Entity[Any]) -> Iterator[Link]:
    reference = str(entity.reference)
    link = getattr(entity.record, "link", None)
    if link is not None:
        yield Link(link, entity.places.value("link"), reference)
    shared = getattr(entity.record, "properties", None) or {}
    for route, url in _in_json(shared):
        yield Link(url, entity.places.value("properties", *route), reference)
    for locale, text in entity.locales.items():
        yield from _of_text(text, reference, locale)


def _of_text(text: Localisation, reference: str, locale: str) -> Iterator[Link]:
    for route, url in _in_json(text.properties or {}):
        yield Link(url, text.places.value("properties", *route), reference, locale)
    for name, said in (("title", text.title), ("description", text.description)):
        for start, end in urls_in(said or ""):
            place = _within(text.places.value(name), said or "", start, end)
            yield Link(html.unescape((said or "")[start:end]), place, reference, locale)


def _within(place: Place, text: str, start: int, end: int) -> Place:
    """Return the place of a part of a body; in YAML, which writes texts otherwise, of the whole."""
    if not place.path.endswith(".md"):
        return place
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Place(place.path, place.line + text.count("\n", 0, start), column, end - start)


def _in_json(value: Any, route: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str]]:  # noqa: ANN401
    """Yield the texts among properties that are an address as a whole."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _in_json(one, (*route, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _in_json(one, (*route, index))
    elif isinstance(value, str) and _URL.fullmatch(value):
        yield route, value
