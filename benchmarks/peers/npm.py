"""Installs peers from npm by their locks, aside. node is called on their programs, without npx."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.peers.proof import YardstickError

_ROOT = Path(__file__).resolve().parents[2]
_WITH_NODE, _QUIETLY = (str(_ROOT / "tools" / name) for name in ("with-node", "quietly"))
_LOCK = "package-lock.json"


class Node(NamedTuple):
    """A node: its program and its version."""

    program: str
    version: str


class Package(NamedTuple):
    """A package as it is installed: its version, its programs by name."""

    version: str
    programs: dict[str, str]


def install(source: Path, home: Path, package: str, more: Sequence[str] = ()) -> Package:
    """Install into ``home`` what the lock in ``source`` says, unless it is there already.

    The files ``more`` are copied from beside the lock each time.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock, folder = home / _LOCK, home / "node_modules" / package
    wanted = (source / _LOCK).read_bytes()
    is_there = folder.is_dir() and lock.is_file() and lock.read_bytes() == wanted
    for name in ("package.json", _LOCK, ".npmrc", *more):
        shutil.copyfile(source / name, home / name)
    if not is_there:
        subprocess.run([_WITH_NODE, _QUIETLY, "npm", "ci"], cwd=home, check=True)
    about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    programs = {name: str(folder / path) for name, path in about.get("bin", {}).items()}
    return Package(about["version"], programs)


def usual_node() -> Node:
    """Return the node that the tests run with."""
    ask = [_WITH_NODE, "node", "-p", "process.execPath + ' ' + process.version"]
    answer = subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()
    program, _, version = answer.rpartition(" ")
    return Node(program, version.removeprefix("v"))


def node_since(oldest: int) -> Node:
    """Return a node that is new enough: that of the tests' environment where the machine's is not.

    Raises YardstickError where there is none.
    """
    own = str(Path(sys.executable).with_name("node"))
    for node in filter(None, (shutil.which("node"), shutil.which(own))):
        asked = subprocess.run([node, "--version"], check=True, capture_output=True, text=True)
        version = asked.stdout.strip().removeprefix("v")
        if int(version.partition(".")[0]) >= oldest:
            return Node(node, version)
    message = f"a peer wants node {oldest} or later"
    raise YardstickError(message)
