"""i18next-cli: `status --unused` sets keys in code against catalogues. Installed with FormatJS.

It wants node 22 or later: the one of the tests' environment where the machine has an older one.
"""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.npm import install, node_since
from benchmarks.peers.proof import YardstickError
from benchmarks.timing import Command

_OLDEST = 22


@dataclass(frozen=True, slots=True)
class I18nextCli:
    """The installed program, and the versions of what runs."""

    program: tuple[str, ...]
    version: str
    node: str

    def unused(self) -> Command:
        """Return the search for unused keys; it exits with 1 where there are some."""
        return (*self.program, "status", "--unused")


def install_i18next_cli(folder: Path) -> I18nextCli:
    """Install into ``folder`` what the lock says, unless it is there already."""
    package, node = install(Path(__file__).parent, folder, "i18next-cli"), node_since(_OLDEST)
    return I18nextCli(
        (node.program, package.programs["i18next-cli"]), package.version, node.version
    )


def prove_unused(peer: I18nextCli, folder: Path) -> None:
    """Raise YardstickError where a key that no code asks for is not found."""
    catalogue = folder / "locales" / "en" / "portal.json"
    before = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(json.dumps({**json.loads(before), "zz.never": "x"}), encoding="utf-8")
    done = subprocess.run(
        peer.unused(), cwd=folder, check=False, capture_output=True, encoding="utf-8"
    )
    catalogue.write_text(before, encoding="utf-8")
    if done.returncode != 1 or "zz.never" not in done.stdout:
        message = "i18next-cli status --unused finds no unused key"
        raise YardstickError(message)
