"""What checking and building very large catalogues takes of memory, all processes together."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.timing import Runs, run
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_corpus

_KEYS, _NAMESPACES = 20_000, 10
"""So many keys in each namespace: there are no words for more that are all different."""

_TWINS = {"ru-BY": "ru", "de-AT": "de", "de-CH": "de", "fr-BE": "fr", "ar-EG": "ar", "ja-JP": "ja"}
"""As many languages again, with the words and the plural forms of the others."""

_CHECK, _BUILD = "check, cold", "build, cold"
_BOUND = 1_500
_PAUSE = 0.05


def measure(bench: Workbench) -> Result:
    """Measure each command once, cold: memory is the same each time."""
    write_corpus(bench.scratch, _KEYS)
    project = bench.scratch / "project"
    _enlarge(project)
    runs, remarks = {}, []
    for name, verb in ((_CHECK, "check"), (_BUILD, "build")):
        shutil.rmtree(project / "build", ignore_errors=True)
        with _watched() as peak:
            runs[name] = Runs((run((CLIENTAREA, verb), project),))
        remarks.append(f"{name}: {_told(peak.bytes)}")
    return Result(
        title=f"Memory: {_KEYS * _NAMESPACES:,} keys in {2 * len(_TWINS)} languages",
        runs=runs,
        remarks=(*remarks, f"bound: {_BOUND:,} MB, all processes together"),
    )


def _told(peak: int) -> str:
    if not peak:
        return "not known, for only Linux tells of it"
    return f"{peak / 1e6:,.0f} MB at most, all processes together, what they share counted once"


def _enlarge(project: Path) -> None:
    languages = project / "content/configurations/languages.yaml"
    folder = next((project / "content/translations").iterdir())
    for twin, other in _TWINS.items():
        with (
            (folder / f"{other}.po").open(encoding="utf-8") as read,
            (folder / f"{twin}.po").open("w", encoding="utf-8", newline="\n") as written,
        ):
            for line in read:
                written.write(line.replace(f'"Language: {other}\\n"', f'"Language: {twin}\\n"'))
    for number in range(1, _NAMESPACES):
        shutil.copytree(folder, folder.with_name(f"{folder.name}{number}"))
    text = languages.read_text(encoding="utf-8")
    languages.write_text(text.replace("]", f", {', '.join(_TWINS)}]"), encoding="utf-8")


class _Peak:
    """The most bytes that the children of this process had at once, with all below them."""

    bytes = 0


@contextmanager
def _watched() -> Iterator[_Peak]:
    peak, done = _Peak(), threading.Event()

    def watch() -> None:
        while not done.wait(_PAUSE):
            peak.bytes = max(peak.bytes, sum(map(_bytes_of, _below(os.getpid()))))

    watcher = threading.Thread(target=watch, daemon=True)
    if sys.platform.startswith("linux"):
        watcher.start()
    try:
        yield peak
    finally:
        done.set()
        if watcher.ident is not None:
            watcher.join()


def _below(pid: int) -> Iterator[int]:
    """Yield the processes that a process has started, and those that these have."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):  # none, or it has just ended
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(folder.name))
    ahead = parents.pop(pid, [])
    while ahead:
        yield (one := ahead.pop())
        ahead += parents.pop(one, [])


def _bytes_of(pid: int) -> int:
    """Return the memory of a process, of what it shares its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
