"""Catalogues of real projects: brought in, checked, built, published, in every language they have.

What is wrong with them is a finding, never a crash; a language with an error stays disabled.
Commands run in this process, since seven starts for each set would cost more than their work.
"""

import gc
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from compiler.cli import main
from tests.harness import LANGUAGES, Project


@dataclass(frozen=True)
class RealSet:
    """A set: its folder, format, and what is expected of it.

    ``faulty`` locales have an error: a placeholder, tag or plural form too many or too few.
    """

    folder: str
    format: str
    locales: int
    entries: int
    faulty: frozenset[str] = frozenset()
    mapped: tuple[str, ...] = ()


SETS = {
    "django": RealSet(
        *("po/django", "po", 27, 803),
        faulty=frozenset({"ar-DZ", "cy", "fr", "ga", "ja", "pt-BR", "sr-Latn", "uk"}),
    ),
    "superset": RealSet(
        *("po/superset", "po", 8, 4597),
        faulty=frozenset({"ar", "ja", "pl", "pt-BR", "ru", "sk", "sl"}),
    ),
    "allauth": RealSet("po/django-allauth", "po", 8, 375),
    "babel": RealSet("po/fixtures-babel", "po", 4, 2),
    "php": RealSet("po/fixtures-php-gettext", "po", 2, 14, frozenset({"bs"})),
    "saleor": RealSet(
        *("json/saleor-dashboard", "icu-json", 8, 4549),
        faulty=frozenset({"pl", "pt-BR", "ru", "sk"}),
        mapped=("defaultMessages=en",),
    ),
    "excalidraw": RealSet(
        *("json/excalidraw", "i18next", 26, 610),
        faulty=frozenset({"ar-SA", "es-ES", "fa-IR", "he-IL", "hi-IN"}),
    ),
    "devise": RealSet(
        *("yaml/devise-i18n", "rails-yaml", 72, 111),
        faulty=frozenset(
            {"ar", "bs", "he", "hr", "ig", "is", "ja", "km", "lo-LA", "lt", "mk", "ms", "sl"}
            | {"sr", "sr-RS", "tl", "uk", "vi", "yo", "zh-CN", "zh-TW"}
        ),
    ),
}


@pytest.mark.parametrize("name", SETS)
def test_a_set_comes_in_and_goes_live_in_every_language_without_an_error(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    real = SETS[name]
    here = Here(tmp_path)
    here.files({"clientarea.yaml": "version: 1\nlabels: any\ngate: draft\n"})

    here.run(*_import(real, shared_data)).exits(0)
    for read, became in re.findall(r"([\d,]+) read: (.*)", here.out):
        parts = re.findall(r"([\d,]*\d) (?!of them)", became)
        assert sum(map(_number, parts)) == _number(read)
    locales = sorted(path.stem for path in (tmp_path / "content/translations/app").iterdir())
    assert len(locales) == real.locales

    here.run("publish").exits(0)  # it checks and builds first
    assert len(here.published("translations/icu/en/app.json")) == real.entries

    here.edit(LANGUAGES, "enabled: [en]", f"enabled: [{', '.join(locales)}]")
    here.run("check", "--gate", "draft", "--format", "json")
    assert here.data()["summary"]["entities"] == real.entries
    errors = {one["locale"] for one in here.data()["findings"] if one["severity"] == "error"}
    assert errors == real.faulty
    fine = [tag for tag in locales if tag not in errors]
    here.edit(LANGUAGES, ", ".join(locales) + "]\n", ", ".join(fine) + "]\n")
    here.run("publish", "--gate", "draft").exits(0)
    for tag in fine:
        assert len(here.published(f"translations/icu/{tag}/app.json")) == real.entries


@pytest.mark.parametrize("name", ["allauth", "devise"])
def test_coming_again_changes_nothing(name: str, shared_data: Path, tmp_path: Path) -> None:
    here = Here(tmp_path).files({"clientarea.yaml": "version: 1\n"})
    here.run(*_import(SETS[name], shared_data)).exits(0)
    here.run(*_import(SETS[name], shared_data), "--dry-run").exits(0)
    here.says(f"Would write: {SETS[name].locales + 1} unchanged.")


class Here(Project):
    """A project whose commands run in this process."""

    # `override` would have to come from a package: the standard library has it from 3.12 on.
    def run(  # type: ignore[explicit-override]
        self, *arguments: str, cwd: Path | None = None
    ) -> Project:
        """Run the command line on the project."""
        assert cwd is None
        out, err = StringIO(), StringIO()
        gc.disable()  # a fifth of the time; what a command leaves behind is little
        try:
            with redirect_stdout(out), redirect_stderr(err):
                self.code = main(["--project", str(self.root), *arguments])
        finally:
            gc.enable()
        self.out, self.err = out.getvalue(), err.getvalue()
        return self


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _import(real: RealSet, data: Path) -> list[str]:
    maps = [option for pair in real.mapped for option in ("--locale-map", pair)]
    about = ["--format", real.format, "--namespace", "app", "--source-locale", "en"]
    return ["import", *about, *maps, str(data / real.folder)]
