"""Which tool this is, to the byte: what another one has kept is not to be believed."""

# Names are strings here: a Path for each file would cost more than looking at it.
# ruff: noqa: PTH116, PTH120

import importlib.util
import os
import sys
import unicodedata
from collections.abc import Iterator

from compiler import __version__

_LIBRARIES = (
    *("babel", "jinja2", "jsonschema", "nh3", "orjson", "PIL", "polib", "pydantic"),
    *("pydantic_core", "pyromark", "re2", "yaml", "pikepdf", "pypdfium2"),
    *("css_inline", "mrml", "typst"),
)
"""What else decides how content is understood, and what is wrong with it."""


def tool_state() -> str:
    """Return a text in ASCII that changes with the tool, its libraries and Python."""
    own = os.path.dirname(os.path.dirname(__file__))
    files = [*_modules(own), *filter(None, map(_origin, _LIBRARIES))]
    stats = [os.stat(file) for file in files]
    seen = sorted((one.st_mtime_ns, one.st_size) for one in stats)
    return f"{__version__} {sys.version} {unicodedata.unidata_version} {seen}"


def _modules(folder: str) -> Iterator[str]:
    ahead = [folder]
    while ahead:
        for entry in os.scandir(ahead.pop()):
            if entry.name.endswith((".py", ".json")):
                yield entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                ahead.append(entry.path)


def _origin(library: str) -> str | None:
    spec = importlib.util.find_spec(library)
    return None if spec is None else spec.origin
