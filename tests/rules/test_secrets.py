"""A secret is told without being repeated, in every format and by every other finding."""

from pathlib import Path

import pytest

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
