"""A secret is told without being repeated, in every format and by every other finding."""

from pathlib import Path

import pytest

from compiler.report.diff_text import diff_text
from tests.harness import Project

AWS = "AK" + "IAQ3EXJ7RT5LM2NB4C"
RANDOM = "q7Rw2mZp04xKdTn8VbYs"
FORMATS = ["text", "json", "github", "sarif", "gitlab", "junit"]


@pytest.fixture
def leaking(project: Project) -> Project:
    """Content with secrets, at which other rules find something, too."""
    return project.files(
        {
            "content/texts/notice.yaml": (
                f"properties: {{api_key: {RANDOM}}}\nlocked: {AWS}\n"
                f"lockd: false # {AWS}\n"
                "locales: {en: {title: Notice}, es: {title: Aviso}}\n"
            ),
            "content/texts/link.yaml": (
                f'locales: {{en: {{title: "{AWS}"}}, es: {{title: "{AWS}  {RANDOM}"}}}}\n'
            ),
        }
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_repeats_it(leaking: Project, format_: str) -> None:
    leaking.run("check", "--format", format_).exits(1)
    printed = leaking.out + leaking.err
    assert "literal-secret" in printed
    assert "an access key of AWS" in printed
    assert "aws-sm:acme/portal/crm" in printed or format_ == "gitlab"  # which has no hints
    assert AWS not in printed
    assert RANDOM not in printed


def test_the_comment_on_a_pull_request_does_not_either(leaking: Project) -> None:
    leaking.commit().run("report", "--base", "HEAD").exits(0)
    assert "literal-secret" in leaking.out
    assert AWS not in leaking.out


def test_it_is_let_pass_by_a_waiver_with_a_reason(project: Project) -> None:
    project.files(
        {
            "content/texts/notice.yaml": (
                f"# the key of the sandbox: {AWS}\n"
                "locales: {en: {title: Notice}, es: {title: Aviso}}\n"
            ),
            "waivers.yaml": (
                "waivers:\n  - {rule: literal-secret, entity: texts/notice, reason: withdrawn,"
                " expires: 2999-01-01}\n"
            ),
        }
    )
    project.run("check").exits(0).says("let pass until 2999-01-01: withdrawn")


@pytest.mark.parametrize("name", ["clientarea.yaml", "content/README.md", "content/notes.txt"])
def test_files_that_are_no_entity_are_looked_at(project: Project, name: str) -> None:
    before = (project.root / name).read_text() if (project.root / name).exists() else ""
    project.files({name: f"{before}# {AWS}\n"}).run("check").exits(1)
    project.says(f"{name}:", "this looks like an access key of AWS [literal-secret]")


def test_real_catalogues_are_free_of_it(project: Project, shared_data: Path) -> None:
    for path in (shared_data / "po/django-allauth").rglob("*.po"):
        project.files({f"content/translations/x{path.stem}/en.po": path.read_bytes()})
    project.run("check", "--rule", "literal-secret", "--format", "json")
    assert project.data()["findings"] == []


def test_no_change_repeats_it(project: Project) -> None:
    """Neither what it was nor what it becomes, by whichever field or string it is known."""
    new = "Zt8Lq5WnYc3JhRb0Vx6M"
    notice = (
        "# the sandbox has {aws}\n"
        "properties: {{api_key: {value}, note: 'key {aws}', limits: [{{token: {value}}}]}}\n"
        "locales: {{en: {{title: Notice}}, es: {{title: Aviso}}}}\n"
    )
    path = "content/texts/notice.yaml"
    project.files({path: notice.format(aws=AWS, value=RANDOM)})
    project.commit().files({path: notice.format(aws=AWS[:-4] + "ABCD", value=new)})
    for command in (("diff",), ("diff", "--format", "json"), ("report", "--base", "HEAD")):
        project.run(*command).exits(0)
        assert "•••" in project.out
        for secret in (AWS, AWS[:-4], RANDOM, new):
            assert secret not in project.out + project.err, command


_AROUND = f"""\
# the sandbox: {AWS}
name: Shop
type: web_shop
hosting: custom
url: https://shop.acme.example
credentials: {{crm_api: hunter2, shop_api: "vault:acme/shop"}}
tokens:
  - {{name: t, scopes: [texts.read], verifier: letmein, expires: 2096-01-01}}
"""


def test_neither_does_a_diff_of_what_is_mended_or_edited(project: Project) -> None:
    project.files(
        {
            "content/texts/notice.yaml": (
                "locales:\n  en: {title: Notice}\n  es: {title: Aviso}\nproperties:\n"
                f"  api_key:\n    {RANDOM}\n  other: {AWS}\n  x: 'password={RANDOM}'\n"
                f'  secret_key: "\\x71{RANDOM[1:]}"\n  after: shown\n'
            ),
            "content/areas/shop/area.yaml": _AROUND + "type_: web_shop\ntype: web_shop\n",
            "content/areas/stand/area.yaml": (
                "name: S\ntype: website\nhosting: custom\nurl: https://stand.acme.example\n"
                f"# {AWS}\nbranding: {{colors: {{accent: '#0A5'}}}}\n"
            ),
        }
    )
    commands = (
        ("check", "--fix", "--dry-run"),
        ("check", "--fix", "--dry-run", "--format", "json"),
        ("add", "texts/notice", "--properties.more", "1", "--dry-run"),
        ("add", "texts/notice", "--properties.more", "1", "--dry-run", "--format", "json"),
        ("config", "stand", "name=Stand", "--dry-run"),
        ("remove", "areas/stand", "--dry-run"),
        ("lock", "texts/notice", "--dry-run"),
        ("unlock", "texts/notice", "--dry-run"),
    )
    shown = ""
    for command in commands:
        project.run(*command)
        printed = project.out + project.err
        shown += printed
        for secret in (AWS, RANDOM, RANDOM[1:], "hunter2", "letmein"):
            assert secret not in printed, f"{command}:\n{printed}"
    assert "•••" in shown
    assert "after: shown" in shown


def test_a_diff_hides_no_more_than_the_secret() -> None:
    before = b"a: 1\ncredentials: {crm: hunter2, shop: 'vault:acme/shop'}\nb: 1\n"
    after = before.replace(b"b: 1", b"b: 2")
    assert diff_text({"area.yaml": before}, {"area.yaml": after}).splitlines() == [
        "--- a/area.yaml",
        "+++ b/area.yaml",
        "@@ -1,3 +1,3 @@",
        " a: 1",
        " credentials: {crm: •••, shop: 'vault:acme/shop'}",
        "-b: 1",
        "+b: 2",
    ]


def test_a_diff_shows_that_a_secret_is_another_one() -> None:
    before = f"credentials:\n  crm: {AWS}\n".encode()
    assert diff_text({"area.yaml": before}, {"area.yaml": before.replace(b"4C", b"4D")}) == (
        "--- a/area.yaml\n+++ b/area.yaml\n@@ -1,2 +1,2 @@\n credentials:\n-  crm: •••\n+  crm: •••"
    )
