"""Which program makes images, to the byte: what another one has made may differ."""

# Names are strings here, as in `tool_state`.
# ruff: noqa: PTH118, PTH120, PTH208

import importlib.util
import os
import platform
import re
from functools import cache

from compiler.base.hashing import canonical_json, sha256


@cache
def image_maker() -> str:
    """Return a hash that changes with the encoders and with this project's own code for images.

    The same on every machine of one kind with the same packages, wherever they are installed: of
    Pillow its version and the names and sizes of the libraries that it brings along.
    """
    own = os.path.join(os.path.dirname(os.path.dirname(__file__)), "images")
    code = {name: _hash(os.path.join(own, name)) for name in _names(own, r".*\.py")}
    spec = importlib.util.find_spec("PIL")
    pillow = os.path.dirname(spec.origin) if spec and spec.origin else ""
    folders = [pillow, *(os.path.join(os.path.dirname(pillow), one) for one in ("pillow.libs",))]
    folders.append(os.path.join(pillow, ".dylibs"))
    libraries = sorted(
        (name, os.stat(os.path.join(folder, name)).st_size)  # noqa: PTH116
        for folder in folders
        if os.path.isdir(folder)  # noqa: PTH112
        for name in _names(folder, r".*\.(so|dylib)([.\d]*)")
    )
    version = _hash(os.path.join(pillow, "_version.py"))
    return sha256(canonical_json([code, version, libraries, platform.machine()]))


def _names(folder: str, pattern: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if re.fullmatch(pattern, name))


def _hash(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return sha256(file.read())
