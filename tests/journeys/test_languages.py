"""`languages` through the command line: CLDR's languages by any name and by tag."""

from pathlib import Path

import pytest

from tests.harness import Project


@pytest.fixture
def nowhere(tmp_path: Path) -> Project:
    return Project(tmp_path)  # it needs no project


def test_a_language_is_shown_with_its_names_plurals_script_and_direction(nowhere: Project) -> None:
    nowhere.run("languages", "arabic").exits(0)
    first = [cell for cell in nowhere.out.splitlines()[0].split("  ") if cell.strip()]
    assert [cell.strip() for cell in first] == [
        *("ar", "Arabic", "العربية", "zero one two few many other", "Arab", "rtl")
    ]


def tags(nowhere: Project, *words: str) -> list[str]:
    nowhere.run("languages", *words, "--format", "json").exits(0)
    return [one["tag"] for one in nowhere.data()]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["german"], "de"),
        (["Deutsch"], "de"),
        (["niemiecki"], "de"),
        (["немецкий"], "de"),
        (["中文"], "zh"),
        (["日本語"], "ja"),
        (["espanol"], "es"),
        (["ESPAÑOL", "DE", "MÉXICO"], "es-MX"),
        (["pt"], "pt"),
        (["pt_br"], "pt-BR"),
        (["de-LU"], "de-LU"),
        (["sr-Latn"], "sr-Latn"),
        (["العربية"], "ar"),
        (["norwegian", "bokmal"], "nb"),
    ],
)
def test_it_is_found_by_any_name_and_by_tag(nowhere: Project, words: list[str], first: str) -> None:
    assert tags(nowhere, *words)[0] == first


def test_a_tag_brings_its_regions_along_and_nothing_by_chance(nowhere: Project) -> None:
    assert tags(nowhere, "pt") == ["pt", "pt-BR", "pt-PT"]


def test_a_name_in_another_language_is_told(nowhere: Project) -> None:
    nowhere.run("languages", "niemiecki", "--format", "json").exits(0)
    assert nowhere.data()[0] == {
        "tag": "de",
        "english_name": "German",
        "own_name": "Deutsch",
        "plural_categories": ["one", "other"],
        "script": "Latn",
        "direction": "ltr",
        "found_as": {"name": "niemiecki", "locale": "pl"},
    }


def test_without_words_all_are_listed(nowhere: Project) -> None:
    listed = tags(nowhere)
    assert len(listed) > 500
    assert {"en", "de", "pt-BR", "zh-Hant"} <= set(listed)
    assert "und" not in listed


def test_nothing_found_is_no_failure(nowhere: Project) -> None:
    nowhere.run("languages", "zzzz").exits(0)
    assert (nowhere.out, nowhere.err) == ("", "Nothing found.\n")
    assert tags(nowhere, "und") == []


def test_what_cldr_does_not_know_is_left_open(nowhere: Project) -> None:
    nowhere.run("languages", "goh").exits(0)
    assert nowhere.out == "goh  Old High German  -  -  Latn  ltr\n"
    nowhere.run("languages", "goh", "--format", "json")
    (found,) = nowhere.data()
    assert (found["own_name"], found["plural_categories"]) == (None, [])
