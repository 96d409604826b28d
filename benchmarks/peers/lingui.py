"""Lingui: `compile --strict` refuses what is not translated, and compiles catalogues. From npm."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.npm import install, node_since
from benchmarks.peers.proof import YardstickError
from benchmarks.timing import Command

_HERE = Path(__file__).parent / "lingui"
_SETTINGS = "lingui.config.mjs"
_OLDEST = 22


@dataclass(frozen=True, slots=True)
class Lingui:
    """The compiling of the catalogues in a folder, and the version of what does it.

    What it makes lies beside the catalogues, and is written anew each time.
    """

    command: Command
    folder: Path
    version: str


def install_lingui(home: Path, folder: Path, catalogues: Path) -> Lingui:
    """Install Lingui into ``home``, and copy the catalogues of a project into a folder for it."""
    package, node = install(_HERE, home, "@lingui/cli", (_SETTINGS,)), node_since(_OLDEST)
    folder.mkdir()
    shutil.copyfile(_HERE / _SETTINGS, folder / _SETTINGS)
    (folder / "node_modules").symlink_to(home / "node_modules")
    shutil.copytree(catalogues, folder / "catalogues")
    command = (node.program, package.programs["lingui"], "compile", "--strict")
    return Lingui(command, folder, package.version)


def prove_strict(lingui: Lingui, locale: str) -> None:
    """Raise YardstickError where a string without a translation is let pass."""
    catalogue = lingui.folder / "catalogues" / f"{locale}.po"
    whole = catalogue.read_text(encoding="utf-8")
    head, blocks = whole.split("\n\n", 1)
    first, others = blocks.split("\n\n", 1)
    empty = first[: first.index("msgstr")] + 'msgstr ""'
    catalogue.write_text(f"{head}\n\n{empty}\n\n{others}", encoding="utf-8")
    done = subprocess.run(lingui.command, cwd=lingui.folder, check=False, capture_output=True)
    catalogue.write_text(whole, encoding="utf-8")
    if done.returncode == 0:
        raise YardstickError("lingui compile --strict lets a missing translation pass")


def prove_catalogues(lingui: Lingui, keys: int) -> None:
    """Raise YardstickError where a compiled catalogue has not so many messages."""
    for path in (lingui.folder / "catalogues").glob("*.js"):
        count = path.read_text(encoding="utf-8").count('\\":[')
        if count < keys:
            message = f"lingui has compiled {count} messages into {path.name}, not {keys}"
            raise YardstickError(message)
