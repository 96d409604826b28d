"""`sync` through the command line, and what `check` and `init` say of merging."""

import subprocess
from pathlib import Path

import pytest

from tests.harness import LANGUAGES, Project, small_project

EN = "content/translations/portal/en.po"
ES = "content/translations/portal/es.po"
ATTRIBUTES = "content/**/translations/**/*.po diff=clientarea-po merge=clientarea-po\n"


def test_a_changed_source_is_stale_before_and_after(project: Project) -> None:
    project.edit(EN, "Goodbye", "See you").run("check").exits(0).says("[stale]")
    project.run("sync").exits(0)
    assert project.out == (
        f"{ES}\n  1 stale, as the source text has changed: `bye`\n1 catalogue changed, 1 unchanged.\n"
    )
    project.run("check").exits(0).says("[stale]")
    project.run("check", "--gate", "reviewed").exits(1)
    project.run("sync").exits(0)
    assert project.out == "Nothing to do: 2 catalogues in step with the source.\n"


def test_what_is_the_same_in_many_languages_is_said_once(project: Project) -> None:
    project.edit(LANGUAGES, "active: [en, es]", "active: [en, fr, es, pl, ru]").run("sync").exits(0)
    assert project.out == (
        "content/translations/portal/{fr,pl,ru}.po: new\n  2 to translate: `greeting` and `bye`\n"
        "3 catalogues changed, 2 unchanged.\n"
    )
    project.edit(EN, "Goodbye", "See you").run("sync").exits(0)
    assert project.out == (
        "content/translations/portal/{fr,pl,ru}.po\n"
        "  1 not translated yet, with a new source text: `bye`\n"
        f"{ES}\n  1 stale, as the source text has changed: `bye`\n"
        "4 catalogues changed, 1 unchanged.\n"
    )


def test_what_hints_say_of_sync_is_what_it_does(project: Project) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    empty = '\nmsgctxt "new"\nmsgid "new"\nmsgstr ""\n'
    old = '\nmsgctxt "old"\nmsgid "old"\nmsgstr "viejo"\n'
    area = "content/areas/shop/"
    project.edit(LANGUAGES, "[en, es]", "[en, es, es-MX, pl]").edit(EN, "Goodbye", "See you")
    project.files(
        {
            EN: (project.root / EN).read_text(encoding="utf-8") + empty,
            ES: (project.root / ES).read_text(encoding="utf-8") + old,
            ES.replace("es.po", "es-MX.po"): header,
            ES.replace("es.po", "fr.po"): header + old,
            f"{area}area.yaml": "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.example\n",
            f"{area}translations/portal/en.po": header + empty.replace("new", "own"),
            f"{area}translations/portal/es.po": header,
        }
    )
    rules = ("missing-translation", "stale", "orphaned-entry")

    def findings() -> list[tuple[str, str]]:
        found = project.run("check", "--format", "json").data()["findings"]
        return [(one["path"], one["hint"]) for one in found if one["rule"] in rules]

    before = findings()
    promised = [hint.split("\n")[0] for _, hint in before if "`clientarea sync`" in hint]
    assert sorted(promised) == [
        "`clientarea sync` adds it; by hand, add to `content/areas/shop/translations/portal/es.po`",
        "`clientarea sync` adds it; by hand, add to `content/translations/portal/es.po`",
        "`clientarea sync` makes `content/translations/portal/pl.po`; then write the translations into `msgstr`",
        "`clientarea sync` takes it away, and keeps a translation as an obsolete entry",
        "`clientarea sync` takes the new text over and marks the entry; by hand, bring the translation up to date, then write",
    ]
    others = [one for one in before if "`clientarea sync`" not in one[1]]
    assert others
    project.run("sync").exits(0)
    after = findings()
    assert [hint for _, hint in after if "`clientarea sync`" in hint] == []
    assert set(others) <= set(after)


def test_looking_writes_nothing(project: Project) -> None:
    project.edit(EN, "Goodbye", "See you")
    before = (project.root / ES).read_bytes()
    project.run("sync", "--dry-run").exits(0).says("1 catalogue would change, 1 unchanged.")
    project.run("sync", "--check").exits(1).says("1 catalogue would change, 1 unchanged.")
    assert (project.root / ES).read_bytes() == before
    project.run("sync").exits(0)
    project.run("sync", "--check").exits(0)


def test_it_tells_programs(project: Project) -> None:
    project.edit(EN, "Goodbye", "See you").run("sync", "--format", "json").exits(0)
    kinds = [
        "differing",
        "mended",
        "added",
        "stale",
        "current",
        "renewed",
        "revived",
        "obsolete",
        "removed",
        "remarks",
    ]
    about = {"path": ES, "namespace": "portal", "locale": "es", "area": None, "new": False}
    assert project.data() == {
        "result": "changed",
        "unchanged": 1,
        "catalogues": [{**about, **{kind: [] for kind in kinds}, "stale": ["bye"]}],
        "sourceless": [],
        "findings": [],
    }


def test_a_new_language_gets_its_catalogues(project: Project) -> None:
    project.edit(LANGUAGES, "active: [en, es]", "active: [en, es, pl]")
    project.run("sync").exits(0).says("pl.po: new", "2 to translate: `greeting` and `bye`")
    project.run("check").exits(0).says("pl")
    assert "nplurals=3" in (project.root / ES.replace("es", "pl")).read_text(encoding="utf-8")


def test_some_languages_and_one_namespace(project: Project) -> None:
    project.edit(LANGUAGES, "active: [en, es]", "active: [en, es, pl]")
    project.edit(EN, "Goodbye", "See you")
    project.run("sync", "--locale", "pl").exits(0)
    assert "See you" not in (project.root / ES).read_text(encoding="utf-8")
    project.run("sync", "--locale", "fr").exits(2).says("`fr` is no active language")
    project.run("sync", "--namespace", "portol").exits(2).says("did you mean `portal`?")
    project.run("sync", "--namespace", "portal").exits(0).says("1 stale")


def test_a_catalogue_that_cannot_be_read_is_left_alone_and_the_others_are_synced(
    project: Project,
) -> None:
    project.edit(EN, "Goodbye", "See you").files({"content/translations/shop/en.po": 'msgid "A\n'})
    project.run("sync").exits(1).says("[invalid-po]", "Left alone", "1 stale")
    assert "See you" in (project.root / ES).read_text(encoding="utf-8")


def test_a_namespace_without_a_source(project: Project) -> None:
    project.files({"content/translations/shop/es.po": (project.root / ES).read_bytes()})
    project.run("sync").exits(0).says("Left alone `content/translations/shop`")


def test_languages_that_cannot_be_used(project: Project) -> None:
    project.files({LANGUAGES: "source: [\n"}).run("sync").exits(2).says("languages.yaml")


def test_a_link_out_of_the_project_is_not_written_through(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "es.po"
    outside.write_bytes((project.root / ES).read_bytes())
    (project.root / ES).unlink()
    (project.root / ES).symlink_to(outside)
    before = outside.read_bytes()
    project.edit(EN, "Goodbye", "See you").run("sync")
    assert outside.read_bytes() == before


def test_check_says_once_where_the_driver_is_named_and_not_installed(project: Project) -> None:
    project.files({".gitattributes": ATTRIBUTES}).run("check").exits(0).says("No findings")
    project.commit().run("check", "--strict").exits(0).says(
        ".gitattributes:1:52: info: ", "[merge-driver-missing]", "clientarea merge-po --install"
    )
    project.run("merge-po", "--install").exits(0)
    assert project.out == "Git knows the merge driver `clientarea-po` in this clone now.\n"
    project.run("check").exits(0).says("No findings")


def test_nobody_merges_in_continuous_integration(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.files({".gitattributes": ATTRIBUTES}).commit()
    monkeypatch.setenv("CI", "true")
    project.run("check").exits(0).says("No findings")


def test_the_remark_can_be_turned_off(project: Project) -> None:
    project.files({"clientarea.yaml": "version: 1\nrules: {merge-driver-missing: off}\n"})
    project.files({".gitattributes": ATTRIBUTES}).commit()
    project.run("check").exits(0).says("No findings")


def test_check_without_git_misses_no_driver(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project.files({".gitattributes": ATTRIBUTES}).commit()
    project.environment["PATH"] = str(tmp_path_factory.mktemp("empty"))
    project.run("check").exits(0).says("No findings")


def test_init_installs_the_driver_in_a_clone_alone(tmp_path: Path) -> None:
    outside = Project(tmp_path / "outside")
    outside.root.mkdir()
    outside.run("init").exits(0)
    assert "Git merges" not in outside.out
    inside = Project(tmp_path / "inside")
    inside.root.mkdir()
    inside.git("init", "--quiet").run("init", "shop").exits(0).says(
        "Git merges catalogues by entry"
    )
    inside.run("--project", "shop", "check").exits(0).says("No findings")
    paths = ["content/translations/a/en.po", "content/areas/b/translations/a/en.po"]
    told = subprocess.run(
        ["git", "check-attr", "merge", *paths],
        cwd=inside.root / "shop",
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout == "".join(f"{path}: merge: clientarea-po\n" for path in paths)


def test_installing_outside_of_git_and_wrong_arguments(project: Project) -> None:
    project.run("merge-po", "--install").exits(2).says("is in no Git work tree")
    project.run("merge-po", "a", "b").exits(2).says("%O %A %B")
    project.run("merge-po", "a", "b", "c", "many").exits(2).says("no length of a conflict marker")
    project.run("merge-po", "--install", "a").exits(2).says("takes no files")
    project.run("merge-po", "a", "b", "c").exits(3).says("No such file")
    project.commit().run("merge-po", "--install").exits(0).says("Add this line", ATTRIBUTES.strip())


def test_a_clone_of_the_project_below_the_top(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    project = small_project(tmp_path / "shop")
    Project(tmp_path).files({".gitattributes": f"shop/{ATTRIBUTES}"}).commit()
    project.run("check").exits(0).says("../.gitattributes:1:57", "[merge-driver-missing]")
