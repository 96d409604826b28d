"""Languages: where each looks for what it lacks, and what is done where nobody knows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.load.languages import chain
from compiler.load.loading import load
from compiler.model.languages import Chain, LanguagesRecord
from tests.builders import po, project, said


def chains(text: str) -> dict[str, Chain]:
    loaded = load(project(languages=text))
    assert loaded.findings == ()
    return dict(loaded.content.languages.chains)


@pytest.mark.parametrize(
    ("text", "locale", "parents", "others"),
    [
        ("source: en\nactive: [en, es]\n", "en", (), ()),
        ("source: en\nactive: [en, es]\n", "es", (), ("en",)),
        ("source: en\nactive: [en, es, es-MX]\n", "es-MX", ("es",), ("en",)),
        ("source: en\nactive: [en, es, es-419, es-MX]\n", "es-MX", ("es-419", "es"), ("en",)),
        ("source: en\nactive: [en, en-GB]\n", "en-GB", ("en",), ()),
        ("source: en-GB\nactive: [en-GB, en, de]\n", "de", (), ("en-GB",)),
        (
            "source: en\nactive: [en, es, es-419, es-MX]\nfallbacks: {es-MX: es}\n",
            "es-MX",
            ("es",),
            ("en",),
        ),
        (
            "source: en\nactive: [en, ru, uk]\nfallbacks: {uk: ru}\n",
            "uk",
            (),
            ("ru", "en"),
        ),
        (
            "source: en\nactive: [en, es, es-MX, pt]\nfallbacks: {es-MX: pt, pt: es}\n",
            "es-MX",
            (),
            ("pt", "es", "en"),
        ),
        ("source: en\nactive: [en, zh, zh-TW]\n", "zh-TW", (), ("en",)),
    ],
)
def test_a_chain(text: str, locale: str, parents: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert chains(text)[locale] == Chain(parents, others)


TAGS = ["en", "es", "es-419", "es-MX", "pt", "pt-BR", "pt-PT", "ru", "uk", "zh-Hant", "zh-TW"]


@given(
    source=st.sampled_from(TAGS),
    active=st.lists(st.sampled_from(TAGS), unique=True),
    fallbacks=st.dictionaries(st.sampled_from(TAGS), st.sampled_from(TAGS)),
    locale=st.sampled_from(TAGS),
)
def test_every_chain_ends_and_knows_the_source(
    source: str, active: list[str], fallbacks: dict[str, str], locale: str
) -> None:
    record = LanguagesRecord(source=source, active=active, fallbacks=fallbacks)
    found = chain(locale, record, active).all
    assert len(set(found)) == len(found)
    assert locale not in found
    assert set(found) <= {source, *active}
    assert (source in found) == (locale != source)


def test_a_circle_of_fallbacks_is_told_once() -> None:
    loaded = load(
        project(
            languages="source: en\nactive: [en, ru, uk, be]\n"
            "fallbacks:\n  ru: uk\n  uk: be\n  be: ru\n"
        )
    )
    assert said(loaded.findings) == [
        (
            "content/configurations/languages.yaml:4:7 fallback-cycle: these languages fall back to"
            " each other: `ru` → `uk` → `be` → `ru` -> remove one of these fallbacks"
        )
    ]
    assert loaded.content.languages.chain("ru").all == ("uk", "be", "en")


def test_a_parent_that_falls_back_to_its_child_is_a_circle() -> None:
    loaded = load(
        project(languages="source: en\nactive: [en, es, es-MX]\nfallbacks: {es: es-MX}\n")
    )
    assert [f.rule for f in loaded.findings] == ["fallback-cycle"]


def test_without_the_file_languages_are_guessed_and_nothing_else_is_said() -> None:
    loaded = load(
        project(
            {"translations/portal/en.po": po("en"), "translations/portal/es.po": po("es")},
            languages=None,
        )
    )
    languages = loaded.content.languages
    assert said(loaded.findings) == [
        (
            "content/configurations/languages.yaml:1:1 missing-languages: there is no"
            " `languages.yaml`, so no translation can be judged -> make it, with a line such as"
            " `source: en`"
        )
    ]
    assert (languages.readable, languages.source, languages.active) == (False, "en", ("en", "es"))


@pytest.mark.parametrize("text", ["source: [\n", "active: [en]\n", "source: EN\n"])
def test_a_file_that_cannot_be_used_is_one_finding(text: str) -> None:
    loaded = load(project({"texts/a/x.yaml": "", "texts/a/x.pl.md": "Tak.\n"}, languages=text))
    assert len(loaded.findings) == 1
    assert not loaded.content.languages.readable
    assert list(loaded.content.shared.texts["a.x"].locales) == ["pl"]


def test_a_locale_that_cldr_does_not_list_counts_where_it_is_active() -> None:
    files: dict[str, str | bytes] = {"translations/portal/kab-x.po": po("kab")}
    assert [f.rule for f in load(project(files)).findings] == ["misplaced-locale"]
    files = {"translations/portal/qaa.po": po("qaa")}
    listed = load(project(files, languages="source: en\nactive: [en, qaa]\n"))
    assert listed.findings == ()
    assert list(listed.content.shared.catalogues) == [("portal", "qaa")]
