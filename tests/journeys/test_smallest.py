"""`clientarea.yaml`, `languages.yaml` and one catalogue are enough."""

from tests.harness import LANGUAGES, Project


def test_it_checks_builds_and_publishes_as_the_area_default(project: Project) -> None:
    project.run("check", "--strict").exits(0).says("No findings")
    project.run("build").exits(0)
    assert project.json("build/out/public/default/translations/icu/es/portal.json") == {
        "bye": "Adiós",
        "greeting": "Hola",
    }
    project.run("publish").exits(0).says("live")
    assert project.published("translations/icu/es/portal.json")["greeting"] == "Hola"
    assert project.published("translations/i18next/en/portal.json")["bye"] == "Goodbye"


def test_publishing_again_changes_nothing(project: Project) -> None:
    project.run("publish").exits(0)
    before = sorted(path for path in (project.root / "build/store").rglob("*") if path.is_file())
    project.run("publish", "--format", "json").exits(0)
    assert project.data()["result"] == "unchanged"
    after = sorted(path for path in (project.root / "build/store").rglob("*") if path.is_file())
    assert after == before


def test_one_string_changed_writes_only_what_changed(project: Project) -> None:
    project.run("publish").exits(0)
    store = project.root / "build/store"
    before = {path.relative_to(store) for path in store.rglob("*.json")}
    project.edit("content/translations/portal/es.po", "Adiós", "Hasta pronto")
    project.run("publish").exits(0)
    new = {path.relative_to(store) for path in store.rglob("*.json")} - before
    objects = [path for path in new if "objects" in path.parts and path.parts[0] == "public"]
    assert len(objects) == 1  # the Spanish bundle: both formats say the same of plain text
    assert project.published("translations/icu/es/portal.json")["bye"] == "Hasta pronto"


def test_what_is_refused_is_not_published(project: Project) -> None:
    project.run("publish").exits(0)
    project.edit("content/translations/portal/es.po", "Adiós", "")
    project.run("publish").exits(1).says("missing-translation", "es.po")
    assert project.published("translations/icu/es/portal.json")["bye"] == "Adiós"


def test_a_broken_file_is_a_finding_and_the_rest_is_still_checked(project: Project) -> None:
    project.files(
        {"content/texts/a.yaml": "locales: [\n", "content/levels/b.yaml": "tipe: personal\n"}
    )
    project.run("check", "--format", "json").exits(1)
    rules = {finding["rule"] for finding in project.data()["findings"]}
    assert {"invalid-yaml", "unknown-key"} <= rules


def test_a_language_nobody_translates_falls_back_under_draft(project: Project) -> None:
    project.files({LANGUAGES: "source: en\nactive: [en, es, pl]\nenabled: [en, es, pl]\n"})
    project.run("check").exits(1)
    project.run("publish", "--gate", "draft").exits(0)
    assert project.published("translations/icu/pl/portal.json")["greeting"] == "Hello"
    provenance = project.published("provenance/pl.json")
    assert "en" in str(provenance)
