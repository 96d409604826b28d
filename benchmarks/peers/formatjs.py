"""FormatJS: `verify` is its check, `compile-folder` its build. Installed from npm by its lock."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.npm import install, usual_node
from benchmarks.timing import Command

_HERE = Path(__file__).parent


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
    package, node = install(_HERE, folder, "@formatjs/cli"), usual_node()
    return FormatJs((node.program, package.programs["formatjs"]), package.version, node.version)
