"""Findings and bundles are the same, whether one process makes them or several."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus.strings import draw_strings
from benchmarks.corpus.writing import write_project
from tests.conftest import missing

CATALOGUE = "content/translations/portal/{}.po"
DEFECTS = {  # a text of the corpus changed in each language, in a way that a rule sees
    "ru": ("{name}", "{имя}"),
    "fr": ("<b>", "<strong>"),
    "ar": ("{count, plural, zero", "{count, plural, cero"),
    "de": ("{amount, number}", "{amount}"),
}


def _spoil(folder: Path) -> None:
    for locale, (old, new) in DEFECTS.items():
        path = folder / CATALOGUE.format(locale)
        head, sign, tail = path.read_text(encoding="utf-8").rpartition(f'msgstr "{old}')
        if not sign:
            head, sign, tail = path.read_text(encoding="utf-8").rpartition(old)
            path.write_text(f"{head}{new}{tail}", encoding="utf-8")
        else:
            path.write_text(f'{head}msgstr "{new}{tail}', encoding="utf-8")


def _run(folder: Path, verb: str, on: Iterable[int]) -> str:
    """Run a verb on some cores only; return what it prints."""
    command = [sys.executable, "-m", "compiler", "--project", str(folder), verb]
    done = subprocess.run(
        [*command, "--gate", "draft", "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
        preexec_fn=lambda: os.sched_setaffinity(0, on),
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def _built(folder: Path) -> dict[str, bytes]:
    out = folder / "build" / "out"
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.json")}


def test_one_core_and_several_find_and_build_the_same(tmp_path: Path) -> None:
    several = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else {0}
    if len(several) == 1:
        missing("this process may use one core only")
    folder = tmp_path / "project"
    write_project(folder, draw_strings(1500))
    languages = folder / "content/configurations/languages.yaml"
    listed = languages.read_text(encoding="utf-8")
    languages.write_text(listed.replace("fr,", "fr, fr-CA, it,"), encoding="utf-8")
    one = {min(several)}

    _run(folder, "build", one)
    alone = _built(folder)
    _run(folder, "build", several)
    assert _built(folder) == alone
    for locale in ("ru", "fr-CA", "it"):  # two of them without a catalogue
        assert f"public/default/translations/icu/{locale}/portal.json" in alone

    _spoil(folder)
    found = _run(folder, "check", one)
    assert {finding["locale"] for finding in json.loads(found)["findings"]} == {*DEFECTS, "it"}
    assert _run(folder, "check", several) == found
