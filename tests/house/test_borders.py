"""The borders between the rooms are held by a program: a violation breaks the build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def copy(tmp_path: Path, project_root: Path) -> Path:
    shutil.copytree(
        project_root / "compiler",
        tmp_path / "compiler",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(project_root / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT), "--no-cache", "--config", "pyproject.toml"]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": str(LINT.parent)},
    )


def test_the_house_as_it_stands(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("base/place.py", "import compiler.model.text"),
        ("read/yaml.py", "import compiler.load.loading"),
        ("rules/engine.py", "import compiler.load.loading"),
        ("bundle/artifacts.py", "import compiler.rules.engine"),
        ("release/planning.py", "import compiler.adapters.folder_store"),
        ("release/planning.py", "import boto3"),
        ("load/loading.py", "import yaml"),
        ("rules/engine.py", "import pydantic"),
        ("shed.py", "import compiler.base.place"),
    ],
)
def test_a_violation_is_refused(copy: Path, module: str, line: str) -> None:
    path = copy / "compiler" / module
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert lint(copy).returncode == 1
