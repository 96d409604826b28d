"""`make bench`: prints a table of ratios; nothing is asserted here."""

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.catalogues import write_project
from benchmarks.timing import Pair, in_turn, seconds

CLIENTAREA = str(Path(sys.executable).with_name("clientarea"))
KEYS = 5000


def main() -> None:
    """Run every benchmark and print its line."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _start(folder)
        _catalogues(folder)
        _publish(folder)


def _start(folder: Path) -> None:
    pair = in_turn([CLIENTAREA, "--version"], [sys.executable, "-c", "pass"], folder, 20)
    bound = 1.6 * pair.yardstick + 0.060
    _print("--version against bare Python", pair)
    print(f"    bound: 1.6 x bare + 60 ms = {bound * 1000:.0f} ms")


def _catalogues(folder: Path) -> None:
    catalogues = write_project(folder, KEYS)
    label = f"check of {KEYS} strings in 3 languages"
    check = [CLIENTAREA, "check"]
    if shutil.which("msgfmt") is None:
        print(f"{label}: {seconds(check, folder):.2f} s (no msgfmt here to compare with)")
        return
    files = " ".join(str(path) for path in catalogues)
    peer = ["sh", "-c", f"for file in {files}; do msgfmt --check -o /dev/null $file; done"]
    _print(f"{label} against msgfmt --check", in_turn(check, peer, folder, 5))


def _publish(folder: Path) -> None:
    first = seconds([CLIENTAREA, "publish"], folder)
    again = seconds([CLIENTAREA, "publish"], folder)
    print(f"publish of the same: {first:.2f} s at first, {again:.2f} s when nothing changed")


def _print(label: str, pair: Pair) -> None:
    print(f"{label}: {pair.ours:.3f} s / {pair.yardstick:.3f} s = {pair.ratio:.2f}")


if __name__ == "__main__":
    main()
