"""`check --fix` through the command line: what it mends, what it leaves, what it says."""

import json

import pytest

from tests.harness import SMALL_PROJECT, Project

ES = "content/translations/portal/es.po"
FR = "content/translations/portal/fr.po"
TEXT = "content/texts/notice.yaml"
FAULTS = {
    **SMALL_PROJECT,
    ES: SMALL_PROJECT[ES].replace('"Hola"', '"Hola  amigo"').replace('"Adiós"', '"Adiós "'),
    TEXT: "lockd: true  # for ever\nlocales:\n  en: {title: Notice}\n  es: {title: Aviso}\n",
}


@pytest.fixture
def project(tmp_path: object) -> Project:
    return Project(tmp_path).files({**FAULTS})  # type: ignore[arg-type]


def test_everything_is_mended_and_told(project: Project) -> None:
    project.run("check").exits(1).says("`clientarea check --fix` mends 3 of them.")
    project.run("check", "--fix").exits(0).says(
        f"{ES}:8:13: mended: there are 2 spaces between words [double-space]",
        f"{ES}:12:14: mended: the translation ends with white space",
        f"{TEXT}:1:1: mended: `lockd` is not a key of a text [unknown-key]",
        "4 findings mended in 2 files: "
        "1 double-space, 1 outer-whitespace, 1 unknown-key, 1 unstamped.",
        "No findings; 3 entries in 2 languages checked.",
    )
    text = (project.root / TEXT).read_text(encoding="utf-8")
    assert text.startswith("locked: true  # for ever\nlocales:\n  en: {title: Notice}\n")
    # Until the key was known, nothing of the text was: its stamp is found missing after that.
    assert "es: {title: Aviso, from: en@" in text
    project.run("check", "--fix").exits(0)
    assert "mended" not in project.out


def test_a_dry_run_shows_the_change_and_writes_nothing(project: Project) -> None:
    before = (project.root / ES).read_bytes()
    project.run("check", "--fix", "--dry-run").exits(0)
    assert {'-msgstr "Hola  amigo"', '+msgstr "Hola amigo"', "-lockd: true  # for ever"} <= {
        *project.out.splitlines()
    }
    assert (project.root / ES).read_bytes() == before
    project.run("check", "--dry-run").exits(2).says("`--dry-run` is for `--fix`")


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        ((ES,), {"unknown-key"}),
        ((TEXT,), {"double-space", "outer-whitespace", "unstamped"}),
        (("--rule", "double-space"), {"outer-whitespace", "unknown-key"}),
        (("--locale", "es"), {"unknown-key"}),
    ],
)
def test_only_what_is_asked_for_is_mended(
    project: Project, arguments: tuple[str, ...], left: set[str]
) -> None:
    project.run("check", "--fix", *arguments)
    project.run("check", "--format", "json")
    assert {one["rule"] for one in project.data()["findings"] if one["fix"]} == left


def test_what_its_author_silenced_stays(project: Project) -> None:
    project.edit(ES, 'msgctxt "greeting"', '#, ignore-double-space\nmsgctxt "greeting"')
    project.run("check", "--fix").exits(0)
    assert '"Hola  amigo"' in (project.root / ES).read_text(encoding="utf-8")


def test_a_mended_source_text_makes_no_translation_stale(project: Project) -> None:
    for path in (ES, ES.replace("es.po", "en.po")):
        project.edit(path, 'msgid "Hello"', 'msgid "Hello  you"')
    project.run("check", "--fix", "--rule", "double-space").exits(0)
    assert 'msgid "Hello you"' in (project.root / ES).read_text(encoding="utf-8")
    project.run("check", "--rule", "stale").exits(0)
    project.run("sync", "--dry-run").exits(0).says("Nothing to do")


def test_a_name_that_is_taken_is_left_to_people(project: Project) -> None:
    languages = "source: en\nactive: [en, es, fr]\nenabled: [en, es]\n"
    project.files({"content/configurations/languages.yaml": languages})
    french = SMALL_PROJECT[ES].replace("Language: es", "Language: fr")
    project.files({FR: french, FR.replace("fr.po", "FR.po"): french})
    project.run("check", "--fix", "--rule", "misplaced-locale")
    assert (project.root / FR.replace("fr.po", "FR.po")).exists()
    project.says("misplaced-locale", "\n1 finding could not be mended: a name is taken, or")
    assert "`clientarea check --fix` mends" not in project.out


def test_a_program_is_told_what_was_mended(project: Project) -> None:
    project.run("check", "--fix", "--format", "json").exits(0)
    found = project.data()
    assert [one["rule"] for one in found["mended"]] == [
        "unknown-key", "double-space", "outer-whitespace", "unstamped",
    ]  # fmt: skip
    assert found["summary"]["fixable"] == 0
    (fix,) = found["mended"][0]["fix"]
    assert fix == {"kind": "RenameKey", "path": TEXT, "route": ["lockd"], "key": "locked"}


def test_a_file_that_cannot_be_read_stays(project: Project) -> None:
    broken = FAULTS[ES] + '\nmsgctxt "half"\nmsgid "Half'
    project.files({ES: broken})
    project.run("check", "--fix").exits(1).says("[invalid-po]", "mended")
    assert (project.root / ES).read_text(encoding="utf-8") == broken
    assert (project.root / TEXT).read_text(encoding="utf-8").startswith("locked")


def test_a_label_that_has_the_letters_of_a_language_stays(project: Project) -> None:
    project.files({"content/texts/DES.yaml": "locked: true\n", "content/texts/DES.ES.md": "Hola\n"})
    project.run("check", "--fix", "--rule", "misplaced-locale").exits(0)
    assert (project.root / "content/texts/DES.es.md").exists()


WAIVER = (
    "waivers:\n"
    "  - {rule: missing-translation, entity: texts/terms, reason: soon, expires: 2099-12-31}\n"
)
TERMS = "locales:\n  en: {title: Terms}\n"


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        (TERMS, ("--gate", "draft")),
        (f"lockd: true\n{TERMS}", ()),
        ('title: "half\n', ()),
    ],
    ids=["an error at another gate", "a text that is mended now", "a text that cannot be read"],
)
def test_a_waiver_that_may_be_needed_stays(
    project: Project, text: str, arguments: tuple[str, ...]
) -> None:
    project.files({"content/texts/terms.yaml": text, "waivers.yaml": WAIVER})
    project.run("check", "--fix", *arguments)
    assert (project.root / "waivers.yaml").read_text(encoding="utf-8") == WAIVER


def test_languages_are_written_as_cldr_does_and_stamps_as_commands_do(project: Project) -> None:
    languages = (
        "source: en\nactive:\n  - en\n  - es_mx  # for all of Mexico\nenabled: [en, es_mx]\n"
    )
    project.files({"content/configurations/languages.yaml": languages})
    project.files({TEXT: "locales: {en: {title: Notice}}\n"})
    sidecar = TEXT.replace(".yaml", ".es-MX.md")
    project.files({sidecar: "---\ntitle: Aviso\nfrom: EN@00000000\n---\n\nHola.\n"})
    project.run("check", "--fix", "--rule", "invalid-value")
    after = (project.root / "content/configurations/languages.yaml").read_text(encoding="utf-8")
    assert after == languages.replace("es_mx", "es-MX")
    assert "from: en@00000000\n" in (project.root / sidecar).read_text(encoding="utf-8")
    # It says what it was made from as before: another text than today's.
    project.run("check", "--rule", "stale").says(f"{sidecar}:3:7: warning")


def test_two_languages_of_one_name_are_left_to_people(project: Project) -> None:
    text = "locales:\n  en: {title: Notice}\n  ES: {title: Aviso}\n  es: {title: Nota}\n"
    project.files({TEXT: text})
    project.run("check", "--fix", "--rule", "invalid-value").exits(1)
    assert (project.root / TEXT).read_text(encoding="utf-8") == text


def test_what_a_baseline_knows_stays(project: Project) -> None:
    project.run("check", "--baseline", "gone.json", "--fix").exits(2).says("cannot be read")
    assert '"Hola  amigo"' in (project.root / ES).read_text(encoding="utf-8")
    project.run("check", "--baseline", "known.json", "--update-baseline").exits(0)
    known = project.json("known.json")
    spaces = [one for one in known["findings"] if one["rule"] == "double-space"]
    project.files({"known.json": json.dumps({**known, "findings": spaces})})
    project.run("check", "--fix", "--baseline", "known.json").exits(0).says("3 findings mended")
    assert '"Hola  amigo"' in (project.root / ES).read_text(encoding="utf-8")


def test_a_flag_for_a_translation_that_is_still_to_come_stays(project: Project) -> None:
    project.edit(TEXT, "lockd", "locked")
    flag = "#, ignore-same-as-source, ignore-mojibake\n"
    source = ES.replace("es.po", "en.po")
    for path in (source, ES):
        project.edit(path, 'msgctxt "bye"', f'{flag}msgctxt "bye"')
    project.edit(ES, '"Adiós "', '""')
    before = [(project.root / path).read_bytes() for path in (source, ES)]
    project.run("check", "--fix", "--rule", "unused-suppression").exits(0)
    assert [(project.root / path).read_bytes() for path in (source, ES)] == before
    project.edit(ES, 'msgid "Goodbye"\nmsgstr ""', 'msgid "Goodbye"\nmsgstr "Adiós"')
    project.run("check", "--fix", "--rule", "unused-suppression").exits(0)
    assert [flag in (project.root / path).read_text(encoding="utf-8") for path in (source, ES)] == [
        True,
        False,
    ]
