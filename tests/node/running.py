"""Runs the scripts of this folder in node, with the runtimes installed beside them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import missing

FOLDER = Path(__file__).resolve().parent


def run_in_node(script: str, data: Any, seconds: int = 110) -> Any:
    """Give ``data`` to a script as JSON and return what it answers; skip where node is missing."""
    done = subprocess.run(
        node_command(script),
        input=json.dumps(data).encode(),
        capture_output=True,
        check=False,
        timeout=seconds,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def node_command(script: str) -> list[str]:
    """Return the command that runs a script; skip where node is missing."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        missing("node is neither on the path nor in the environment of the tests")
    if not (FOLDER / "node_modules" / "i18next").is_dir():
        missing("the runtimes are not installed (make test does it: npm ci in tests/node)")
    return [node, str(FOLDER / script)]
