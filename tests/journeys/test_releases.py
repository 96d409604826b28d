"""Releases by the command line: what an operator does, and what a client then reads."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harness import Project

CATALOGUE = "content/translations/portal/es.po"
BUNDLE = "translations/icu/es/portal.json"


def shown(project: Project) -> str:
    return str(project.published(BUNDLE)["bye"])


def two_releases(project: Project) -> Project:
    project.commit().run("publish").exits(0).says("release 1 is live")
    project.edit(CATALOGUE, "Adiós", "Chao").commit().run("publish").exits(0)
    return project.says("release 2 is live")


def test_roll_back_hold_and_resume(project: Project) -> None:
    two_releases(project)
    project.run("rollback", "--to", "1", "--reason", "wrong farewell").exits(0)
    assert shown(project) == "Adiós"
    project.edit(CATALOGUE, "Chao", "Nos vemos").commit().run("publish").exits(1).says("held")
    assert shown(project) == "Adiós"
    project.run("publish", "--staged").exits(0)
    project.run("resume").exits(0).says("is live")
    assert shown(project) == "Nos vemos"


def test_only_lifting_changes_nothing_that_is_live(project: Project) -> None:
    two_releases(project)
    project.run("rollback", "--to", "1").exits(0)
    project.run("resume", "--only-lift").exits(0)
    assert shown(project) == "Adiós"
    project.edit(CATALOGUE, "Chao", "Hasta luego").commit().run("publish").exits(0)
    assert shown(project) == "Hasta luego"


def test_the_list_of_releases(project: Project) -> None:
    two_releases(project).run("rollback", "--to", "1", "--reason", "oops").exits(0)
    project.run("releases", "--format", "json").exits(0)
    rows = [(row["number"], row["kind"], row["from"], row["live"]) for row in project.data()]
    assert rows == [
        (3, "rollback", 1, True),
        (2, "release", None, False),
        (1, "release", None, False),
    ]
    project.run("releases").exits(0).says("rollback of 1", "oops", "live")


def test_words_of_an_operator_cannot_act_on_a_terminal(project: Project) -> None:
    two_releases(project).run("rollback", "--to", "1", "--reason", "a\x1b[2J\nb").exits(0)
    project.run("releases").exits(0).says("a\\u{1b}[2J\\nb")
    assert len(project.out.splitlines()) == 3


def test_a_plan_writes_nothing_and_says_what_publish_does(project: Project) -> None:
    two_releases(project)
    before = sorted((project.root / "build/store").rglob("*"))
    project.edit(CATALOGUE, "Chao", "Nos vemos").commit()
    project.run("plan").exits(0).says(f"~ default public {BUNDLE}", "commit record 3")
    assert sorted((project.root / "build/store").rglob("*")) == before
    project.run("plan", "--format", "json").exits(0)
    said = set(project.data())
    steps = [step["step"] for step in project.data()["steps"]]
    project.run("publish").exits(0)
    after = {path for path in (project.root / "build/store").rglob("*") if path.is_file()}
    created = after - set(before)
    writes_of_new_names = len([step for step in steps if step in {"upload", "record", "done"}])
    assert len(created) == writes_of_new_names
    project.edit(CATALOGUE, "Nos vemos", "").run("plan", "--format", "json").exits(1)
    assert set(project.data()) == said


def test_a_sound_a_damaged_and_a_repaired_store(project: Project) -> None:
    two_releases(project).run("verify").exits(0).says("sound")
    pointer = project.json("build/store/public/live/default.json")
    victim = project.root / "build/store/public" / pointer["files"][BUNDLE]
    kept = victim.read_bytes()
    victim.write_bytes(kept.replace(b"Chao", b"Ciao"))
    project.run("verify").exits(1).says(victim.name)
    victim.unlink()
    project.run("verify", "--format", "json").exits(1)
    assert [one for one in project.data()["damages"] if victim.name in str(one)]
    project.run("verify", "--repair").exits(1).says(
        "`clientarea verify local --repair --rebuild` compiles the live commit again"
    )
    project.run("publish").exits(0).says("nothing changed")
    assert not victim.exists()
    project.run("verify", "--repair", "--rebuild").exits(0).says("sound")
    assert f"was lost or altered, is written again: {victim}\n" in project.out
    assert victim.read_bytes() == kept
    project.run("verify", "--rebuild").exits(0).says("sound")
    assert "written again" not in project.out


def test_what_only_an_older_release_had_is_not_rebuilt(project: Project) -> None:
    two_releases(project)
    older = project.json("build/store/private/releases/000000000001.json")["areas"]["default"]
    (project.root / "build/store/private" / older["public"]["manifest"]).unlink()
    project.run("verify", "--repair", "--rebuild").exits(1).says("store's own versions")


def test_a_release_of_a_dirty_work_tree_cannot_be_rebuilt(project: Project) -> None:
    project.commit().edit(CATALOGUE, "Adiós", "Chao").run("publish").exits(0).says("note")
    project.run("verify", "--rebuild").exits(2).says("rebuilt")


def test_nothing_published_yet(project: Project) -> None:
    project.run("releases").exits(0).says("nothing has been published")
    project.run("verify").exits(0)
    project.run("rollback", "--to", "1").exits(1).says("nothing is live on `local` yet")
    project.run("resume").exits(1).says("nothing has been published")


def test_a_target_that_is_a_folder_elsewhere(project: Project) -> None:
    project.files(
        {
            ".gitignore": "build\nshelf\n",
            "clientarea.yaml": "version: 1\ntargets:\n"
            "  shelf: {public: 'file:shelf/public', private: 'file:shelf/private', gate: complete}\n",
        }
    )
    project.run("publish", "shelf").exits(1).says("[no-commit]")
    project.commit().run("publish", "shelf").exits(0)
    assert project.json("shelf/public/live/default.json")["release"] == 1
    project.edit(CATALOGUE, "Adiós", "Chao").run("publish", "shelf").exits(1).says("--allow-dirty")
    project.git("checkout", "--quiet", "-b", "other").commit().run("publish", "shelf").exits(0)
    project.git("checkout", "--quiet", "HEAD~1").run("publish", "shelf").exits(1).says(
        "--allow-older"
    )


def test_reading_a_target_makes_no_folder(project: Project) -> None:
    for verb in (["releases"], ["verify"], ["rollback", "--to", "1"], ["resume"]):
        project.run(*verb)
    assert not (project.root / "build").exists()


def test_the_store_may_be_a_link_and_build_leaves_it_alone(
    project: Project, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "shelf"
    elsewhere.mkdir()
    (project.root / "build").mkdir()
    (project.root / "build/store").symlink_to(elsewhere)
    project.run("publish").exits(0)
    assert (elsewhere / "public/live/default.json").is_file()
    project.run("build").exits(0)
    assert (elsewhere / "public/live/default.json").is_file()


def test_the_first_area_turns_default_to_gone(project: Project) -> None:
    project.run("publish").exits(0)
    area = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.example\n"
    project.files({"content/areas/shop/area.yaml": area}).run("publish").exits(0)
    assert [line for line in project.out.splitlines() if line.startswith("  ")] == [
        f"  {project.root}/build/store/public/live/shop.json"
    ]
    gone = project.json("build/store/public/live/default.json")
    assert gone == {"version": 1, "area": "default", "release": 2, "gone": True}
    assert project.json("build/store/public/live/shop.json")["release"] == 2


def test_content_is_promoted_if_it_passes_the_gate_it_was_not_asked_for(project: Project) -> None:
    project.files(
        {
            "clientarea.yaml": "version: 1\ntargets:\n"
            "  staging: {public: 'file:a/public', private: 'file:a/private', gate: draft}\n"
            "  production: {public: 'file:b/public', private: 'file:b/private'}\n"
        }
    ).edit(CATALOGUE, "Adiós", "").commit()
    project.run("publish", "staging").exits(0)
    project.run("promote", "staging", "production").exits(1).says("[below-gate]")
    assert "`clientarea check --gate reviewed` says what is missing" in project.err
    assert not (project.root / "b").exists()
    project.edit(
        CATALOGUE, 'msgid "Goodbye"\nmsgstr ""', 'msgid "Goodbye"\nmsgstr "Adiós"'
    ).commit()
    project.run("publish", "staging").exits(0)
    project.run("promote", "staging", "production").exits(0)
    assert project.out.startswith("release 1 is live on `production`")
    record = project.json("b/private/releases/000000000001.json")
    assert record["from"] == {"number": 2, "target": "staging"}
    assert record["areas"]["default"]["gate"] == "reviewed"
    project.run("releases", "production", "--long").exits(0)
    assert "release of staging 2" in project.out
    assert " by Test  reviewed  live  + default  18 files, " in project.out
    assert project.out.endswith(" KB\n")
    project.run("promote", "staging", "staging").exits(2)


SHELF = "version: 1\ntargets:\n  shelf: {public: 'file:a/public', private: 'file:a/private'}\n"
WAIVER = """waivers:
  - rule: breaking-entry-removed
    entity: translations/portal:bye
    reason: no application asks for it
    expires: 2099-01-01
"""


def test_what_breaks_applications_needs_a_waiver(project: Project) -> None:
    project.files({"clientarea.yaml": SHELF}).commit().run("publish", "shelf").exits(0)
    for locale in ("en", "es"):
        path = project.root / f"content/translations/portal/{locale}.po"
        text = path.read_text(encoding="utf-8")
        project.files({str(path.relative_to(project.root)): text[: text.index('\nmsgctxt "bye"')]})
    project.commit().run("publish", "shelf").exits(1)
    assert (
        "refused: `translations/portal:bye` is removed: applications ask for it by its label"
        " [breaking-change]" in project.err
    )
    project.files({"waivers.yaml": WAIVER}).commit().run("check", "--strict").exits(0)
    project.run("publish", "shelf").exits(0)
    assert project.json("a/public/live/default.json")["release"] == 2


def test_a_plan_in_a_file_is_what_is_done(project: Project) -> None:
    project.files({"clientarea.yaml": SHELF}).commit()
    project.run("plan", "shelf", "--out", "plan.json").exits(0)
    assert project.json("plan.json")["target"] == "shelf"
    project.run("publish", "shelf", "--plan", "plan.json").exits(0)
    assert project.out.startswith("release 1 is live on `shelf`")
    project.run("publish", "shelf", "--plan", "plan.json").exits(1).says(
        "refused: `shelf` has moved since the plan: record 1 stands there now [plan-outdated]"
    )
    project.edit(CATALOGUE, "Adiós", "Chao").commit("Say it otherwise")
    project.run("plan", "shelf", "--staged", "--out", "plan.json").exits(0)
    project.run("publish", "shelf", "--plan", "plan.json").exits(0)  # its options are in it
    assert "is stored on `shelf`, and not live" in project.out
    project.edit(CATALOGUE, "Chao", "Hasta luego").commit("Say it otherwise again")
    project.run("plan", "shelf", "--out", "plan.json").exits(0)
    project.edit(CATALOGUE, "Hasta luego", "Chao").commit("Say it as before")
    project.run("publish", "shelf", "--plan", "plan.json").exits(1).says(
        "refused: the content is not the one that was planned [plan-outdated]"
    )


def test_a_file_that_is_no_plan_for_this(project: Project) -> None:
    project.files({"clientarea.yaml": SHELF, "bad.json": "{}", "list.json": "[1]"}).commit()
    for name in ("bad.json", "list.json", CATALOGUE):
        project.run("publish", "shelf", "--plan", name).exits(2).says("is not a plan")
    project.run("publish", "shelf", "--plan", "none.json").exits(2).says("cannot read `none.json`")
    project.run("plan", "shelf", "--out", "no/folder.json").exits(2).says("cannot write")
    project.run("plan", "shelf", "--out", "plan.json").exits(0)
    project.run("publish", "--plan", "plan.json").exits(2).says(
        "`plan.json` is a plan for `shelf`: `clientarea publish shelf --plan plan.json`"
    )
    project.run("publish", "shelf", "--plan", "plan.json", "--yes").exits(2).says("stand in its")


IGNORED = "content/texts/ignored.yaml"
TEXT = "locales: {en: {title: A}, es: {title: B}}\n"


def ignored(project: Project) -> None:
    (project.root / ".git/info/exclude").write_text(f"{IGNORED}\n", encoding="utf-8")
    project.files({IGNORED: TEXT})


def left_out(project: Project) -> None:
    project.git("sparse-checkout", "set", "--no-cone", "/*", "!/content/texts/")


def assumed(project: Project) -> None:
    project.git("update-index", "--assume-unchanged", CATALOGUE).edit(CATALOGUE, "Hola", "Buenas")


@pytest.mark.parametrize("hidden", [ignored, left_out, assumed])
def test_what_git_does_not_show_is_seen(
    project: Project, hidden: Callable[[Project], None]
) -> None:
    project.files({"clientarea.yaml": SHELF, "content/texts/kept.yaml": TEXT}).commit()
    hidden(project)
    status = ("git", "status", "--porcelain")
    done = subprocess.run(status, cwd=project.root, check=True, capture_output=True)
    assert b"content" not in done.stdout
    project.run("publish", "shelf").exits(1).says("[uncommitted-changes]")
    project.run("publish").exits(0)


def test_other_ends_of_lines_are_no_change(project: Project) -> None:
    project.files({"clientarea.yaml": SHELF, ".gitattributes": "*.po text eol=crlf\n"}).commit()
    project.git("rm", "--cached", "--quiet", "-r", ".").git("reset", "--hard", "--quiet")
    assert b"\r\n" in (project.root / CATALOGUE).read_bytes()
    project.run("publish", "shelf").exits(0)
