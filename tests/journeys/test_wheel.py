"""What a user installs: the built wheel in a clean environment, far from this checkout."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

PIP = ["-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """A clean environment with the wheel and what the publishing lock holds; returns the command."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = [
        *PIP,
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        project_root,
    ]
    subprocess.run([sys.executable, *wheel], check=True, cwd=folder)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    lock = project_root / "requirements" / "publish.txt"
    for what in (["--require-hashes", "-r", lock], ["--no-deps", *folder.glob("*.whl")]):
        subprocess.run([python, *PIP, "install", *what], check=True, cwd=folder)
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
