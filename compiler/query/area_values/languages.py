"""The languages of an area: which ones, what each is called, where each looks for what it lacks."""

from collections.abc import Iterator

from compiler.bundle.view import AreaView
from compiler.messages.cldr import direction, display_name, name_in
from compiler.query.area_values.value import AreaValue, Beneath, Origin


def language_values(view: AreaView) -> Iterator[AreaValue]:
    """Yield the source, the languages that visitors may choose, and the properties of those."""
    languages = view.languages
    source = languages.places.value("source")
    yield AreaValue(("languages", "source"), languages.source, Origin.SHARED, source)
    yield _enabled(view)
    for locale in view.locales:
        key = ("languages", locale)
        names = {other: name_in(locale, other) for other in view.locales if other != locale}
        yield AreaValue((*key, "name"), display_name(locale), Origin.CLDR)
        yield AreaValue((*key, "names"), names, Origin.CLDR)
        yield AreaValue((*key, "direction"), direction(locale), Origin.CLDR)
        yield _fallbacks(view, locale)


def _enabled(view: AreaView) -> AreaValue:
    key, locales = ("languages", "enabled"), list(view.locales)
    places = view.languages.places
    shared = places.value("enabled")
    if view.area is None or view.area.record.record.content.languages is None:
        return AreaValue(key, locales, Origin.SHARED, shared)
    place = view.area.record.places.value("content", "languages")
    beneath = Beneath(list(view.languages.enabled), shared)
    return AreaValue(key, locales, Origin.AREA, place, beneath=beneath)


def _fallbacks(view: AreaView, locale: str) -> AreaValue:
    key, places = ("languages", locale, "fallbacks"), view.languages.places
    chain = list(view.languages.chain(locale).all)
    if places.has("fallbacks", locale):
        return AreaValue(key, chain, Origin.SHARED, places.value("fallbacks", locale))
    return AreaValue(key, chain, Origin.CLDR)
