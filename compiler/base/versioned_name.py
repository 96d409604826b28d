"""Names of files with a version in them: `Fees-2026-v1.pdf`."""

import re

_VERSION = re.compile(r"(?<![A-Za-z0-9])([vV](?:\d{1,6}\.)*)(\d{1,6})(?![A-Za-z0-9])")
_FIRST = "-v2"


def next_version(name: str) -> str:
    """Return the name that the next version of a file has: the last version in it, one higher.

    Where there is none, the file that is there counts as the first.
    """
    stem, dot, suffix = name.rpartition(".")
    last = max(_VERSION.finditer(stem), key=lambda match: match.start(), default=None)
    if last is None:
        return f"{stem}{_FIRST}{dot}{suffix}" if dot else f"{name}{_FIRST}"
    raised = f"{last[1]}{int(last[2]) + 1}"
    return f"{stem[: last.start()]}{raised}{stem[last.end() :]}{dot}{suffix}"
