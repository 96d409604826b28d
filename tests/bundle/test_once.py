"""What areas have alike is made once, and what one has different is its own."""

from compiler.bundle.assets import AssetCollector
from compiler.bundle.eyes import Eyes
from compiler.bundle.once import Once
from compiler.bundle.strings import resolved_strings
from compiler.bundle.texts import text_bundles
from compiler.bundle.view import AreaView, area_views
from compiler.load.loading import load
from compiler.settings import Settings
from tests.builders import po, project

LANGUAGES = "configurations/languages.yaml"
FILES = {
    LANGUAGES: "source: en\nactive: [en, es]\nenabled: [en, es]\n",
    "translations/portal/en.po": po("en", {"a": ("Hello", "")}),
    "translations/portal/es.po": po("es", {"a": ("Hello", "Hola")}),
    "texts/terms.yaml": "locales: {en: {title: Terms}, es: {title: Fin}}\n",
    "texts/fees.yaml": "locales: {en: {title: Fees}, es: {title: Tasas}}\n",
    **{
        f"areas/{name}/area.yaml": (
            f"name: {name}\ntype: website\nhosting: custom\nurl: https://{name}.example\n{more}"
        )
        for name, more in (("a", ""), ("b", ""), ("c", ""), ("d", "content: {texts: [fees]}\n"))
    },
    "areas/c/translations/portal/es.po": po("es", {"a": ("Hello", "Buenas")}),
    "areas/c/texts/terms.yaml": "locales: {en: {title: Rules}, es: {title: Reglas}}\n",
}


def views() -> dict[str, AreaView]:
    content = load(project(FILES)).content
    return {view.name: view for view in area_views(content, Settings(version=1))}


def test_strings_are_resolved_once_for_areas_that_have_them_alike() -> None:
    found = {name: resolved_strings(view, "portal", "es") for name, view in views().items()}
    assert found["a"] is found["b"] is found["d"]
    assert {name: one["a"].icu for name, one in found.items()} == {
        "a": "Hola",
        "b": "Hola",
        "c": "Buenas",
        "d": "Hola",
    }


def test_texts_are_those_that_an_area_shows_and_says() -> None:
    content = load(project(FILES)).content
    settings = Settings(version=1)
    assets = AssetCollector(content, settings, Eyes())
    found = {
        view.name: dict(text_bundles(view, "es", assets)) for view in area_views(content, settings)
    }
    titles = {
        name: {label: entry["title"] for group in groups.values() for label, entry in group.items()}
        for name, groups in found.items()
    }
    assert titles == {
        "a": {"fees": "Tasas", "terms": "Fin"},
        "b": {"fees": "Tasas", "terms": "Fin"},
        "c": {"fees": "Tasas", "terms": "Reglas"},
        "d": {"fees": "Tasas"},
    }
    assert all(found["a"][name] is found["b"][name] for name in found["a"])


def test_what_goes_takes_no_identity_with_it() -> None:
    """A value that nobody else holds stays, so that none that comes later is taken for it."""
    once = Once()
    lengths = [once.of("length", (one,), one.__len__) for one in map(list, map(range, range(1000)))]
    assert lengths == list(range(1000))


def test_what_is_made_of_one_value_is_told_apart_by_what_it_is() -> None:
    once, value = Once(), ["a"]
    assert once.of("upper", (value,), lambda: [one.upper() for one in value]) == ["A"]
    assert once.of("twice", (value,), lambda: value * 2) == ["a", "a"]
    made = once.of("upper", (value,), lambda: ["never"])
    assert made == ["A"]
    assert once.has_made(made)
    assert not once.has_made(["A"])
