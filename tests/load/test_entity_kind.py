"""Entities: their languages inside the file and beside it, and what areas say differently."""

from compiler.load.loading import load
from compiler.model.fingerprint import fingerprint
from compiler.model.overlay import effective_layer
from tests.builders import project, said

AREA = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
WELCOME = (
    "channel: email\nactive: true\n"
    "locales:\n  en: {title: Hello, description: Welcome.}\n  es: {title: Hola}\n"
)


def test_a_language_beside_the_file_says_what_one_inside_says() -> None:
    inside = load(
        project(
            {
                "texts/a/x.yaml": "locales:\n  en:\n    title: Terms\n"
                "    description: |-\n      One.\n\n      Two.\n    properties: {button: OK}\n"
                "    from: es@0123abcd\n    review: needed\n"
            }
        )
    ).content.shared.texts["a.x"]
    beside = load(
        project(
            {
                "texts/a/x.yaml": "# beside\n",
                "texts/a/x.en.md": "---\r\ntitle: Terms\r\nproperties: {button: OK}\r\n"
                "from: es@0123abcd\r\nreview: needed\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n",
            }
        )
    ).content.shared.texts["a.x"]
    for entity in (inside, beside):
        english = entity.locales["en"]
        assert english.title == "Terms"
        assert (english.stamp, english.review_needed) == ("es@0123abcd", True)
        assert english.properties == {"button": "OK"}
    assert fingerprint(inside.locales["en"].own()) == fingerprint(beside.locales["en"].own())
    assert beside.files == ("content/texts/a/x.yaml", "content/texts/a/x.en.md")


def test_places_of_a_language_address_the_file_it_is_written_in() -> None:
    content = load(
        project(
            {
                "texts/a/x.yaml": "locales:\n  en:\n    title: Terms\n",
                "texts/a/x.es.md": "---\ntitle: Términos\n---\nUno.\n",
            }
        )
    ).content
    english, spanish = content.shared.texts["a.x"].locales.values()
    title, body = english.places.value("title"), spanish.places.value("description")
    assert (title.path, title.line, title.column) == ("content/texts/a/x.yaml", 3, 12)
    assert (body.path, body.line, body.column) == ("content/texts/a/x.es.md", 4, 1)
    assert spanish.places.value("title").line == 2


def test_a_blank_text_is_one_still_to_be_written() -> None:
    loaded = load(
        project(
            {
                "texts/a/x.yaml": 'locales: {en: {title: "", description: " "}}\n',
                "texts/a/x.es.md": "---\ntitle: Hola\n---\n\n",
            }
        )
    )
    english, spanish = loaded.content.shared.texts["a.x"].locales.values()
    assert loaded.findings == ()
    assert english.own() == {}
    assert spanish.own() == {"title": "Hola"}


def test_a_language_in_two_places_is_refused() -> None:
    loaded = load(
        project({"texts/a/x.yaml": "locales: {es: {title: Uno}}\n", "texts/a/x.es.md": "Otro.\n"})
    )
    assert said(loaded.findings) == [
        (
            "content/texts/a/x.yaml:1:11 duplicate-localisation: `es` is written here and"
            " in `x.es.md`"
            " -> keep one of the two"
        )
    ]


def test_markdown_without_its_yaml() -> None:
    loaded = load(
        project(
            {
                "texts/a/terms.yaml": "",
                "texts/a/trems.es.md": "Hola.\n",
                "texts/a/terms.es_MX.md": "Hola.\n",
                "texts/a/terms.english.md": "Hello.\n",
                "texts/a/notes.md": "Note.\n",
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/texts/a/notes.md:1:1 stray-file: nobody reads this file -> a text is"
            " `<prefix>/<name>.yaml`, with `<name>.<locale>.md` beside it for long languages"
        ),
        (
            "content/texts/a/terms.english.md:1:1 misplaced-locale: `english` is no locale"
            " -> name the language as CLDR does, such as `es` or `es-MX`"
        ),
        (
            "content/texts/a/terms.es_MX.md:1:1 misplaced-locale: `es_MX` is not how this locale is"
            " written -> rename it to `terms.es-MX.md`"
        ),
        (
            "content/texts/a/trems.es.md:1:1 orphaned-sidecar: there is no `trems.yaml`"
            " beside it, so"
            " this text belongs to nothing -> did you mean `terms`? Otherwise make the file"
            " `content/texts/a/trems.yaml`; it may be empty but for a comment"
        ),
    ]


def test_a_bad_front_matter_leaves_the_entity_out() -> None:
    loaded = load(
        project({"texts/a/x.yaml": "", "texts/a/x.es.md": "---\ntitel: Hola\n---\nUno.\n"})
    )
    assert loaded.content.shared.texts == {}
    assert [(f.rule, f.place.line, f.entity, f.locale) for f in loaded.findings] == [
        ("unknown-key", 2, "texts/a.x", "es")
    ]


def test_a_language_that_is_not_enabled_is_left_out_alone() -> None:
    languages = "source: en\nactive: [en, es, pl]\nenabled: [en, es]\n"
    loaded = load(
        project(
            {
                "texts/a/x.yaml": "locales: {en: {title: Hello}, pl: {titel: Tak}}\n",
                "texts/a/y.yaml": "locales: {en: {title: Hello}, pl: Tak}\n",
                "texts/a/z.yaml": "locales: {en: {title: Hello}}\n",
                "texts/a/z.pl.md": "---\ntitel: Tak\n---\nTak.\n",
                "texts/b/x.yaml": "locales: {en: {title: Hello}, es: {titel: Hola}}\n",
            },
            languages=languages,
        )
    )
    assert [(f.entity, f.locale) for f in loaded.findings] == [
        ("texts/a.x", "pl"),
        ("texts/a.y", "pl"),
        ("texts/a.z", "pl"),
        ("texts/b.x", "es"),
    ]
    assert {label: list(one.locales) for label, one in loaded.content.shared.texts.items()} == {
        "a.x": ["en"],
        "a.y": ["en"],
        "a.z": ["en"],
    }


def test_an_area_says_its_own_languages_and_whether_it_is_active() -> None:
    loaded = load(
        project(
            {
                "templates/a/welcome.yaml": WELCOME,
                "areas/shop/area.yaml": AREA,
                "areas/shop/templates/a/welcome.yaml": "active: false\n"
                "locales: {es: {title: Buenas}}\n",
                "areas/shop/templates/a/only.yaml": "channel: sms\nactive: true\n",
            }
        )
    )
    assert loaded.findings == ()
    templates = effective_layer(loaded.content, "shop").templates
    welcome = templates["a.welcome"]
    assert (welcome.record.active, loaded.content.shared.templates["a.welcome"].record.active) == (
        False,
        True,
    )
    assert {locale: one.title for locale, one in welcome.locales.items()} == {
        "en": "Hello",
        "es": "Buenas",
    }
    assert templates["a.only"].area == "shop"
    assert "a.only" not in loaded.content.shared.templates


def test_an_area_cannot_change_what_an_entity_is() -> None:
    loaded = load(
        project(
            {
                "templates/a/welcome.yaml": WELCOME,
                "texts/a/x.yaml": "",
                "areas/shop/area.yaml": AREA,
                "areas/shop/templates/a/welcome.yaml": "channel: push\n",
                "areas/shop/texts/a/x.yaml": "locked: false\nactive: true\n",
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/areas/shop/templates/a/welcome.yaml:1:1 overlay-forbidden-key:"
            " `channel` is"
            " the"
            " same in all areas, and cannot be set for one -> an area may set `locales`"
            " and `active`;"
            " change `channel` in the shared file, or remove this line"
        ),
        (
            "content/areas/shop/texts/a/x.yaml:1:1 overlay-forbidden-key: `locked` is the"
            " same in all"
            " areas, and cannot be set for one -> an area may set `locales`; change `locked` in the"
            " shared file, or remove this line"
        ),
        (
            "content/areas/shop/texts/a/x.yaml:2:1 unknown-key: `active` is not a key of an area's"
            " difference to a text -> known: `locales`"
        ),
    ]


def test_a_difference_to_a_broken_entity_is_checked_and_not_taken_for_a_whole_one() -> None:
    loaded = load(
        project(
            {
                "levels/basic.yaml": "type: persnal\n",
                "areas/shop/area.yaml": AREA,
                "areas/shop/levels/basic.yaml": "locales: {es: {title: Básico}}\n",
            }
        )
    )
    assert [f.place.path for f in loaded.findings] == ["content/levels/basic.yaml"]
    assert effective_layer(loaded.content, "shop").levels == {}


def test_an_area_has_banners_by_language() -> None:
    loaded = load(
        project(
            {
                "banners/summer/banner.yaml": "locales: {en: {active: true}, es: {active: true}}\n",
                "banners/summer/en/wide.png": b"1",
                "banners/summer/es/wide.png": b"2",
                "areas/shop/area.yaml": AREA,
                "areas/shop/banners/summer/banner.yaml": "locales: {es: {active: true}}\n",
                "areas/shop/banners/summer/es/wide.webp": b"3",
            }
        )
    )
    assert loaded.findings == ()
    banner = effective_layer(loaded.content, "shop").banners["summer"]
    assert {locale: one.images["wide"] for locale, one in banner.locales.items()} == {
        "en": "content/banners/summer/en/wide.png",
        "es": "content/areas/shop/banners/summer/es/wide.webp",
    }
