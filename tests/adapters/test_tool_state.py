"""The state of the tool: the same from run to run, another one where the tool is another."""

import subprocess
import sys
from pathlib import Path

from compiler.adapters.tool_state import tool_state


def test_it_stays_the_same() -> None:
    assert tool_state() == tool_state()


def test_it_changes_with_any_module(tmp_path: Path, project_root: Path) -> None:
    own = [f"adapters/{name}.py" for name in ("__init__", "cache_place", "own_key", "tool_state")]
    for name in ("__init__.py", *own, "rules/any.py"):
        source = project_root / "compiler" / name
        copy = tmp_path / "compiler" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes() if source.exists() else b"")

    def state() -> str:
        code = "from compiler.adapters.tool_state import tool_state; print(tool_state())"
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return run.stdout

    before = state()
    assert state() == before
    (tmp_path / "compiler/rules/any.py").write_text("ANY = 1\n")
    assert state() != before
