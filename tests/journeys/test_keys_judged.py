"""Keys in code wherever content is judged: `check --fix`, `report`, `plan` and `publish`."""

import os
from pathlib import Path

import pytest

from tests.harness import Project
from tests.journeys.test_keys import APP, CODE, project

__all__ = ["project"]

MISSPELT = CODE.replace("'tab.help'", "'tab.hlp'")
NOTED = f"// clientarea: uses status.*, tab.home\n{CODE}// clientarea: uses greeting\n"


def test_what_code_asks_for_stands_in_a_report(project: Project) -> None:
    Project(project.root.parent).commit()
    project.files({APP: MISSPELT}).run("report", "--base", "HEAD").exits(0)
    project.says("❌", "`translations/portal:tab.hlp` is not declared", "[undeclared-key]")
    project.files({APP: CODE}).run("report", "--base", "HEAD").exits(0)
    assert "undeclared-key" not in project.out


def test_nothing_is_released_that_a_check_refuses(project: Project) -> None:
    project.files({APP: MISSPELT})
    project.run("check").exits(1).says("[undeclared-key]")
    for verb in ("plan", "publish"):
        project.run(verb).exits(1)
        assert "[undeclared-key]" in project.out + project.err
    assert not (project.root / "build/store/public/live").exists()
    project.files({APP: CODE}).run("publish").exits(0)
    assert (project.root / "build/store/public/live").exists()


def test_a_waiver_lets_an_undeclared_key_pass(project: Project) -> None:
    project.files(
        {
            APP: MISSPELT,
            "waivers.yaml": (
                "waivers:\n  - rule: undeclared-key\n    entity: translations/portal:tab.hlp\n"
                "    reason: declared with the next release\n    expires: 2026-12-31\n"
            ),
        }
    )
    project.run("publish").exits(0)


def test_comments_that_are_not_needed_are_taken_away(project: Project) -> None:
    project.files({APP: NOTED})
    project.run("check", "--rule", "unneeded-uses").says("`greeting` is not needed here")
    project.run("check", "--fix", "--dry-run").exits(0).says("-// clientarea: uses greeting")
    assert (project.root / APP).read_text(encoding="utf-8") == NOTED
    project.run("check", "--fix").exits(0)
    written = (project.root / APP).read_text(encoding="utf-8")
    assert written == f"// clientarea: uses status.*, tab.home\n{CODE}"
    assert "unneeded-uses" not in project.run("check").exits(0).out


def test_check_fix_tells_what_it_cannot_mend(project: Project) -> None:
    project.files({APP: MISSPELT})
    project.run("check", "--fix").exits(1).says("[undeclared-key]")


SOURCES = Path(APP).parent


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bundle.min.ts", "larger than 4 MB"),
        ("line.ts", "larger than 4 MB"),
        ("out.ts", "a link, and links are not followed"),
        ("outside", "a link, and links are not followed"),
        ("nowhere.ts", "a link, and links are not followed"),
    ],
)
def test_code_that_is_not_read_is_told_and_nothing_is_called_unused(
    name: str, words: str, project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project.files({APP: "t('tab.home');"})
    project.run("keys", "--verdict", "unused").says("tab.help")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "more.ts").write_text("t('tab.help');", encoding="utf-8")
    file = project.root / SOURCES / name
    if words.startswith("larger"):
        one, times = ("t('tab.help');\n", 300_000) if "bundle" in name else ("t(k);", 2_000_000)
        file.write_text(one * times, encoding="utf-8")
    else:
        file.symlink_to(
            {"out.ts": outside / "more.ts", "outside": outside, "nowhere.ts": Path("gone.ts")}[name]
        )
    project.run("keys", "--verdict", "unused").exits(0).says(f"{name}` has not been read: {words}")
    assert "tab.help" not in project.out
    project.run("check").says(f"{name}` has not been read: {words}", "[unread-code]")
    project.run("keys", "--remove-unused").exits(1).says("could not be read")
    file.unlink()
    project.run("keys", "--verdict", "unused").says("tab.help")


def test_links_to_what_is_read_and_what_is_no_file_are_passed_over(project: Project) -> None:
    folder = project.root / SOURCES
    project.files({APP: "t('tab.home');"})
    (folder / "again").symlink_to(".")
    (folder / "same.ts").symlink_to(Path(APP).name)
    os.mkfifo(folder / "pipe")
    (folder / "folder.ts").mkdir()
    project.run("keys", "--verdict", "unused").exits(0).says("tab.help")
    assert "has not been read" not in project.out + project.err
