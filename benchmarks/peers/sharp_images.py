"""sharp: what most web sites have their images made by. Installed from npm by its lock."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.timing import Command

_HERE = Path(__file__).parent / "sharp"
_ROOT = Path(__file__).resolve().parents[2]
_WITH_NODE, _QUIETLY = (str(_ROOT / "tools" / name) for name in ("with-node", "quietly"))
_FILES = ("package.json", "package-lock.json", ".npmrc", "renditions.mjs")
_PACKAGE = "node_modules/sharp"

AVIF = {"usual": {"quality": 58}, "quick": {"quality": 60, "effort": 1}}
"""sharp's usual effort (4), and the one at which the encoder runs at the speed of ours; the quality
of each is the one at which its images are as alike to the photographs as ours."""

OTHERS = {"webp": {"quality": 80}, "jpeg": {"quality": 80, "progressive": True}}


@dataclass(frozen=True, slots=True)
class Sharp:
    """The installed program, and the versions of what runs."""

    program: tuple[str, ...]
    version: str
    node: str

    def renditions(self, job: Path, asked: Mapping[str, Any], avif: Mapping[str, int]) -> Command:
        """Write a job for `renditions.mjs`, and return what does it.

        Two images at once, each by one thread: on two cores that takes it the least time.
        """
        formats = {"avif": avif, **OTHERS}
        text = json.dumps({**asked, "formats": formats, "jobs": 2, "threads": 1})
        job.write_text(text, encoding="utf-8")
        return (*self.program, str(job))


def install_sharp(folder: Path) -> Sharp:
    """Install into ``folder`` what the lock says, unless it is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / "package-lock.json"
    wanted = (_HERE / lock.name).read_bytes()
    is_there = (folder / _PACKAGE).is_dir() and lock.is_file() and lock.read_bytes() == wanted
    for name in _FILES:
        shutil.copyfile(_HERE / name, folder / name)
    if not is_there:
        subprocess.run([_WITH_NODE, _QUIETLY, "npm", "ci"], cwd=folder, check=True)
    ask = [_WITH_NODE, "node", "-p", "process.execPath + ' ' + process.version"]
    answer = subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()
    node, _, node_version = answer.rpartition(" ")
    package = json.loads((folder / _PACKAGE / "package.json").read_text(encoding="utf-8"))
    program = (node, str(folder / "renditions.mjs"))
    return Sharp(program, package["version"], node_version.removeprefix("v"))
