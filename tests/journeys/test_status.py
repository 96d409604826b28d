"""`status` through the command line: how complete each language is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harness import LANGUAGES, Project
from tests.query.library import AR, library


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("COLUMNS", "100")
    return library(tmp_path)


def test_kinds_are_columns_and_languages_rows_in_the_order_of_languages_yaml(
    project: Project,
) -> None:
    project.run("status").exits(0)
    assert project.out == (
        """\
       all  translations  texts  statuses
en       8             4      3         1  entries in the source
pl     75%           80%    50%      100%  2 missing, 1 stale, 2 unreviewed
ar     14%           25%     0%        0%  6 missing, not enabled
es     71%          100%    50%        0%  2 missing, not enabled
es-MX  71%          100%    50%        0%  2 missing, not enabled
"""
    )
    assert project.err == ""


def test_namespaces_may_be_the_columns(project: Project) -> None:
    project.files(
        {
            "content/translations/shop/en.po": 'msgid ""\nmsgstr "Language: en\\n"\n\n'
            'msgctxt "buy"\nmsgid "Buy"\nmsgstr ""\n'
        }
    )
    project.run("status", "--by", "namespace", "--locale", "pl,ar").exits(0)
    assert project.out == (
        """\
    all  portal  shop
en    5       4     1  entries in the source
pl  66%     80%    0%  2 missing, 1 stale, 1 unreviewed
ar  20%     25%    0%  4 missing, not enabled
"""
    )


def test_what_does_not_fit_becomes_a_list(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    project.run("status").exits(0)
    assert project.out == (
        """\
en     8 entries in the source
pl      75%  2 missing, 1 stale, 2 unreviewed
        80%  translations: 1 missing, 1 stale, 1 unreviewed
        50%  texts: 1 missing, 1 unreviewed
ar      14%  6 missing, not enabled
        25%  translations: 3 missing
         0%  texts: 2 missing
         0%  statuses: 1 missing
es      71%  2 missing, not enabled
        50%  texts: 1 missing
         0%  statuses: 1 missing
es-MX   71%  2 missing, not enabled
        50%  texts: 1 missing
         0%  statuses: 1 missing
"""
    )


def test_json_counts_what_check_counts(project: Project) -> None:
    project.run("status", "--format", "json").exits(0)
    data = project.data()
    assert data["source"] == {
        "locale": "en",
        "total": 8,
        "kinds": {"translations": 4, "texts": 3, "statuses": 1},
        "namespaces": {"portal": 4},
    }
    assert [row["locale"] for row in data["languages"]] == ["pl", "ar", "es", "es-MX"]
    polish, arabic = data["languages"][:2]
    assert polish["kinds"]["translations"] == {
        "total": 5,  # one of them in the area
        "missing": 1,
        "stale": 1,
        "unreviewed": 1,
        "current": 2,
        "translated_percent": 80,
        "current_percent": 40,
    }
    assert (polish["enabled"], arabic["enabled"]) == (True, False)
    project.run("check", "--format", "json")
    rules = [one["rule"] for one in project.data()["findings"] if one["locale"] == "pl"]
    assert rules.count("missing-translation") == polish["missing"] == 2
    assert rules.count("stale") == polish["stale"] == 1
    assert rules.count("fuzzy") + rules.count("unreviewed") == polish["unreviewed"] == 2
    (remark,) = [one for one in project.data()["findings"] if one["locale"] == "ar"]
    missing = f"of {arabic['total']} entries, `ar` has {arabic['missing']} missing"
    assert remark["message"] == missing


def test_what_an_area_writes_otherwise_counts_here_and_in_check(project: Project) -> None:
    overlay = "content/areas/shop/translations/portal/ar.po"
    text = 'msgctxt "login.signIn"\nmsgid "Sign in"\nmsgstr ""\n'
    project.files({overlay: f'msgid ""\nmsgstr "Language: ar\\n"\n\n{text}'})
    project.run("check", "--format", "json")
    (remark,) = [
        one
        for one in project.data()["findings"]
        if one["rule"] == "incomplete-language" and one["locale"] == "ar"
    ]
    project.run("status", "--format", "json", "--locale", "ar")
    (arabic,) = project.data()["languages"]
    assert (
        remark["message"] == f"of {arabic['total']} entries, `ar` has {arabic['missing']} missing"
    )


def test_all_is_said_to_be_there_only_where_all_is(project: Project) -> None:
    entries = "".join(f'\nmsgctxt "n{n}"\nmsgid "Number {n}"\nmsgstr ""\n' for n in range(300))
    done = entries.replace('msgstr ""', 'msgstr "x"', 299)
    head = 'msgid ""\nmsgstr "Language: {}\\n"\n'
    project.files(
        {
            LANGUAGES: "source: en\nactive: [en, pl]\nenabled: [en]\n",
            "content/translations/many/en.po": head.format("en") + entries,
            "content/translations/many/pl.po": head.format("pl") + done,
        }
    )
    project.run("status", "--by", "namespace").exits(0)
    project.says("pl  99%   99%     80%  2 missing, 1 stale, 1 unreviewed, not enabled")


def test_without_other_languages_the_source_is_counted(tmp_path: Path) -> None:
    project = Project(tmp_path).files(
        {"clientarea.yaml": "version: 1\n", LANGUAGES: "source: en\n"}
    )
    project.run("status").exits(0)
    assert project.out == "    all\nen    0  entries in the source\n"
    project.files({"content/statuses/new.yaml": "locales:\n  en: {title: New}\n"})
    project.run("status").exits(0)
    assert project.out == "    all  statuses\nen    1         1  entries in the source\n"


def test_files_with_errors_are_remarked(project: Project) -> None:
    project.files({AR: b"\xff\xfe broken", "content/statuses/init.yaml": "locales: {\n"})
    project.run("status").exits(0)
    assert "note: 2 files have errors, and something of them may be missing here" in project.err
    project.files({LANGUAGES: "source: [\n"}).run("status").exits(2).says("cannot be used")


def test_an_unknown_language_is_wrong_usage(project: Project) -> None:
    project.run("status", "--locale", "pll").exits(2).says("did you mean `pl`?")


def test_it_agrees_with_the_percentages_that_excalidraw_publishes(
    shared_data: Path, tmp_path: Path
) -> None:
    """They count, in each file, how many of *its* keys have a text, and round down; so do we.

    But we ask for the keys of the source language. Here `en.json` has four keys that are younger
    than all translations: with these a language has the same texts, of four more that it should.
    """
    published = Project(shared_data / "json/excalidraw").json("percentages.json")
    published["kab"] = published.pop("kab-KAB")  # there is no region KAB
    catalogues = {
        path.name: json.loads(path.read_bytes())
        for path in (shared_data / "json/excalidraw").glob("*.json")
        if path.name != "percentages.json"
    }
    today = _status(tmp_path / "today", catalogues)
    assert len(today) == 25
    assert {row["total"] for row in today} == {610}
    for row in today:
        assert 100 * (row["total"] - row["missing"]) // 606 == published[row["locale"]]

    _leave_out(catalogues["en.json"], catalogues["de-DE.json"])
    then = _status(tmp_path / "then", catalogues)
    assert {row["total"] for row in then} == {606}
    ours = {row["locale"]: row["translated_percent"] for row in then}
    assert ours == {locale: published[locale] for locale in ours}


def _status(folder: Path, catalogues: dict[str, Any]) -> list[dict[str, Any]]:
    theirs = {f"theirs/{name}": json.dumps(data) for name, data in catalogues.items()}
    here = Project(folder).files({"clientarea.yaml": "version: 1\nlabels: any\n", **theirs})
    about = ["--format", "i18next", "--namespace", "app", "--source-locale", "en"]
    here.run("import", *about, str(folder / "theirs")).exits(0)
    rows: list[dict[str, Any]] = here.run("status", "--format", "json").exits(0).data()["languages"]
    return rows


def _leave_out(source: dict[str, Any], translation: dict[str, Any]) -> None:
    """Leave out of the source what the translation has no key for."""
    for key, value in list(source.items()):
        if key not in translation:
            del source[key]
        elif isinstance(value, dict):
            _leave_out(value, translation[key])
