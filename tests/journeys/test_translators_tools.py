"""Catalogues and XLIFF in the hands of what Weblate reads and writes them with."""

import difflib
from pathlib import Path
from typing import Any

import pytest
from translate.storage import pypo, xliff, xliff2

from tests.journeys.showcase import Showcase

RUSSIAN = "content/translations/portal/ru.po"
ARABIC = "content/translations/common/ar.po"


def opened(path: Path) -> Any:
    """Open a catalogue as Weblate does where a component is set not to wrap lines."""
    store = pypo.pofile.parsefile(str(path))  # type: ignore[no-untyped-call]
    store.wrapper.width = -1
    return store


def changed(before: bytes, after: bytes) -> list[str]:
    """Return the lines that are other ones."""
    lines = difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_every_catalogue_is_written_as_it_was_read(showcase: Showcase) -> None:
    catalogues = sorted(showcase.root.glob("content/translations/*/*.po"))
    assert len(catalogues) > 10
    for path in catalogues:
        assert bytes(opened(path)) == path.read_bytes(), path


def test_what_weblate_saves_is_a_small_and_right_change(showcase: Showcase) -> None:
    path = showcase.root / RUSSIAN
    before = path.read_bytes()
    store = opened(path)
    [unit] = [one for one in store.units if one.getcontext() == "dashboard.title"]
    unit.target = "Обзор счёта"
    unit.markfuzzy()
    path.write_bytes(bytes(store))
    assert [line[:8] for line in changed(before, path.read_bytes())] == [
        "+ #, fuz",
        "- msgstr",
        "+ msgstr",
    ]
    showcase.run("check").exits(0)
    assert "unreviewed" in showcase.run("show", "translations/portal:dashboard.title").out


def test_an_entry_that_weblate_adds_for_a_language_is_the_one_that_lacked(
    showcase: Showcase,
) -> None:
    showcase.run("sync").exits(0)
    path = showcase.root / ARABIC
    store = opened(path)
    missing = [one for one in store.units if one.getcontext() == "nav.faq"]
    assert [bool(one.target) for one in missing] == [False]
    missing[0].target = "أسئلة"
    path.write_bytes(bytes(store))
    showcase.run("sync", "--check").exits(0)
    assert "أسئلة" in showcase.run("show", "translations/common:nav.faq").out


@pytest.mark.parametrize("form", ["xliff", "xliff-2"])
def test_xliff_goes_through_a_translators_tool(showcase: Showcase, form: str) -> None:
    wanted = ("--namespace", "common", "--only", "missing", "--locale", "ar", "--output", "work")
    showcase.run("export", "--format", form, *wanted).exits(0)
    path = showcase.root / "work/ar.xlf"
    kind = xliff.xlifffile if form == "xliff" else xliff2.Xliff2File
    store = kind.parsefile(str(path))  # type: ignore[no-untyped-call]
    [unit] = [one for one in store.units if str(one.source) == "FAQ"]
    if form == "xliff":  # of 2.0 it looks for notes in segments, where the standard has none
        assert "Short form" in unit.getnotes()
    unit.target = "أسئلة"
    unit.markfuzzy(False)
    path.write_bytes(bytes(store))
    showcase.run("import", "--format", "xliff", "--namespace", "common", "work").exits(0)
    assert "أسئلة" in showcase.run("show", "translations/common:nav.faq").out
