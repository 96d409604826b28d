"""Findings and bundles are the same, whether one process makes them or several."""

import json
import os
import subprocess
import sys
from collections import Counter
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


def cores_or_skip() -> set[int]:
    """Return the cores that this process may use; skip where it is one only."""
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else {0}
    if len(cores) == 1:
        missing("this process may use one core only")
    return cores


def _misshape(folder: Path) -> None:
    """Put in what is wrong with files, entries and languages as a whole."""
    entry = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'
    added = {
        "fr": "\n" + entry.format("gone.away", "Gone", "Parti"),
        "ru": '\nmsgid "Nameless"\nmsgstr "Безымянный"\n',
        "de": "\n".join(["", *(entry.format("twice", text, "Zwei") for text in ("Two", "Both"))]),
        "ja": "\n#, ignore-double-space\n" + entry.format("left.over", "Left over", "残り"),
    }
    for locale, text in added.items():
        path = folder / CATALOGUE.format(locale)
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    arabic = folder / CATALOGUE.format("ar")
    head, sign, rest = arabic.read_text(encoding="utf-8").partition("\n\n")
    _, _, rest = rest.partition("\n\n")
    second, _, rest = rest.partition("\n\n")
    older = second.replace('msgid "', 'msgid "Once ', 1)
    head = head.replace("Language: ar", "Language: fa")
    arabic.write_text(f"{head}{sign}{older}\n\n{rest}", encoding="utf-8")
    (folder / CATALOGUE.format("pl")).write_bytes(arabic.read_bytes())
    (folder / "content/translations/other").mkdir()
    (folder / "content/translations/other/de.po").write_text(added["fr"].lstrip(), encoding="utf-8")
    notice = folder / "content/texts/notice.yaml"
    notice.parent.mkdir()
    notice.write_text(
        "locales:\n  en: {title: Notice}\n  ru: {title: Уведомление}\n", encoding="utf-8"
    )
    languages = folder / "content/configurations/languages.yaml"
    listed = languages.read_text(encoding="utf-8")
    active, _, _ = listed.partition("enabled:")
    languages.write_text(f"{active}enabled: [en, ru, ar]\n", encoding="utf-8")


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
    several = cores_or_skip()
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


def test_what_is_wrong_beside_texts_is_found_alike(tmp_path: Path) -> None:
    several = cores_or_skip()
    folder = tmp_path / "project"
    write_project(folder, draw_strings(1500))
    _misshape(folder)
    found = json.loads(_run(folder, "check", {min(several)}))["findings"]
    assert {finding["rule"] for finding in found} >= {
        *("missing-label", "duplicate-label", "language-header", "orphaned-entry", "stale"),
        *("missing-translation", "incomplete-language", "unstamped", "unused-suppression"),
        *("inactive-locale", "missing-source"),
    }
    assert json.loads(_run(folder, "check", several))["findings"] == found


def test_a_catalogue_is_read_by_whoever_works_on_it_and_by_no_other(tmp_path: Path) -> None:
    several = cores_or_skip()
    folder, log = tmp_path / "project", tmp_path / "log"
    write_project(folder, draw_strings(1500))
    script = f"""
import sys
import compiler.load.catalogues as catalogues
read = catalogues.read_po
def logged(path, data):
    with open({str(log)!r}, "a") as file:
        file.write(path + "\\n")
    return read(path, data)
catalogues.read_po = logged
from compiler.cli import main
sys.exit(main())
"""
    command = [sys.executable, "-c", script, "--project", str(folder), "build"]
    subprocess.run(
        command, check=True, timeout=110, preexec_fn=lambda: os.sched_setaffinity(0, several)
    )
    expected = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.po"))
    read = Counter(log.read_text().splitlines())
    assert sorted(read) == expected
    # The last language is parted, and the two who have it may be two processes.
    assert read.total() <= len(expected) + 1
