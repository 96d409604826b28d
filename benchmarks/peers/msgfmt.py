"""GNU msgfmt: checks a catalogue and compiles it, one catalogue a process."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import Command

HOW_TO_INSTALL = "msgfmt is not in PATH: install gettext (Debian, Ubuntu: apt-get install gettext)"


def msgfmt_version() -> str | None:
    """Return the version of the program in PATH, None where there is none."""
    if shutil.which("msgfmt") is None:
        return None
    answer = subprocess.run(["msgfmt", "--version"], check=True, capture_output=True, text=True)
    return answer.stdout.splitlines()[0].rpartition(" ")[2]


def check_catalogues(catalogues: Sequence[Path], processes: int) -> Command:
    """Return the check of catalogues, so many at once."""
    share = f"xargs -0 -n 1 -P {processes} msgfmt --check -o /dev/null"
    return ("sh", "-c", f'printf "%s\\0" "$@" | {share}', "sh", *map(str, catalogues))
