"""What an operator reads in a hurry is true, and what a hint says to type does what it says."""

import re

import pytest

from tests.harness import Project

CATALOGUE = "content/translations/portal/en.po"
TARGETS = """version: 1
targets:
  staging: {public: 'file:a/public', private: 'file:a/private', gate: draft}
  live: {public: 'file:b/public', private: 'file:b/private', gate: draft}
"""
MANY = "".join(f'\nmsgctxt "many.key{one}"\nmsgid "Value {one}"\nmsgstr ""\n' for one in range(12))


@pytest.fixture
def shelf(project: Project) -> Project:
    project.files({"clientarea.yaml": TARGETS, ".gitignore": "/a\n/b\n/build\n"})
    return project.edit(CATALOGUE, '\nmsgctxt "bye"', f'{MANY}\nmsgctxt "bye"').commit()


def suggested(project: Project) -> list[str]:
    """Return the words of the last command that a hint names."""
    hints: list[str] = re.findall(r"`clientarea (.+?)`", project.err)
    return hints[-1].split()


def test_the_hint_at_many_breaking_changes_lists_them(shelf: Project) -> None:
    shelf.run("publish", "live").exits(0)
    shelf.edit(CATALOGUE, MANY, "").commit().run("publish", "live", "--yes").exits(1)
    shelf.says("2 more changes break applications in use")
    assert suggested(shelf) == ["diff", "--breaking", "live@live"]
    shelf.run(*suggested(shelf)).exits(0).says("12 changes of 12 entries break clients")


def test_so_does_the_hint_of_a_promotion(shelf: Project) -> None:
    shelf.run("publish", "live").exits(0)
    shelf.edit(CATALOGUE, MANY, "").commit().run("publish", "staging").exits(0)
    shelf.run("promote", "staging", "live", "--yes").exits(1)
    assert suggested(shelf) == ["diff", "--breaking", "live@live", "staging@1"]
    shelf.run(*suggested(shelf)).exits(0).says("12 changes of 12 entries break clients")


def test_the_list_stands_in_columns_and_names_the_author_beside_the_commit(shelf: Project) -> None:
    shelf.run("publish", "staging").exits(0)
    shelf.run("promote", "staging", "live").exits(0)
    shelf.run("rollback", "live", "--to", "1", "--reason", "by nobody").exits(0)
    shelf.run("releases", "live").exits(0)
    lines = shelf.out.splitlines()
    assert len({line.index(f"{shelf.head()[:12]} by Test  draft") for line in lines}) == 1
    assert [line.split("  ")[-2:] for line in lines] == [
        ["same content", "by nobody"],
        ["draft", "+ default"],
    ]


def test_a_collection_without_anything_to_collect_says_so(shelf: Project) -> None:
    shelf.run("publish", "live").exits(0)
    shelf.run("gc", "live").exits(0)
    assert shelf.out == "nothing to delete\n"


def test_a_target_that_moved_is_planned_for_again_by_name(shelf: Project) -> None:
    shelf.run("plan", "live", "--out", "plan.json").exits(0)
    shelf.run("publish", "live").exits(0)
    shelf.run("publish", "live", "--plan", "plan.json").exits(1)
    assert suggested(shelf) == ["plan", "live", "--out", "FILE"]


def test_what_was_purged_from_under_the_live_release_is_not_called_sound(shelf: Project) -> None:
    shelf.run("publish", "live").exits(0)
    file = shelf.json("b/public/live/default.json")["files"]["config.json"]
    digest = file.removeprefix("objects/0/").removesuffix(".json")
    shelf.run("purge", "live", digest, "--reason", " ").exits(2).says("why is it taken down?")
    assert (shelf.root / "b/public" / file).exists()
    shelf.run("purge", "live", digest.upper(), "--reason", "Wrong", "--now").exits(0)
    shelf.says("1 object of 1 hash goes for good")
    shelf.run("verify", "live").exits(0).says(file, "`live` is sound but for what was purged")
