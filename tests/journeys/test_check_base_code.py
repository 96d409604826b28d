"""`check --base` where code asks for strings: what is refused, in which place, and until when."""

import sys
from pathlib import Path

import pytest

from compiler.code.dialects import grammar_parser
from tests.harness import SMALL_PROJECT, Project

SETTINGS = """\
version: 1
code:
  - {files: ["../web/**/*.ts"], functions: [t], namespace: portal}
"""
APP = "../web/app.ts"
GREETING = "translations/portal:greeting"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A branch of a repository with content in a folder, and the code of an application beside."""
    root = tmp_path / "content-repo"
    root.mkdir()
    here = Project(root).files({**SMALL_PROJECT, "clientarea.yaml": SETTINGS})
    here.files(
        {APP: "// a\nexport const a = t('greeting');\nconst b = t('bye') + t('greeting');\n"}
    )
    here.files({"../.gitignore": "build\n"})
    Project(tmp_path).git("init", "--quiet").commit().git("branch", "-M", "main")
    here.git("checkout", "--quiet", "-b", "work")
    return here


def test_a_string_stays_as_long_as_code_asks_for_it(project: Project) -> None:
    project.run("check", "--base", "main").exits(0)
    project.run("remove", GREETING).exits(0)
    project.run("check", "--base", "main").exits(1).says(
        f"../web/app.ts:2:21: error: `{GREETING}` is gone, and code asks for it here and in 1 more"
        " place [deleted-used-entry]\n"
        "   2 | export const a = t('greeting');\n"
        "     |                     ^^^^^^^^\n"
        "     = put it back, or take it out of the code first\n"
    )
    project.files({APP: "const b = t('bye');\n"})  # no file of the project: nothing is kept of it
    project.run("check", "--base", "main").exits(0)


def test_a_renamed_string_is_renamed_in_code(project: Project) -> None:
    project.run("rename", GREETING, "hello").exits(0)
    project.run("check", "--base", "main").exits(1).says(
        f"`{GREETING}` has been renamed to `translations/portal:hello`, and code asks for it here"
        " and in 1 more place [deleted-used-entry]",
        "= ask for `hello` here",
        "[renamed-label]",
    )
    project.git("checkout", "--quiet", ".").run("rename", GREETING, "hello", "--code").exits(0)
    project.run("check", "--base", "main", "--rule", "deleted-used-entry").exits(0)
    project.run("check", "--base", "main").exits(1).says("[renamed-label]")


@pytest.mark.parametrize(
    ("format_", "said"),
    [
        ("github", "::error file=web/app.ts,line=2,col=21"),
        ("sarif", '"uri": "web/app.ts"'),
        ("gitlab", '"path": "web/app.ts"'),
        ("junit", '<testsuite name="web/app.ts"'),
    ],
)
def test_hosts_get_the_path_from_the_top(project: Project, format_: str, said: str) -> None:
    project.run("remove", GREETING).exits(0)
    project.run("check", "--base", "main", "--format", format_).exits(1).says(said)


def test_a_waiver_lets_it_pass(project: Project) -> None:
    project.run("remove", GREETING).exits(0).files(
        {
            "waivers.yaml": f"waivers:\n  - {{rule: deleted-used-entry, entity: '{GREETING}', "
            "reason: That page goes with the next release., expires: 2099-12-31}\n"
        }
    )
    project.run("check", "--base", "main").exits(0).says("let pass until 2099-12-31")


def test_without_what_reads_code_that_is_said(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tree_sitter", None)
    grammar_parser.cache_clear()
    project.run("remove", GREETING).exits(0)
    project.run("check", "--base", "main", "--strict").exits(0).says(
        "clientarea.yaml:2:1: info: what code asks for has not been looked up: nothing is installed"
        " that reads code [unread-code]",
        "`pip install 'clientarea[code]'`",
    )


def test_a_preview_reads_code_only_where_a_string_went(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "compiler.code.reading", None)  # whoever needs it fails
    project.edit("content/translations/portal/es.po", '"Hola"', '"Buenas"')
    project.run("preview", "--base", "main").exits(0)
