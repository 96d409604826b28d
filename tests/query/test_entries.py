"""The entries of a project and how they stand, where that is not what a rule says of them."""

from compiler.base.gate import Gate
from compiler.load.loading import load
from compiler.query.entries import Entry, all_entries
from compiler.rules.check import Scope
from compiler.settings import Settings
from tests.builders import po, project


def entries(files: dict[str, str | bytes], languages: str) -> list[Entry]:
    content = load(project(files, languages=languages)).content
    return list(all_entries(Scope(content, Settings(version=1), Gate.DRAFT)))


def states(entry: Entry) -> dict[str, str]:
    return {version.locale: version.state.value for version in entry.versions}


LANGUAGES = "source: en\nactive: [en, es, es-MX]\nenabled: [en]\n"


def test_a_language_that_is_not_active_has_what_is_written_and_nothing_is_asked_of_it() -> None:
    source = {"a": ("One", ""), "b": ("Two", "")}
    one, two = entries(
        {
            "translations/app/en.po": po("en", source),
            "translations/app/de.po": po("de", {"a": ("One", "Eins"), "b": ("Two", "")}),
        },
        LANGUAGES,
    )
    assert states(one) == {"en": "source", "es": "missing", "es-MX": "missing", "de": "inactive"}
    assert states(two) == {"en": "source", "es": "missing", "es-MX": "missing"}


def test_a_regional_language_inherits_what_its_parent_has() -> None:
    (status,) = entries(
        {"statuses/new.yaml": "locales:\n  en: {title: New}\n  es: {title: Nuevo}\n"}, LANGUAGES
    )
    assert states(status) == {"en": "source", "es": "current", "es-MX": "inherited"}


def test_what_nobody_asks_for_is_missing_nowhere() -> None:
    template, banner = entries(
        {
            "templates/hello.yaml": "channel: push\nlocales:\n  en: {title: Hello, description: Hi}\n",
            "banners/sale/banner.yaml": "locales:\n  en: {active: false, description: Sale}\n",
        },
        LANGUAGES,
    )
    assert (states(template), template.active) == ({"en": "source"}, False)
    assert states(banner) == {"en": "inactive"}


def test_an_area_without_the_source_language_still_has_a_source() -> None:
    area = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.example\n"
    found = entries(
        {
            "areas/shop/area.yaml": area + "content: {languages: [es]}\n",
            "areas/shop/statuses/new.yaml": "locales:\n  en: {title: New}\n",
            "areas/shop/translations/app/en.po": po("en", {"a": ("One", "")}),
        },
        LANGUAGES,
    )
    assert [(one.reference, one.area, states(one)) for one in found] == [
        ("areas/shop", None, {}),
        ("translations/app:a", "shop", {"en": "source", "es": "missing"}),
        ("statuses/new", "shop", {"es": "missing", "en": "source"}),
    ]


def test_a_translation_whose_source_is_gone_is_orphaned() -> None:
    string, status = entries(
        {
            "translations/app/en.po": po("en"),
            "translations/app/es.po": po("es", {"gone": ("Gone", "Ido")}),
            "statuses/new.yaml": "locales:\n  es: {title: Nuevo}\n",
        },
        LANGUAGES,
    )
    assert states(string) == {"es": "orphaned"}
    assert states(status) == {"es": "orphaned"}
