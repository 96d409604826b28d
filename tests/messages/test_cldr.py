"""CLDR's answers: which locales exist, what they inherit from, how they count."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.messages import cldr


@pytest.mark.parametrize(
    "tag",
    ["es", "es-MX", "es-419", "zh-Hant", "zh-Hant-HK", "kab", "no", "pap-AW", "ca-ES-valencia"],
)
def test_a_locale_of_cldr_is_known(tag: str) -> None:
    assert cldr.is_known_locale(tag)


@pytest.mark.parametrize(
    "tag",
    ["de-Formal", "de-formal", "xx", "und", "iw", "es_MX", "es-mx", "en-ZZ", "zh-YUE", "", "C"],
)
def test_what_cldr_does_not_list_is_unknown(tag: str) -> None:
    assert not cldr.is_known_locale(tag)


@pytest.mark.parametrize(
    ("tag", "parent"),
    [
        ("es-MX", "es-419"),
        ("es-419", "es"),
        ("es", None),
        ("en-AU", "en-001"),
        ("pt-AO", "pt-PT"),
        ("nb", "no"),
        ("nn", "no"),
        ("zh-Hans", "zh"),
        ("zh-Hant", None),
        ("zh-TW", "zh-Hant"),
        ("sr-Latn", None),
        ("sr-ME", "sr-Latn"),
        ("ca-ES-valencia", "ca-ES"),
        ("hi-Latn", None),  # CLDR says en-IN: no reader of Hindi wants that as complete
        ("de-AT", "de"),
    ],
)
def test_parent(tag: str, parent: str | None) -> None:
    assert cldr.parent_locale(tag) == parent


@pytest.mark.parametrize(
    ("tag", "all_of_them", "demanded"),
    [
        ("en", "one other", "one other"),
        ("es", "one many other", "one other"),
        ("pl", "one few many other", "one few many other"),
        ("ar", "zero one two few many other", "zero one two few many other"),
        ("cs", "one few many other", "one few other"),
        ("ja", "other", "other"),
        ("br", "one two few many other", "one two few other"),
        ("tl", "one other", "one other"),
        ("xx", "other", "other"),
        ("de-Formal", "one other", "one other"),
    ],
)
def test_categories(tag: str, all_of_them: str, demanded: str) -> None:
    assert " ".join(cldr.plural_categories(tag)) == all_of_them
    assert " ".join(cldr.demanded_categories(tag)) == demanded


def test_english_ordinals() -> None:
    assert cldr.ordinal_categories("en") == ("one", "two", "few", "other")


@settings(deadline=None)  # the first question of a language reads its data
@given(
    st.integers(min_value=0, max_value=999_999),
    st.sampled_from(["ar", "br", "cs", "cy", "es", "fr", "ga", "he", "kw", "lt", "lv", "mt", "sl"]),
)
def test_every_integer_below_a_million_falls_in_a_demanded_category(number: int, tag: str) -> None:
    assert cldr.plural_category(tag, number) in cldr.demanded_categories(tag)


def test_a_fraction_has_a_category_of_its_own() -> None:
    assert [cldr.plural_category("pl", n) for n in (1, 2, 5, 1.5)] == [
        "one",
        "few",
        "many",
        "other",
    ]


@pytest.mark.parametrize(
    ("tag", "name", "direction"),
    [
        ("es", "español", "ltr"),
        ("es-MX", "español de México", "ltr"),
        ("ar", "العربية", "rtl"),
        ("az-Arab", "تۆرکجه", "rtl"),
        ("pt-AO", "português (Angola)", "ltr"),
        ("zh-Hant", "繁體中文", "ltr"),
        ("zh-TW", "中文 (台灣)", "ltr"),
        ("he", "עברית", "rtl"),
        ("pap", "Papiamentu", "ltr"),
        ("zu-ZW", "isiZulu (iZimbabwe)", "ltr"),
        ("sr-Latn", "srpski (latinica)", "ltr"),
        ("xx", "xx", "ltr"),
    ],
)
def test_own_name_and_direction(tag: str, name: str, direction: str) -> None:
    assert (cldr.display_name(tag), cldr.direction(tag)) == (name, direction)


@pytest.mark.parametrize(
    ("tag", "known"), [("en", True), ("tl", True), ("kok", False), ("xx", False)]
)
def test_whether_cldr_says_how_a_language_counts(tag: str, known: bool) -> None:
    assert cldr.has_plural_rules(tag) is known


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))["supplemental"]


def test_parents_and_plurals_agree_with_cldr_where_babel_is_as_new(shared_data: Path) -> None:
    folder = shared_data / "icu" / "cldr-core"
    parents = _read(folder / "parentLocales.json")["parentLocales"]["parentLocale"]
    other_parents = {tag for tag, up in parents.items() if (cldr.parent_locale(tag) or "und") != up}
    plurals = _read(folder / "plurals.json")["plurals-type-cardinal"]
    other_plurals = {
        tag
        for tag, rules in plurals.items()
        if {name.rpartition("-")[2] for name in rules} != set(cldr.plural_categories(tag))
    }
    assert other_parents <= {
        *("en-EE", "en-GE", "en-LT", "en-LV", "en-UA", "suz-Sunu"),  # newer than Babel
        *("hi-Latn", "ht"),  # another language
    }
    assert other_plurals <= {
        "cv",
        "ie",
        "kok",
        "kok-Latn",
        "sgs",
    }  # newer than Babel, or without data


def test_scripts_written_from_the_right_agree_with_cldr(shared_data: Path) -> None:
    scripts = json.loads(
        (shared_data / "icu" / "cldr-core" / "scriptMetadata.json").read_text("utf-8")
    )["scriptMetadata"]
    wrong = {
        s
        for s, data in scripts.items()
        if (data.get("rtl") == "YES") != (cldr.direction(f"az-{s}") == "rtl")
    }
    assert wrong == set()


@pytest.mark.parametrize(
    ("tag", "locale", "name"),
    [
        ("es", "pl", "hiszpański"),
        ("pl", "pl", "polski"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("de", "tlh", "German"),  # CLDR has no names in Klingon
        ("en", "xx", "English"),
    ],
)
def test_a_language_has_a_name_in_every_other(tag: str, locale: str, name: str) -> None:
    assert cldr.name_in(tag, locale) == name
