"""Catalogues of other projects, brought in and synced: nothing is lost, and gettext takes them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from compiler.read.po import read_po
from tests.conftest import missing
from tests.harness import Project

SETS = {
    "django": "po/django",
    "superset": "po/superset",
    "allauth": "po/django-allauth",
    "babel": "po/fixtures-babel",
    "php": "po/fixtures-php-gettext",
}
FOLDER = "content/translations/app"


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_synced_once_and_nothing_of_it_is_lost(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    here = Project(tmp_path).files({"clientarea.yaml": "version: 1\nlabels: any\n"})
    about = ("--format", "po", "--namespace", "app", "--source-locale", "en")
    here.run("import", *about, str(shared_data / SETS[name])).exits(0)
    before = {path: translations(path) for path in (tmp_path / FOLDER).iterdir()}

    here.run("sync").exits(0)
    for path, texts in before.items():
        assert texts <= translations(path)
    here.run("sync", "--check").exits(0).says("Nothing to do")
    refused_by_msgfmt(here)


def test_a_changed_source_goes_stale_everywhere_and_comes_back(
    shared_data: Path, tmp_path: Path
) -> None:
    here = Project(tmp_path).files({"clientarea.yaml": "version: 1\nlabels: any\n"})
    about = ("--format", "po", "--namespace", "app", "--source-locale", "en")
    here.run("import", *about, str(shared_data / SETS["allauth"])).exits(0)
    here.run("sync").exits(0)
    before = {path: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()}

    source = tmp_path / FOLDER / "en.po"
    source.write_bytes(
        source.read_bytes()
        .replace(b'msgid "', b'msgid "Well: ')
        .replace(b'msgid "Well: "\nmsgstr ""\n', b'msgid ""\nmsgstr ""\n', 1)
    )
    here.run("sync").exits(0)
    refused_by_msgfmt(here)
    source.write_bytes(before[source])
    here.run("sync").exits(0)
    assert {path: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()} == before


def translations(path: Path) -> set[str]:
    """Return the texts of a catalogue; line ends at their edges are the source's to say."""
    entries = read_po(path.name, path.read_bytes()).entries
    return {text.strip("\n") for entry in entries for text in entry.msgstr if text.strip("\n")}


def refused_by_msgfmt(here: Project) -> None:
    if shutil.which("msgfmt") is None:
        missing("gettext is not installed")
    for path in sorted((here.root / FOLDER).iterdir()):
        done = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
