"""What `make` promises beside the goals that the tests themselves are run by."""

import shutil
import subprocess
from pathlib import Path


def test_cleaning_leaves_the_releases_alone(tmp_path: Path, project_root: Path) -> None:
    shutil.copy(project_root / "Makefile", tmp_path)
    for name in ("build/store/private/releases/000000000001.json", "build/out/x", ".venv/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    left = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert left == ["Makefile", "build/store/private/releases/000000000001.json"]
