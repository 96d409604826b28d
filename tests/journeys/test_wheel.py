"""What a user installs: the built wheel in a clean environment, far from this checkout."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest


def pip(*arguments: str, cwd: Path) -> None:
    quiet = ["-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([sys.executable, *quiet, *arguments], check=True, cwd=cwd)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """Install the wheel and what the publishing lock holds; return the command."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    pip(*build, str(project_root), cwd=folder)
    venv.create(folder / "venv")
    python = folder / "venv" / "bin" / "python"
    lock = project_root / "requirements" / "publish.txt"
    there = ["--python", str(python)]
    install = [*there, "install", "--no-compile"]
    pip(*install, "--require-hashes", "--requirement", str(lock), cwd=folder)
    pip(*install, "--no-deps", *map(str, folder.glob("*.whl")), cwd=folder)
    pip(*there, "check", cwd=folder)
    return python.with_name("clientarea")


@pytest.mark.timeout(600)
def test_init_check_and_publish(installed: Path, tmp_path: Path) -> None:
    project = tmp_path / "shop"
    for arguments in (["init", "shop"], ["check", "--strict"], ["publish"]):
        run = subprocess.run(
            [installed, *arguments],
            cwd=tmp_path if arguments[0] == "init" else project,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    assert (project / "build/store/public/live/default.json").is_file()
