"""What processes get of the environment that open what strangers send: no key of anybody's."""

import os
from pathlib import Path

_PACKAGES = Path(__file__).resolve().parents[2]
"""Where a process finds this package, however we were started."""
_NEEDED = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "TMPDIR")


def child_environment() -> dict[str, str]:
    """Return what a process of this package needs to start."""
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {**kept, "PYTHONPATH": str(_PACKAGES)}
