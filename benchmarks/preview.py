"""The preview of a large project: made, opened and searched in Chromium, and after an edit."""

import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus.vocabulary import LOCALES
from benchmarks.timing import Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_corpus
from tests.journeys.browsing import file_address, visited

_MADE = "preview"
_EDITED = Path("content/translations/portal/de.po")
_WORDS = ("k", "ko", "kon", "kont", "konto", "kontoa", "p", "pa", "pay", "paym", "payment", "zah")
_PAINT = (
    "async () => { while (true) { const [seen] = performance.getEntriesByName("
    "'first-contentful-paint'); if (seen) return seen.startTime;"
    " await new Promise((go) => setTimeout(go, 10)); } }"
)
_TYPED = """async () => {
  const box = document.querySelector('#search');
  const painted = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  const took = [];
  for (const words of %s) {
    const begun = performance.now();
    box.value = words;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await painted();
    took.push(performance.now() - begun);
    await new Promise((go) => setTimeout(go, 250));
  }
  return took;
}"""
"""Types words, each a keystroke; returns how many milliseconds each took until it was painted."""


def measure(bench: Workbench) -> Result:
    """Measure the making of the site, and what a reader waits for, who has it open."""
    write_corpus(bench.scratch, bench.keys)
    project = bench.scratch / "project"
    runs = in_turn(
        {_MADE: Task({_MADE: (CLIENTAREA, "preview")}, project, makes=("build",))}, bench.rounds
    )
    site = project / "build" / "preview"
    typed = _TYPED % list(_WORDS)
    warm: Sequence[tuple[str, ...]] = [("fill", "#search", "konto"), ("wait", ".rows li")]
    visits: list[dict[str, Any]] = [
        {"read": _PAINT},
        {"steps": warm, "settle": 1_000, "read": typed},
    ]
    opened, searched = visited(file_address(site), visits)
    keystrokes = sorted(searched["read"])
    middle, worst = statistics.median(keystrokes), keystrokes[-1]
    return Result(
        title=f"Preview: {bench.keys:,} keys in {len(LOCALES)} languages",
        runs=runs,
        remarks=(
            f"first paint {opened['read']:.0f} ms; bound 1,000 ms",
            f"a keystroke until it is painted {middle:.0f} ms, {worst:.0f} ms at most; bound 50 ms",
            f"after an edit an open page shows it in {_reloaded(project):.1f} s; bound 1 s",
        ),
    )


def _reloaded(project: Path) -> float:
    """Return the seconds from an edit until a page that is open shows it."""
    path = project / _EDITED
    label, old = _first(path)
    command = [CLIENTAREA, "preview", "--serve", "--port", "0"]
    with tempfile.TemporaryFile() as nowhere:
        serving = subprocess.Popen(
            command, cwd=project, stdout=subprocess.PIPE, stderr=nowhere, text=True
        )
        try:
            assert serving.stdout is not None
            address = serving.stdout.readline().split()[0]
            steps = [
                ("wait", ".string"),
                ("edit", str(path), f'msgstr "{old}"', 'msgstr "Neu geschrieben"'),
                ("shows", ".string", "Neu geschrieben"),
            ]
            where = f"#/entry/translations/portal:{label}?locale=de"
            [found] = visited(address, [{"hash": where, "steps": steps}])
        finally:
            serving.kill()
            serving.wait()
    return float(sum(found["took"][1:]) / 1000)


def _first(path: Path) -> tuple[str, str]:
    """Return the label and the text of the first string that is translated without arguments."""
    label = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("msgctxt"):
            label = line.split('"')[1]
        elif line.startswith('msgstr "') and label and line[8:9].isalpha() and "{" not in line:
            return label, line.removeprefix('msgstr "').removesuffix('"')
    raise ValueError(f"{path} has no text")
