"""Which files editing commands may write, and where these are on the disk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compiler.base.project_file import PROJECT_FILE
from compiler.edit.files import target_of
from compiler.load.waivers import WAIVERS_FILE

_CONTENT = "content/"


@dataclass(frozen=True, slots=True)
class Reach:
    """A project at ``root``: its content, its waivers and settings, and the code that uses it.

    ``code`` are patterns of paths seen from the project, such as those of ``../portal/src``; what
    they match has to lie within ``border``, the Git work tree.
    """

    root: Path
    border: Path | None = None
    code: Sequence[re.Pattern[str]] = ()

    def allows(self, path: str) -> bool:
        """Tell whether a command may write a file."""
        parts = path.split("/")
        if path in (WAIVERS_FILE, PROJECT_FILE):
            return True
        if path.startswith(_CONTENT) and ".." not in parts:
            return True
        return ".git" not in parts and any(one.fullmatch(path) for one in self.code)

    def target(self, path: str) -> Path:
        """Return where a file is. Raises OutsideError where a link leads it out of its border."""
        is_code = not path.startswith(_CONTENT) and path not in (WAIVERS_FILE, PROJECT_FILE)
        return target_of(self.root, path, self.border if is_code else None)
