"""`translate` without a network: what is asked for, what the memory knows, what is written."""

import subprocess
from pathlib import Path

import pytest

from tests.harness import Project

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: {}\\n"\n\n'
)
ENGLISH = HEAD.format("en", "nplurals=2; plural=(n != 1);")
SPANISH = HEAD.format("es", "nplurals=2; plural=(n != 1);")

FILES: dict[str, str | bytes] = {
    "clientarea.yaml": "version: 1\n",
    "content/configurations/languages.yaml": "source: en\nactive: [en, es, ru]\nenabled: [en]\n",
    "content/translations/portal/en.po": ENGLISH
    + 'msgctxt "greeting"\nmsgid "Hello {name}"\nmsgstr ""\n\n'
    'msgctxt "bye"\nmsgid "See you soon"\nmsgstr ""\n\n'
    'msgctxt "later"\nmsgid "See you soon"\nmsgstr ""\n\n'
    'msgctxt "files"\nmsgid "{count} file"\nmsgid_plural "{count} files"\n'
    'msgstr[0] ""\nmsgstr[1] ""\n\n'
    'msgctxt "cloned"\nmsgid "Open account"\nmsgstr ""\n\n'
    'msgctxt "stale"\nmsgid "Close your account"\nmsgstr ""\n',
    "content/translations/portal/es.po": SPANISH
    + 'msgctxt "bye"\nmsgid "See you soon"\nmsgstr "Hasta pronto"\n\n'
    '#, fuzzy\nmsgctxt "cloned"\nmsgid "Open account"\nmsgstr "Open account"\n\n'
    '#, fuzzy\n#| msgid "Close account"\nmsgctxt "stale"\nmsgid "Close your account"\n'
    'msgstr "Cerrar cuenta"\n',
    "content/texts/deposit/terms.yaml": (
        "# kept\nproperties: {icon: bank}\nlocales:\n"
        "  en: {title: Deposit terms, description: Read them., properties: {button: Go on, style: wide-2}}\n"
        "  es: {title: Condiciones}\n"
    ),
    "content/templates/account/welcome.yaml": (
        "channel: email\nvariables: {type: object, properties: {name: {type: string}}, required: [name]}\n"
        "samples: {ann: {name: Ann}}\n"
        "locales:\n  en: {title: 'Welcome, {{ name }}', description: 'Hello {{ name }}.'}\n"
    ),
    "content/levels/basic.yaml": (
        "type: personal\nfields: {phone: {required: true}}\n"
        "locales:\n  en: {title: Basic, description: Confirm it., fields: {phone: Phone number}}\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path).files(dict(FILES)).commit()


def changed(project: Project) -> str:
    project.git("add", "--all")
    return subprocess.run(
        ["git", "diff", "--cached", "-U0"],
        cwd=project.root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def read(project: Project, name: str) -> str:
    return (project.root / name).read_text(encoding="utf-8")


def test_what_is_missing_stale_and_cloned_is_translated(project: Project) -> None:
    project.run("translate", "--to", "es", "--integration", "pseudo").exits(0)
    assert "es: 8 entries translated" in project.out
    catalogue = read(project, "content/translations/portal/es.po")
    assert catalogue == SPANISH + (
        '#, fuzzy\nmsgctxt "greeting"\nmsgid "Hello {name}"\nmsgstr "Ĥéļļö {name}"\n\n'
        'msgctxt "bye"\nmsgid "See you soon"\nmsgstr "Hasta pronto"\n\n'
        '#, fuzzy\nmsgctxt "later"\nmsgid "See you soon"\nmsgstr "Šéé ýöû šööñ"\n\n'
        '#, fuzzy\nmsgctxt "files"\nmsgid "{count} file"\nmsgid_plural "{count} files"\n'
        'msgstr[0] "{count} ƒîļé"\nmsgstr[1] "{count} ƒîļéš"\n\n'
        '#, fuzzy\nmsgctxt "cloned"\nmsgid "Open account"\nmsgstr "Öþéñ åççöûñţ"\n\n'
        '#, fuzzy\nmsgctxt "stale"\nmsgid "Close your account"\nmsgstr "Çļöšé ýöûŕ åççöûñţ"\n'
    )


def test_a_part_that_somebody_wrote_stays(project: Project) -> None:
    project.run("translate", "texts/*", "--to", "es", "--integration", "pseudo").exits(0)
    text = read(project, "content/texts/deposit/terms.yaml")
    assert text.startswith("# kept\n")
    assert (
        "  es: {title: Condiciones, description: Ŕéåð ţĥéɱ., properties: "
        "{button: Ĝö öñ, style: wide-2}, from: en@" in text
    )
    assert "review: needed}" in text


def test_a_catalogue_that_is_missing_is_begun(project: Project) -> None:
    project.run("translate", "translations/portal:files", "--to", "ru", "--integration", "pseudo")
    project.exits(0)
    text = read(project, "content/translations/portal/ru.po")
    assert 'msgstr[2] "{count} ƒîļéš"' in text
    assert 'msgctxt "greeting"\nmsgid "Hello {name}"\nmsgstr ""' in text
    project.run("sync", "--check", "--locale", "ru").exits(0)


def test_the_memory_translates_what_it_knows_and_leaves_the_rest(project: Project) -> None:
    project.run("translate", "translations/*", "--to", "es", "--integration", "memory").exits(1)
    text = read(project, "content/translations/portal/es.po")
    assert '#, fuzzy\nmsgctxt "later"\nmsgid "See you soon"\nmsgstr "Hasta pronto"' in text
    assert "es: 1 entry translated, 1 of them from the memory" in project.out
    project.says(
        "content/translations/portal/en.po:7: translations/portal:greeting is left as it is in `es`: "
        "the memory has no translation of it"
    )


def test_a_human_text_gives_way_only_where_that_is_asked_for(project: Project) -> None:
    project.run("translate", "translations/portal:bye", "--to", "es", "--integration", "pseudo")
    project.exits(0).says("Nothing is missing, stale or a clone.")
    project.run(
        "translate",
        "translations/portal:bye",
        "--to",
        "es",
        "--integration",
        "pseudo",
        "--overwrite",
    ).exits(0)
    assert 'msgstr "Šéé ýöû šööñ"' in read(project, "content/translations/portal/es.po")


def test_an_estimate_asks_nobody_and_needs_no_key(project: Project) -> None:
    project.run("translate", "--to", "es,ru", "--estimate", "--format", "json").exits(0)
    data = project.data()
    assert data["locales"]["es"]["entries"] == 8
    assert data["locales"]["es"] | {"tokens": 0} == {
        "entries": 8,
        "missing": 7,
        "stale": 1,
        "memory": 1,
        "requests": 1,
        "tokens": 0,
    }
    assert data["tokens"]["sent"] > 500
    assert changed(project) == ""


def test_a_dry_run_shows_the_change(project: Project) -> None:
    project.run("translate", "--to", "es", "--integration", "pseudo", "--dry-run").exits(0)
    assert '+msgstr "Ĥéļļö {name}"' in project.out
    assert changed(project) == ""


def test_what_was_translated_passes_the_check(project: Project) -> None:
    project.run("translate", "--to", "es,ru", "--integration", "pseudo").exits(0)
    project.run("check", "--format", "json")
    rules = {one["rule"] for one in project.data()["findings"] if one["severity"] == "error"}
    assert rules == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "en"], "`en` cannot be translated into itself"),
        (["--from", "es", "--to", "en"], "`en` is the source language: write it with `edit`"),
        (["--to", "de"], "`de` is no active language"),
        (["--to", "es"], "`--integration` says who translates; there is `memory`, `pseudo`"),
        (["--to", "es", "--integration", "x"], "there is no integration `x` in clientarea.yaml"),
        (["texts/none", "--to", "es", "--integration", "pseudo"], "there is no entry `texts/none`"),
    ],
)
def test_wrong_use_is_told(project: Project, arguments: list[str], words: str) -> None:
    project.run("translate", *arguments).exits(2).says(words)


AREA: dict[str, str | bytes] = {
    "content/owners/acme.yaml": "name: Acme\ncontact: a@acme.example\n",
    "content/areas/shop/area.yaml": (
        "name: Shop\ntype: web_shop\nhosting: integrated\nurl: https://acme.example\nowner: acme\n"
    ),
    "content/areas/shop/translations/portal/en.po": ENGLISH
    + 'msgctxt "greeting"\nmsgid "Welcome {name}"\nmsgstr ""\n',
    "content/areas/shop/texts/deposit/terms.yaml": "locales:\n  en: {title: Shop terms}\n",
}


def test_what_an_area_has_different(project: Project) -> None:
    project.files(AREA)
    options = ("--to", "es", "--integration", "pseudo", "--area", "shop")
    project.run("translate", *options, "--format", "json").exits(0)
    states = {one["entity"]: one["state"] for one in project.data()["entries"]}
    assert states == {
        "translations/portal:greeting": "translated",
        "texts/deposit.terms": "translated",
    }
    assert sorted(project.data()["written"]) == [
        "content/areas/shop/texts/deposit/terms.yaml",
        "content/areas/shop/translations/portal/es.po",
    ]
    catalogue = read(project, "content/areas/shop/translations/portal/es.po")
    assert 'msgid "Welcome {name}"\nmsgstr "Ŵéļçöɱé {name}"' in catalogue
    assert "es: {title: Šĥöþ ţéŕɱš, from: en@" in read(
        project, "content/areas/shop/texts/deposit/terms.yaml"
    )
    project.run("translate", *options).exits(0).says("Nothing is missing, stale or a clone.")
    project.run("translate", *options[:-1], "nowhere").exits(2).says("there is no area `nowhere`")


def test_from_another_language_than_the_source(project: Project) -> None:
    project.run(
        *("translate", "translations/*", "texts/*", "--from", "es", "--to", "ru"),
        *("--integration", "pseudo", "--format", "json"),
    ).exits(1)
    states = {one["entity"]: (one["state"], one["reason"]) for one in project.data()["entries"]}
    nothing = ("skipped", "it has nothing in `es` that is current")
    assert states == {
        "translations/portal:bye": ("translated", None),
        "translations/portal:greeting": nothing,
        "translations/portal:later": nothing,
        "translations/portal:files": nothing,
        "translations/portal:cloned": nothing,
        "translations/portal:stale": nothing,
        "texts/deposit.terms": ("translated", None),
    }
    assert "Ĥåšţå þŕöñţö" in read(project, "content/translations/portal/ru.po")
