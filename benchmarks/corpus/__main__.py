"""`python -m benchmarks.corpus KIND FOLDER COUNT [SIZE]`: writes a project below FOLDER.

`strings`: FOLDER/project and FOLDER/json. `files`: FOLDER/files, of SIZE files. `texts`:
FOLDER/texts and FOLDER/markdown, of SIZE texts. `code`: FOLDER/code, of SIZE files of code.
`photographs`: FOLDER/photographs, eight images.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.corpus.code import write_code
from benchmarks.corpus.files import write_files
from benchmarks.corpus.photographs import write_photographs
from benchmarks.corpus.strings import Entry, draw_strings
from benchmarks.corpus.texts import write_texts
from benchmarks.corpus.writing import write_json, write_project


def _strings(folder: Path, entries: Sequence[Entry]) -> None:
    write_project(folder / "project", entries)
    write_json(folder / "json", entries)


def _files(folder: Path, entries: Sequence[Entry], count: int) -> None:
    write_files(folder / "files", entries, count)


def _code(folder: Path, entries: Sequence[Entry], files: int) -> None:
    write_code(folder / "code", entries, files)


def _photographs(folder: Path, _: Sequence[Entry]) -> None:
    write_photographs(folder / "photographs")


_KINDS: Mapping[str, Callable[..., None]] = {
    "strings": _strings,
    "files": _files,
    "texts": write_texts,
    "code": _code,
    "photographs": _photographs,
}

kind, folder, count, *sizes = sys.argv[1:]
_KINDS[kind](Path(folder), draw_strings(int(count)), *map(int, sizes))
