"""Instructions of the processor that three fixed workloads take.

`python -m benchmarks.instructions` counts them by valgrind: they are the same on a busy machine and
on an idle one, so that a change of a tenth of a per cent is seen. They are set against the figures
in `instructions.json`, which `--keep` writes; those of another Python are not compared. Nothing is
asserted here.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.workbench import ROOT, write_corpus, write_text_corpus

KEPT = Path(__file__).with_name("instructions.json")
_STRINGS, _TEXTS = 300, 60
_VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
_COUNTED = re.compile(r"I\s+refs:\s+([0-9,]+)")


def main() -> int:
    """Count, print, and keep where that is asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.instructions")
    parser.add_argument("--keep", action="store_true", help=f"write them into {KEPT.name}")
    keep = parser.parse_args().keep
    with tempfile.TemporaryDirectory() as scratch:
        counted = _counted(Path(scratch))
    known: dict[str, dict[str, int]] = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    print(table(counted, known.get(python())))
    if keep:
        text = json.dumps({**known, python(): counted}, indent=2, sort_keys=True)
        KEPT.write_text(f"{text}\n", encoding="utf-8")
    return 0


def python() -> str:
    """Return the Python whose figures can be compared."""
    return f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}"


def table(counted: Mapping[str, int], kept: Mapping[str, int] | None) -> str:
    """Return a line a workload: millions of instructions, and how they differ from those kept."""
    lines = [f"Instructions, {python()}; {'nothing is kept of it' if kept is None else 'change'}"]
    for name, number in counted.items():
        before = (kept or {}).get(name)
        change = "" if before is None else f"{100 * (number - before) / before:+9.2f} %"
        lines.append(f"  {name:44}{number / 1e6:10,.1f} million{change}")
    return "\n".join(lines)


def _counted(scratch: Path) -> dict[str, int]:
    write_corpus(scratch, _STRINGS)
    write_text_corpus(scratch, _STRINGS, _TEXTS)
    return {
        "clientarea --version": count(scratch, "--version"),
        f"check, {_STRINGS} strings in 6 languages": count(scratch / "project", "check"),
        f"build, {_TEXTS} texts in 4 languages": count(scratch / "texts", "build"),
    }


def count(folder: Path, *arguments: str) -> int:
    """Return the instructions that the command line takes in a folder, nothing kept from before."""
    command: Sequence[str] = (*_VALGRIND, sys.executable, "-m", "compiler", *arguments)
    # CI: nothing is kept between runs. A fixed seed: the same order in every set.
    environment = {
        **os.environ, "CI": "true", "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    subprocess.run(
        command[len(_VALGRIND) :], cwd=folder, env=environment, capture_output=True, check=True
    )
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=True, text=True
    )
    found = _COUNTED.search(run.stderr)
    if found is None:
        message = f"valgrind counted nothing:\n{run.stderr}"
        raise ValueError(message)
    return int(found[1].replace(",", ""))


if __name__ == "__main__":
    sys.exit(main())
