#!/usr/bin/env python3
"""Prove that each lock can be installed, from wheels alone, on every Python and platform it is for.

Asks pip, as an installation would, for every lock, Python and platform, and installs nothing. What
this shows: for each pinned version there is a wheel that fits, its hash stands in the lock, and the
lock holds every dependency of what it pins. What it does not show: that the wheels work there. And
pip reads environment markers (`sys_platform == …`) as those of the Python that runs it, so that a
line which another platform or Python alone needs is not looked at; such lines are printed.

Usage: tools/check_locks.py [LOCK…]     (a name below requirements/, without .txt; default: all)
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13", "3.14")

# The tags of wheels that pip would take on such a machine. Linux: glibc 2.28 (RHEL 8, Debian 10)
# or later; macOS: 14 or later.
_MANYLINUX = ("2_28", "2_24", "2_17", "2014")
_MACOS = ("14_0", "13_0", "12_0", "11_0")
_MACOS_INTEL = (*_MACOS, *(f"10_{minor}" for minor in range(16, 8, -1)))
PLATFORMS = {
    "Linux x86_64": [
        *(f"manylinux{'' if v == '2014' else '_'}{v}_x86_64" for v in (*_MANYLINUX, "2_12", "2_5")),
        "manylinux2010_x86_64",
        "manylinux1_x86_64",
    ],
    "Linux aarch64": [f"manylinux{'' if v == '2014' else '_'}{v}_aarch64" for v in _MANYLINUX],
    "macOS arm64": [f"macosx_{v}_{kind}" for v in _MACOS for kind in ("arm64", "universal2")],
    "macOS x86_64": [
        f"macosx_{v}_{kind}" for v in _MACOS_INTEL for kind in ("x86_64", "universal2")
    ],
}

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"


def main(names: list[str]) -> int:
    """Print a table for each lock, and what pip said where it refused one; then 1, else 0."""
    locks = [REQUIREMENTS / f"{name}.txt" for name in names] or sorted(REQUIREMENTS.glob("*.txt"))
    refused = [_is_refused_somewhere(lock) for lock in locks]
    return int(any(refused))


def _is_refused_somewhere(lock: Path) -> bool:
    cases = list(product(PLATFORMS, PYTHONS))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        answers = list(pool.map(lambda case: _refusal(lock, *case), cases))
    refusals = {case: answer for case, answer in zip(cases, answers, strict=True) if answer}
    _print_table(lock.name, lock.read_text(encoding="utf-8"), refusals)
    return bool(refusals)


def _refusal(lock: Path, platform: str, python: str) -> str:
    """Say why pip would not install this lock there; nothing where it would."""
    with tempfile.TemporaryDirectory() as target:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        command += ["--dry-run", "--ignore-installed", "--require-hashes", "--only-binary=:all:"]
        command += ["--implementation=cp", f"--python-version={python}", f"--target={target}"]
        command += [f"--platform={tag}" for tag in PLATFORMS[platform]]
        command += ["--requirement", str(lock)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else "\n".join(run.stderr.strip().splitlines()[-3:])


def _print_table(name: str, text: str, refusals: dict[tuple[str, str], str]) -> None:
    print(f"{name}: {len(re.findall(r'^[a-z]', text, re.MULTILINE))} packages")
    print(" " * 16 + "".join(f"{python:>9}" for python in PYTHONS))
    for platform in PLATFORMS:
        words = ("refused" if (platform, python) in refusals else "fits" for python in PYTHONS)
        print(f"  {platform:<14}" + "".join(f"{word:>9}" for word in words))
    for (platform, python), refusal in refusals.items():
        print(f"  {platform}, {python}:\n    " + refusal.replace("\n", "\n    "))
    for line in re.findall(r"^[a-z][^;\n]*;[^\\\n]*", text, re.MULTILINE):
        print(f"  only where its marker holds: {line.strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
