"""Catalogues of other tools come in, are checked and published, and go out again."""

from pathlib import Path

import pytest

from tests.harness import LANGUAGES, Project

I18NEXT = {
    "en.json": '{"cart": {"pay": "Pay {{amount}}", "item_one": "One", "item_other": "{{count}}"}}',
    "de.json": '{"cart": {"pay": "{{amount}} zahlen", "item_one": "Eins", "item_other": "{{count}}"}}',
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A folder with a project file alone, and a set of another tool beside it."""
    project = Project(tmp_path / "project").files({"clientarea.yaml": "version: 1\n"})
    Project(tmp_path / "foreign").files(dict(I18NEXT))
    return project


def bring(project: Project, *more: str) -> Project:
    return project.run(
        *("import", "--format", "i18next", "--namespace", "shop", "--source-locale", "en"),
        *more,
        str(project.root.parent / "foreign"),
    )


def test_a_set_makes_a_project_of_a_folder(project: Project) -> None:
    bring(project).exits(0).says(
        "Brought 2 files into `shop`.",
        "  2 entries in the source language `en`, 1 plural",
        "  de  2 read: 2 translated",
        "Wrote: 3 new.",
        "de and en joined `active` in languages.yaml.",
    )
    project.run("check", "--strict").exits(0)
    project.edit(LANGUAGES, "enabled: [en]", "enabled: [en, de]")
    project.run("publish").exits(0)
    assert project.published("translations/icu/de/shop.json") == {
        "cart.item": "{count, plural, one {Eins} other {{count}}}",
        "cart.pay": "{amount} zahlen",
    }
    assert project.published("translations/i18next/de/shop.json") == {
        "cart.item_one": "Eins",
        "cart.item_other": "{{count}}",
        "cart.pay": "{{amount}} zahlen",
    }


def test_a_dry_run_says_the_same_and_writes_nothing(project: Project) -> None:
    bring(project, "--dry-run").exits(0).says("Would bring 2 files", "Would write: 3 new.")
    assert [path.name for path in project.root.iterdir()] == ["clientarea.yaml"]


def test_again_changes_nothing(project: Project) -> None:
    bring(project).exits(0)
    bring(project).exits(0).says("Wrote: 3 unchanged.")


def test_it_goes_out_as_it_came_in(project: Project) -> None:
    bring(project)
    project.run("export", "--format", "i18next", "--namespace", "shop", "--output", "out")
    project.exits(0).says("2 files in `out`.")
    assert project.json("out/en.json") == Project(project.root.parent / "foreign").json("en.json")
    project.run(
        *("export", "--format", "po", "--namespace", "shop", "--output", "po", "--locale", "de")
    ).exits(0)
    assert [path.name for path in (project.root / "po").iterdir()] == ["de.po"]


def test_a_broken_file_is_shown_with_its_line_and_the_others_come_in(project: Project) -> None:
    Project(project.root.parent / "foreign").files({"fr.json": '{\n  "cart": }\n'})
    bring(project).exits(1).says("fr.json:2:11: error:", "[invalid-json]", "Wrote: 3 new.")
    project.run("check", "--strict").exits(0)


def test_a_set_of_which_nothing_can_be_read_says_where_it_is_broken(project: Project) -> None:
    Project(project.root.parent / "foreign").files(dict.fromkeys(I18NEXT, '{\n  "cart": }\n'))
    bring(project).exits(1).says("en.json:2:11: error:", "Wrote: nothing.")
    assert [path.name for path in project.root.iterdir()] == ["clientarea.yaml"]


def test_a_link_to_nothing_is_not_passed_over(project: Project) -> None:
    (project.root.parent / "foreign/fr.json").symlink_to("nowhere.json")
    bring(project).exits(3).says("fr.json` cannot be read: no such file or directory")
    assert [path.name for path in project.root.iterdir()] == ["clientarea.yaml"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--namespace", "a/b", "x"], "`a/b` is no namespace"),
        (["--namespace", "shop", "nowhere"], "there is no file or folder `nowhere`"),
        (["--namespace", "shop", "clientarea.yaml"], "no part of its path names a language"),
        (["--namespace", "shop", "--locale-map", "x", "."], "write `--locale-map NAME=LANGUAGE`"),
        (["--namespace", "shop", "--locale-map", "x=e_n", "."], "`e_n` is no language tag"),
    ],
)
def test_wrong_use_is_one_sentence(project: Project, arguments: list[str], words: str) -> None:
    project.run("import", "--format", "i18next", "--source-locale", "en", *arguments)
    project.exits(2).says(words)
    assert len(project.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--namespace", "none"], "there is no `content/translations/none/en.po`"),
        (
            ["--namespace", "shop", "--locale", "dee"],
            "has no catalogue in `dee`; did you mean `de`?",
        ),
    ],
)
def test_what_is_not_there_cannot_go_out(
    project: Project, arguments: list[str], words: str
) -> None:
    bring(project)
    project.run("export", "--format", "po", "--output", "out", *arguments).exits(2).says(words)
    assert not (project.root / "out").exists()


def test_a_file_where_a_folder_should_be_leaves_everything_as_it_was(project: Project) -> None:
    project.files({"content": "a file"})
    bring(project).exits(3).says("nothing was written")
    assert sorted(path.name for path in project.root.iterdir()) == ["clientarea.yaml", "content"]


def test_init_makes_a_repository_that_checks_and_publishes(tmp_path: Path) -> None:
    new = Project(tmp_path)
    new.run("init", "site").exits(0).says("content/translations/common/en.po", "Next: ")
    new.run("init", "my site").exits(0).says("`clientarea --project 'my site' check`")
    new.run("--project", "site", "check", "--strict").exits(0).says("No findings")
    new.run("--project", "site", "publish").exits(0).says("live")
    new.run("init", "site").exits(2).says("`clientarea.yaml`", "would be overwritten")
