"""Which files of a folder belong to a project, and how large a file may be."""

from compiler.base.project_file import PROJECT_FILE
from compiler.base.visible import visible

FILES = (PROJECT_FILE, "waivers.yaml")
FOLDERS = ("content", "schemas")
INPUTS = (*FILES, "content")
"""What a release is made from; `schemas/` only helps editors."""

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

MOST_LINKS = 2
"""Symbolic links to folders that are followed inside each other."""

MOST_FOLLOWED = 500
"""Symbolic links to folders that are followed in all; a link beyond it leads to nothing."""


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is nobody's business here: its name begins with a dot."""
    return name.startswith(".")


def shown(path: str) -> str:
    """Return a path that can be written as UTF-8: bytes that are no text become visible."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return visible(path)
    return path


def too_large(path: str, size: int) -> str:
    """Return the sentence for a file that is not read for its size."""
    mib = 1024 * 1024
    return f"`{path}` has {size // mib} MiB; files of more than {LARGEST // mib} MiB are not read"
