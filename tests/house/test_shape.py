"""The house stays readable: lengths of files and functions, docstrings, one line a module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

COMPILER = Path(__file__).parents[2] / "compiler"
MODULES = sorted(COMPILER.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(COMPILER).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.fixture(scope="module")
def lengths() -> dict[str, int]:
    return {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}


def test_a_file_is_one_screenful_of_thought(lengths: dict[str, int]) -> None:
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_function_fits_on_a_screen() -> None:
    long = [
        f"{named(path)}: {function.name}"
        for path in MODULES
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_most_files_are_small(lengths: dict[str, int]) -> None:
    assert sorted(lengths.values())[len(lengths) // 2] <= 150
