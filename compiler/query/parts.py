"""The texts that an entry has in one language, each with its name and its place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from compiler.base.place import Place, Places
from compiler.base.spots import Route
from compiler.model.catalogue import Message
from compiler.model.localised import Localisation
from compiler.query.index import PAGE

NAME = "name"
_SOURCE_PARTS = ("msgid", "msgid_plural")
_SINGLE = ("msgid", "msgstr")


class Part(NamedTuple):
    """One text: ``title``, ``properties.button``, ``msgstr[1]``; ``where`` returns its place."""

    name: str
    text: str
    where: Callable[[], Place]


def message_parts(message: Message, *, is_source: bool) -> list[Part]:
    """Return the texts of a string that are not empty, named by the keywords of gettext."""
    texts = message.source_texts if is_source else message.texts
    names = _SOURCE_PARTS if is_source else _form_names(len(texts))
    place = message.locator.place
    return [
        Part(name, text, partial(place, name))
        for name, text in zip(names, texts, strict=False)
        if text
    ]


def first_part(message: Message, *, is_source: bool) -> str | None:
    """Return the name of the first text of a string that is not empty, None where all are."""
    texts = message.source_texts if is_source else message.texts
    if texts and texts[0]:
        return _SINGLE[0] if is_source else _SINGLE[1]
    return next((part.name for part in message_parts(message, is_source=is_source)), None)


def _form_names(number: int) -> list[str]:
    return [f"msgstr[{index}]" if index else "msgstr" for index in range(number)]


def is_only_text(parts: Sequence[Part]) -> bool:
    """Tell whether these are a string's one text, which needs no name."""
    return len(parts) == 1 and parts[0].name in _SINGLE


def parts_of(localisation: Localisation) -> list[Part]:
    """Return the texts of one language of an entity, none of them blank."""
    places = localisation.places
    values = {**localisation.own(), "descriptions": localisation.descriptions}
    return [
        Part(".".join(map(str, route)), text, partial(places.value, *route))
        for name, value in values.items()
        for route, text in _texts((name,), value)
    ]


def named_parts(name: str, places: Places) -> tuple[Part, ...]:
    """Return the name of an entity as a part of it."""
    return (Part(NAME, name, partial(places.value, NAME)),)


def page_parts(path: str, text: str) -> Iterator[Part]:
    """Yield the pages of a PDF that have words; ``text`` has a line for each page."""
    where = partial(Place, path)
    for number, page in enumerate(text.split("\n"), 1):
        if page:
            yield Part(f"{PAGE}{number}", page, where)


def _texts(route: Route, value: Any) -> Iterator[tuple[Route, str]]:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        if value.strip():
            yield route, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts((*route, key), item)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _texts((*route, index), item)
