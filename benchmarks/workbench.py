"""What every benchmark is given, and what it gives back."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.timing import Ratio, Runs

ROOT = Path(__file__).resolve().parent.parent
CLIENTAREA = str(Path(sys.executable).with_name("clientarea"))


@dataclass(frozen=True, slots=True)
class Workbench:
    """A folder that is thrown away, one that stays, and how much is to be done."""

    scratch: Path
    home: Path
    keys: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured, by name; ratios between them, by what they compare; remarks."""

    title: str
    runs: Mapping[str, Runs]
    ratios: Mapping[str, Ratio] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)


def write_corpus(folder: Path, keys: int) -> None:
    """Write the corpus into folder/project and folder/json.

    In a process of its own: a command that is measured never shows less memory than the process
    that starts it, so this one stays small.
    """
    _write(folder, keys)


def write_file_corpus(folder: Path, keys: int, files: int) -> None:
    """Write a project of many files, with texts of that many strings, into folder/files."""
    _write(folder, keys, files, kind="files")


def write_text_corpus(folder: Path, keys: int, texts: int) -> None:
    """Write so many long texts into folder/texts, and their Markdown alone into folder/markdown."""
    _write(folder, keys, texts, kind="texts")


def write_code_corpus(folder: Path, keys: int, files: int) -> None:
    """Write an application of so many files that asks for each string once into folder/code."""
    _write(folder, keys, files, kind="code")


def write_photographs(folder: Path) -> None:
    """Write eight banners into folder/photographs."""
    _write(folder, 0, kind="photographs")


def _write(folder: Path, *numbers: int, kind: str = "strings") -> None:
    command = [sys.executable, "-m", "benchmarks.corpus", kind, str(folder), *map(str, numbers)]
    subprocess.run(command, cwd=ROOT, check=True)
