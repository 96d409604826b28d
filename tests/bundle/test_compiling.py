"""Content in, bundles out: each kind, each side, as a client reads it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from compiler.bundle.artifacts import Side
from compiler.bundle.compiling import artifact_files
from tests.builders import po
from tests.bundle.compiled import FOUR, LANGUAGES, bundle, compiled
from tests.images.drawing import banner, saved

STRINGS = {
    LANGUAGES: FOUR,
    "translations/portal/en.po": po("en", {"a.hi": ("Hello", ""), "a.bye": ("Bye", "")}),
    "translations/portal/es.po": po("es", {"a.hi": ("Hello", "Hola"), "a.bye": ("Bye", "Adiós")}),
    "translations/portal/es-MX.po": po("es-MX", {"a.bye": ("Bye", "Ahí nos vemos")}),
}


def test_strings_fall_back_to_the_parent_and_then_to_the_source() -> None:
    artifacts = compiled(STRINGS)
    found = {
        locale: bundle(artifacts, f"translations/icu/{locale}/portal.json")
        for locale in ("en", "es", "es-MX", "pl")
    }
    assert found == {
        "en": {"a.hi": "Hello", "a.bye": "Bye"},
        "es": {"a.hi": "Hola", "a.bye": "Adiós"},
        "es-MX": {"a.hi": "Hola", "a.bye": "Ahí nos vemos"},
        "pl": {"a.hi": "Hello", "a.bye": "Bye"},
    }


def test_provenance_says_what_was_inherited_and_from_whom() -> None:
    artifacts = compiled(STRINGS)
    assert bundle(artifacts, "provenance/es-MX.json")["translations"] == {"portal:a.hi": "es"}
    assert bundle(artifacts, "provenance/pl.json")["translations"] == {
        "portal:a.hi": "en",
        "portal:a.bye": "en",
    }
    assert bundle(artifacts, "provenance/es.json")["translations"] == {}


def test_gettext_plurals_become_plurals_of_both_runtimes() -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Language: {0}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    polish = (
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"\n\n'
        'msgctxt "files"\nmsgid "{count} file"\nmsgid_plural "{count} files"\n'
        'msgstr[0] "{count} plik"\nmsgstr[1] "{count} pliki"\nmsgstr[2] "{count} plików"\n'
    )
    source = '\nmsgctxt "files"\nmsgid "{count} file"\nmsgid_plural "{count} files"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    artifacts = compiled(
        {
            LANGUAGES: "source: en\nactive: [en, pl]\nenabled: [en, pl]\n",
            "translations/portal/en.po": header.format("en") + source,
            "translations/portal/pl.po": header.format("pl") + polish,
        }
    )
    assert bundle(artifacts, "translations/icu/pl/portal.json")["files"] == (
        "{count, plural, one {{count} plik} few {{count} pliki} many {{count} plików} other {{count} plików}}"
    )
    assert bundle(artifacts, "translations/i18next/pl/portal.json") == {
        "files_one": "{{count}} plik",
        "files_few": "{{count}} pliki",
        "files_many": "{{count}} plików",
        "files_other": "{{count}} plików",
    }


TEXT = "properties: {icon: bank}\nlocales:\n  en: {title: Terms, description: 'The **terms**', properties: {link: /en}}\n  es: {title: Condiciones, description: 'Las **condiciones**', properties: {link: /es}}\n  es-MX: {title: Términos}\n"


def test_texts_are_grouped_by_prefix_and_fall_back_part_by_part() -> None:
    artifacts = compiled({LANGUAGES: FOUR, "texts/deposit/terms.yaml": TEXT})
    assert bundle(artifacts, "texts/es-MX/deposit.json") == {
        "deposit.terms": {
            "title": "Términos",
            "html": "<p>Las <strong>condiciones</strong></p>",
            "text": "Las condiciones",
            "properties": {"icon": "bank", "link": "/es"},
        }
    }
    assert bundle(artifacts, "provenance/es-MX.json")["texts"] == {
        "deposit.terms": {"description": "es", "properties": "es"}
    }


TEMPLATE = (
    "channel: email\nactive: {active}\nlayout: base\nvariables: {{type: object, properties: {{name: {{type: string}}}}}}\n"
    "samples: {{ana: {{name: Ana}}}}\nlocales:\n  en: {{title: 'Hi {{{{ name }}}}', description: '*Hi*'}}\n  es: {{title: Hola, description: '*Hola*'}}\n"
)


def test_templates_are_private_compiled_and_only_the_active_ones() -> None:
    artifacts = compiled(
        {
            "templates/_layouts/base.html.j2": "<html lang={{ locale }}>{{ body }}</html>",
            "templates/account/welcome.yaml": TEMPLATE.format(active="true"),
            "templates/account/old.yaml": TEMPLATE.format(active="false"),
        }
    )
    assert bundle(artifacts, "templates/en/account.json", side=Side.PRIVATE) == {
        "account.welcome": {
            "channel": "email",
            "subject": "Hi {{ name }}",
            "html": '<html lang="en"><head></head><body><p><em>Hi</em></p></body></html>',
            "text": "Hi",
            "variables": {"type": "object", "properties": {"name": {"type": "string"}}},
            "samples": {"ana": {"name": "Ana"}},
        }
    }
    assert not any(name.startswith("templates") for name in artifacts.areas["default"].public)


AREA = "name: {0}\ntype: web_shop\nhosting: integrated\nurl: https://{0}.example\nowner: acme\ncredentials: {{crm: 'env:CRM_KEY'}}\ncontent: {1}\n"
AREAS = {
    **STRINGS,
    "owners/acme.yaml": "name: Acme Ltd\ncontact: ops@acme.example\n",
    "areas/shop/area.yaml": AREA.format("shop", "{languages: [en, es], texts: [shop.*]}"),
    "areas/shop/translations/portal/es.po": po("es", {"a.hi": ("Hello", "Buenas")}),
    "areas/portal/area.yaml": AREA.format("portal", "{}"),
    "texts/shop/hours.yaml": TEXT,
    "texts/deposit/terms.yaml": TEXT,
    "configurations/general.yaml": "clients: {demo_account: true, accounts_max: 5}\n",
    "areas/shop/configurations/general.yaml": "clients: {accounts_max: null}\nsecurity: {session_minutes: 30}\n",
}


def test_an_area_gets_shared_content_with_its_own_laid_over_it() -> None:
    artifacts = compiled(AREAS)
    assert sorted(artifacts.areas) == ["portal", "shop"]
    hello = {
        area: bundle(artifacts, "translations/icu/es/portal.json", area)["a.hi"]
        for area in ("portal", "shop")
    }
    assert hello == {"portal": "Hola", "shop": "Buenas"}
    assert bundle(artifacts, "config.json", "shop")["clients"]["accounts_max"] is None
    assert bundle(artifacts, "config.json", "shop")["clients"]["demo_account"] is True
    assert bundle(artifacts, "config.json", "shop")["security"] == {
        "session_minutes": 30,
        "refresh_session_minutes": 60,
    }


def test_an_area_shows_what_it_selects() -> None:
    artifacts = compiled(AREAS)
    names = set(artifacts.areas["shop"].public)
    assert artifacts.areas["shop"].languages["enabled"] == ["en", "es"]
    assert "texts/es/shop.json" in names
    assert not {name for name in names if "deposit" in name or "/pl" in name}


def test_identical_results_are_one_object() -> None:
    artifacts = compiled(AREAS)
    shop, portal = artifacts.areas["shop"].public, artifacts.areas["portal"].public
    name = "translations/icu/en/portal.json"
    assert shop[name].sha256 == portal[name].sha256


def test_what_is_private_is_on_no_public_side() -> None:
    public = b"".join(
        data for path, data in artifact_files(compiled(AREAS)) if path.startswith("public/")
    )
    for secret in (b"env:CRM_KEY", b"ops@acme.example", b"Acme Ltd", b"web_shop"):
        assert secret not in public


def test_the_back_office_reads_owner_routing_and_credentials() -> None:
    artifacts = compiled({**AREAS, "configurations/support.yaml": "desk: main\n"})
    private = {
        name: bundle(artifacts, f"{name}.json", "shop", Side.PRIVATE)
        for name in ("owners", "routing", "credentials")
    }
    assert list(private["owners"]["owners"]["acme"]["areas"]) == ["portal", "shop"]
    assert private["routing"]["areas"]["shop"] == {"desk": "main", "tags": []}
    assert private["credentials"]["credentials"] == {"crm": "env:CRM_KEY"}


def test_documents_name_assets_by_hash() -> None:
    pdf = b"%PDF-1.4\n%%EOF\n"
    artifacts = compiled(
        {
            "documents/fees.yaml": "name: Fees\nactive: true\nfile: fees.pdf\ndescription: What it costs\n",
            "documents/fees.pdf": pdf,
            "documents/old.yaml": "name: Old\nactive: false\nlink: https://a.example\n",
        }
    )
    documents = bundle(artifacts, "documents/es.json")
    assert list(documents) == ["fees"]
    assert documents["fees"]["text"] == "What it costs"
    assert documents["fees"]["size"] == len(pdf)
    paths = {asset.path: asset.read() for asset in artifacts.assets}
    assert paths[documents["fees"]["file"]] == pdf


@given(st.permutations(sorted(AREAS)))
def test_the_order_of_files_changes_no_byte(order: list[str]) -> None:
    shuffled = compiled({name: AREAS[name] for name in order})
    assert dict(artifact_files(shuffled)) == dict(artifact_files(compiled(AREAS)))


LOCALES = ("en", "es", "es-MX", "pl")


@given(st.lists(st.sampled_from(LOCALES[1:]), unique=True))
def test_a_visitor_always_gets_the_nearest_words(translated: list[str]) -> None:
    files: dict[str, str | bytes] = {
        LANGUAGES: FOUR,
        "translations/portal/en.po": po("en", {"a": ("source", "")}),
    }
    for locale in translated:
        files[f"translations/portal/{locale}.po"] = po(locale, {"a": ("source", f"in {locale}")})
    artifacts = compiled(files)
    chains = {"en": ["en"], "es": ["es", "en"], "es-MX": ["es-MX", "es", "en"], "pl": ["pl", "en"]}
    for locale, chain in chains.items():
        nearest = next(one for one in chain if one in {"en", *translated})
        words = "source" if nearest == "en" else f"in {nearest}"
        assert bundle(artifacts, f"translations/icu/{locale}/portal.json") == {"a": words}


def test_bundles_are_compact_json_with_sorted_keys() -> None:
    data = compiled(STRINGS).areas["default"].public["config.json"].read()
    assert (
        data
        == json.dumps(
            json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        ).encode()
    )


LEVEL = (
    "type: personal\nfields: {phone: {required: true}}\nproperties: {limit: 10}\nlocales:\n"
    "  en: {title: Basic, fields: {phone: Phone}}\n  es: {title: Básico}\n"
)


def test_levels_and_statuses_stand_in_the_configuration_in_every_language() -> None:
    artifacts = compiled(
        {
            LANGUAGES: FOUR,
            "levels/basic.yaml": LEVEL,
            "statuses/open.yaml": "locales: {en: {title: Open, description: '*Now*'}, es: {title: Abierto}}\n",
        }
    )
    config = bundle(artifacts, "config.json")
    level = config["levels"]["basic"]
    assert level["fields"]["phone"]["names"] == dict.fromkeys(("en", "es", "es-MX", "pl"), "Phone")
    assert level["locales"]["es-MX"]["title"] == "Básico"
    assert level["locales"]["pl"]["properties"] == {"limit": 10}
    assert config["statuses"]["init"] == {"locales": {}}
    assert config["statuses"]["open"]["locales"]["en"]["html"] == "<p><em>Now</em></p>"
    assert bundle(artifacts, "config.json", side=Side.PRIVATE)["levels"] == config["levels"]


def test_each_language_is_named_in_itself_and_in_the_others() -> None:
    languages = bundle(compiled({LANGUAGES: FOUR}), "config.json")["languages"]
    assert languages["names"]["es-MX"] == "español de México"
    assert languages["names_in"]["pl"] == {
        "en": "angielski",
        "es": "hiszpański",
        "es-MX": "meksykański hiszpański",
        "pl": "polski",
    }
    assert languages["directions"]["es"] == "ltr"


def test_branding_publishes_the_logo_as_an_asset() -> None:
    branded = AREA.format("shop", "{}") + "branding: {colors: {primary: '#0a5'}, logo: logo.png}\n"
    artifacts = compiled(
        {
            "owners/acme.yaml": "name: Acme\n",
            "areas/shop/area.yaml": branded,
            "areas/shop/logo.png": saved(banner(8, 8), "PNG"),
        }
    )
    branding = bundle(artifacts, "config.json", "shop")["branding"]
    assert branding["colors"] == {"primary": "#0a5"}
    assert branding["logo"] == artifacts.assets[0].path
    assert artifacts.assets[0].path.endswith("/logo.png")
    assert dict(artifact_files(artifacts))[f"public/{branding['logo']}"] == saved(
        banner(8, 8), "PNG"
    )


def test_a_message_that_cannot_be_read_falls_back() -> None:
    files = {
        "translations/portal/en.po": po("en", {"a": ("Hi {name}", "")}),
        "translations/portal/es.po": po("es", {"a": ("Hi {name}", "Hola {name")}),
    }
    assert bundle(compiled(files), "translations/icu/es/portal.json") == {"a": "Hi {name}"}


def test_a_tag_with_attributes_is_quoted_for_runtimes_that_refuse_it() -> None:
    link = '<a href=\\"https://a.example\\">Terms</a> of {name}'
    files = {
        LANGUAGES: "source: en\nactive: [en]\nenabled: [en]\n",
        "translations/portal/en.po": po("en", {"a": (link, "")}),
    }
    text = bundle(compiled(files), "translations/icu/en/portal.json")["a"]
    assert text == """'<a href="https://a.example">'Terms'</a>' of {name}"""
    assert bundle(compiled(files), "translations/i18next/en/portal.json")["a"].endswith(
        "of {{name}}"
    )


def test_templates_without_a_body_and_texts_without_words_are_left_out() -> None:
    artifacts = compiled(
        {
            LANGUAGES: "source: en\nactive: [en, pl]\nenabled: [en, pl]\n",
            "templates/a/b.yaml": "channel: push\nactive: true\nlocales: {pl: {title: T, description: D}}\n",
            "texts/c/d.yaml": "locales: {pl: {title: T}}\n",
        }
    )
    assert "templates/en/a.json" not in artifacts.areas["default"].private
    assert "texts/en/c.json" not in artifacts.areas["default"].public
    push = bundle(artifacts, "templates/pl/a.json", side=Side.PRIVATE)["a.b"]
    assert (push["subject"], push["html"], push["text"]) == ("T", None, "D")


def test_a_document_for_some_languages_is_shown_in_those_and_in_the_source() -> None:
    document = (
        "name: Fees\nactive: true\nlink: https://a.example\nlocales: {es: {title: Tarifas}}\n"
    )
    artifacts = compiled({LANGUAGES: FOUR, "documents/fees.yaml": document})
    shown = {
        locale: [one["title"] for one in bundle(artifacts, f"documents/{locale}.json").values()]
        for locale in ("en", "es", "es-MX", "pl")
    }
    assert shown == {"en": ["Fees"], "es": ["Tarifas"], "es-MX": ["Tarifas"], "pl": []}
