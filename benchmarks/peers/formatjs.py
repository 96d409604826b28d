"""FormatJS: `verify` is its check, `compile-folder` its build. Installed from npm by its lock.

node is called on the program itself, so that no npx stands between.
"""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import Command

_ROOT = Path(__file__).resolve().parents[2]
_WITH_NODE, _QUIETLY = (str(_ROOT / "tools" / name) for name in ("with-node", "quietly"))
_LOCKED = ("package.json", "package-lock.json", ".npmrc")
_PACKAGE = "node_modules/@formatjs/cli"


@dataclass(frozen=True, slots=True)
class FormatJs:
    """The installed program, and the versions of what runs."""

    program: tuple[str, ...]
    version: str
    node: str

    def verify(self, *, extra_keys: bool = True) -> Command:
        """Return the check of json/ with all rules; its search for extra keys is quadratic."""
        rules = ("--missing-keys", "--structural-equality", *(["--extra-keys"] * extra_keys))
        return (*self.program, "verify", "--source-locale", "en", *rules, "json/*.json")

    def compile_folder(self) -> Command:
        """Return the build of json/ into compiled/.

        Without ``--format simple`` it finds no message in flat files, writes `{}` and exits 0.
        """
        return (*self.program, "compile-folder", "--format", "simple", "json", "compiled")


def install_formatjs(folder: Path) -> FormatJs:
    """Install into ``folder`` what the lock says, unless it is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / "package-lock.json"
    wanted = Path(__file__).with_name(lock.name).read_bytes()
    if not (folder / _PACKAGE).is_dir() or not lock.is_file() or lock.read_bytes() != wanted:
        for name in _LOCKED:
            shutil.copyfile(Path(__file__).with_name(name), folder / name)
        subprocess.run([_WITH_NODE, _QUIETLY, "npm", "ci"], cwd=folder, check=True)
    ask = [_WITH_NODE, "node", "-p", "process.execPath + ' ' + process.version"]
    answer = subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()
    node, _, node_version = answer.rpartition(" ")
    package = json.loads((folder / _PACKAGE / "package.json").read_text(encoding="utf-8"))
    program = folder / _PACKAGE / package["bin"]["formatjs"]
    return FormatJs((node, str(program)), package["version"], node_version.removeprefix("v"))
