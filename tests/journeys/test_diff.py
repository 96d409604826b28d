"""`diff` through the command line: between the work tree and revisions, for people and programs."""

import pytest

from tests.harness import LANGUAGES, Project
from tests.journeys.showcase import Showcase

CARD = "content/texts/deposit/cardNotice.yaml"


@pytest.fixture
def reviewed(showcase: Showcase) -> Showcase:
    """The showcase as a repository with one commit."""
    (showcase.root / ".gitignore").write_text("build\n", encoding="utf-8")
    showcase.commit()
    return showcase


def test_a_reformatted_file_changes_nothing_for_anyone(reviewed: Showcase) -> None:
    reviewed.edit(CARD, "title: Paying by card", 'title: "Paying by card"  # quoted')
    reviewed.run("diff").exits(0)
    assert reviewed.out == "Nothing changes for anyone.\n"
    reviewed.run("diff", "--breaking").exits(0)
    assert reviewed.out == "Nothing breaks clients.\n"


def test_what_visitors_of_which_area_and_language_see_is_told(reviewed: Showcase) -> None:
    reviewed.edit(CARD, "title: Paying by card", "title: Pay by card")
    reviewed.run("diff").exits(0)
    assert reviewed.out == (
        "texts/deposit.cardNotice\n"
        "  ~ en.title: “Paying by card” → “Pay by card”\n"
        "  ~ es.state: “current” → “stale”\n"
        "  ~ ru.state: “current” → “stale”\n"
        "  ~ pl.state: “current” → “stale”\n"
        "\n"
        "What visitors will see different:\n"
        "  acme-portal and acme-shop, in en: texts/deposit.cardNotice\n"
        "\n"
        "1 entry changed; visitors see something different.\n"
    )


def test_a_removal_breaks_clients_and_says_why(reviewed: Showcase) -> None:
    reviewed.run("rename", "translations/common:action.copy", "action.copyAll").exits(0)
    reviewed.commit("Rename").run("diff", "HEAD~1", "HEAD", "--breaking").exits(0).says(
        "translations/common:action.copy\n  → renamed to translations/common:action.copyAll\n",
        "breaks clients: applications ask for it by its label [breaking-entry-removed]",
        "1 change of 1 entry breaks clients.",
    )
    reviewed.run("diff").exits(0).says("Nothing changes for anyone.")


def test_a_program_gets_every_change(reviewed: Showcase) -> None:
    reviewed.edit(CARD, "title: Paying by card", "title: Pay by card")
    reviewed.run("diff", "--format", "json").exits(0)
    data = reviewed.data()
    assert data["changes"][0] == {
        "entity": "texts/deposit.cardNotice", "what": "changed", "area": None, "locale": "en",
        "part": "title", "before": "Paying by card", "after": "Pay by card",
        "weight": "compatible", "rule": None, "reason": None,
        "areas": ["acme-portal", "acme-shop"],
    }  # fmt: skip
    assert {(one["area"], one["locale"]) for one in data["visible"]} == {
        ("acme-portal", "en"),
        ("acme-shop", "en"),
    }


def test_areas_with_a_word_of_their_own_are_told_apart(reviewed: Showcase) -> None:
    general = "content/configurations/general.yaml"
    reviewed.edit(general, "accounts_max: 5", "accounts_max: 6")
    reviewed.edit(general, "withdrawal_tfa: true", "withdrawal_tfa: false")
    reviewed.edit("content/configurations/support.yaml", "client-support", "first-line")
    reviewed.run("diff").exits(0).says(
        "  ~ clients.accounts_max: 5 → 6 (for acme-portal; acme-shop has its own)\n"
        "  ~ clients.withdrawal_tfa: true → false\n",
        "configurations/support (for no area; acme-portal and acme-shop have their own)\n",
    )


def test_another_image_is_told(reviewed: Showcase) -> None:
    path = reviewed.root / "content/banners/summer/es/wide.png"
    path.write_bytes((reviewed.root / "content/banners/summer/en/wide.png").read_bytes())
    reviewed.run("diff").exits(0).says(
        "~ es.images.wide: “1920 × 480 PNG, ",
        " % different”",
        "in es: banners/summer",
    )


def test_a_revision_that_is_not_there_is_said(reviewed: Showcase) -> None:
    reviewed.run("diff", "nowhere").exits(3).says("knows no revision `nowhere`")
    reviewed.run("diff", "--output=/etc/x").exits(2)
    reviewed.run("diff", "--", "--output=/etc/x").exits(3)


def test_every_language_that_is_dropped_is_named(project: Project) -> None:
    languages = "source: en\nactive: [en, es, fr, de]\nenabled: [en, es, fr, de]\n"
    project.files({LANGUAGES: languages}).commit()
    project.files({LANGUAGES: languages.replace("enabled: [en, es, fr, de]", "enabled: [en]")})
    project.run("diff", "--breaking").exits(0).says(
        "visitors could choose `es`, `fr`, `de` [breaking-locale-dropped]"
    )
    project.run("report", "--base", "HEAD").says("`en, es, fr, de`")
    assert "['en'" not in project.out


def test_a_renamed_namespace_loses_no_translation(project: Project) -> None:
    project.commit().run("rename", "translations/portal", "translations/web").exits(0)
    project.run("diff").exits(0).says("renamed to translations/web:greeting")
    assert "es removed" not in project.out
    assert "breaking-locale-dropped" not in project.out


def test_a_changed_file_whose_name_has_a_space(project: Project) -> None:
    project.commit()
    project.files({"content/texts/a b.yml": "x: y\n"}).git("add", "--all")
    project.run("report", "--base", "HEAD").says("(on a changed line)")
