"""sharp: what most web sites have their images made by. Installed from npm by its lock."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers.npm import install, usual_node
from benchmarks.timing import Command

_HERE = Path(__file__).parent / "sharp"
_PROGRAM = "renditions.mjs"

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
    package, node = install(_HERE, folder, "sharp", (_PROGRAM,)), usual_node()
    return Sharp((node.program, str(folder / _PROGRAM)), package.version, node.version)
