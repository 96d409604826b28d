"""Catalogues of real projects: brought in, checked, built, published, in every language they have.

What is wrong with them is a finding, never a crash; a language with an error stays disabled.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.harness import LANGUAGES, Project


@dataclass(frozen=True)
class RealSet:
    """A set: its folder, format, and what is expected of it."""

    folder: str
    format: str
    locales: int
    entries: int
    mapped: tuple[str, ...] = ()


SETS = {
    "django": RealSet("po/django", "po", 27, 803),
    "superset": RealSet("po/superset", "po", 8, 4597),
    "allauth": RealSet("po/django-allauth", "po", 8, 375),
    "babel": RealSet("po/fixtures-babel", "po", 4, 2),
    "php": RealSet("po/fixtures-php-gettext", "po", 2, 14),
    "saleor": RealSet("json/saleor-dashboard", "icu-json", 8, 4549, ("defaultMessages=en",)),
    "excalidraw": RealSet("json/excalidraw", "i18next", 26, 610),
    "devise": RealSet("yaml/devise-i18n", "rails-yaml", 72, 111),
}


@dataclass(frozen=True)
class Brought:
    """A project with a set in it."""

    project: Project
    real: RealSet

    def bring(self, data: Path, *more: str) -> Project:
        """Import the set once more."""
        maps = [option for pair in self.real.mapped for option in ("--locale-map", pair)]
        return self.project.run(
            *("import", "--format", self.real.format, "--namespace", "app"),
            *("--source-locale", "en", *maps, *more, str(data / self.real.folder)),
        )


@pytest.fixture(scope="module", params=SETS)
def brought(
    request: pytest.FixtureRequest, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Brought:
    """Each set once, in a project of its own."""
    root = tmp_path_factory.mktemp(request.param)
    project = Project(root).files({"clientarea.yaml": "version: 1\nlabels: any\ngate: draft\n"})
    made = Brought(project, SETS[request.param])
    made.bring(shared_data).exits(0)
    return made


def test_it_comes_in_and_coming_again_changes_nothing(brought: Brought, shared_data: Path) -> None:
    catalogues = list((brought.project.root / "content/translations/app").iterdir())
    assert len(catalogues) == brought.real.locales
    number = f"{brought.real.locales + 1:,}"
    brought.bring(shared_data, "--dry-run").exits(0).says(f"Would write: {number} unchanged.")


def test_it_is_checked_and_published_in_its_source_language(brought: Brought) -> None:
    project = brought.project
    project.run("check", "--format", "json").exits(0)
    summary = project.data()["summary"]
    assert (summary["entities"], summary["errors"]) == (brought.real.entries, 0)
    project.run("build").exits(0)
    project.run("publish").exits(0)
    assert len(project.published("translations/icu/en/app.json")) == brought.real.entries


def test_every_language_without_an_error_can_be_enabled_as_a_draft(brought: Brought) -> None:
    project = brought.project
    file = project.root / LANGUAGES
    before = file.read_text(encoding="utf-8")
    locales = sorted(path.stem for path in (project.root / "content/translations/app").iterdir())
    try:
        file.write_text(_enabling(before, locales), encoding="utf-8")
        project.run("check", "--gate", "draft", "--format", "json")
        errors = {one["locale"] for one in project.data()["findings"] if one["severity"] == "error"}
        assert None not in errors
        fine = [tag for tag in locales if tag not in errors]
        file.write_text(_enabling(before, fine), encoding="utf-8")
        project.run("publish", "--gate", "draft").exits(0)
        for tag in fine:
            assert project.published(f"translations/icu/{tag}/app.json")
    finally:
        file.write_text(before, encoding="utf-8")


def _enabling(languages: str, locales: list[str]) -> str:
    return languages.replace("enabled: [en]", f"enabled: [{', '.join(locales)}]")
