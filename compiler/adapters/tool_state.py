"""Which tool this is, to the byte: what another one has kept is not to be believed."""

# Names are strings here: a Path for each file would cost more than looking at it.
# ruff: noqa: PTH116, PTH120

import importlib.util
import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache

from compiler import __version__
from compiler.adapters.cache_place import shares_work
from compiler.base.hashing import sha256

_LIBRARIES = (
    *("babel", "jinja2", "jsonschema", "nh3", "orjson", "PIL", "polib", "pydantic"),
    *("pydantic_core", "pyromark", "re2", "yaml", "pikepdf", "pypdfium2"),
    *("css_inline", "mrml", "typst", "tree_sitter", "tree_sitter_html", "tree_sitter_javascript"),
    *("tree_sitter_kotlin", "tree_sitter_python", "tree_sitter_svelte", "tree_sitter_swift"),
    "tree_sitter_typescript",
)
"""What else decides how content is understood, and what is wrong with it."""

_PACKAGES = (
    *("babel", "jinja2", "jsonschema", "nh3", "orjson", "pillow", "polib", "pydantic"),
    *("pydantic-core", "pyromark", "google-re2", "pyyaml", "pikepdf", "pypdfium2"),
    *("css-inline", "mrml", "typst", "tree-sitter", "tree-sitter-html", "tree-sitter-javascript"),
    *("tree-sitter-kotlin", "tree-sitter-python", "tree-sitter-svelte", "tree-sitter-swift"),
    "tree-sitter-typescript",
)
"""The same as they are installed."""

_TELLING = (".py", ".json", ".mjs", ".otf", ".ttf", ".typ")
"""How files of the tool end that decide what it says or makes: fonts, what Typst and Node read."""


def tool_state() -> str:
    """Return a text in ASCII that changes with the tool, its libraries and Python.

    Where runs share what they keep it is the same on every machine that has the same. It is that of
    the beginning: whoever installs another version meanwhile does not change what runs.
    """
    files = _by_content() if shares_work() else _by_status()
    return f"{__version__} {sys.version} {unicodedata.unidata_version} {files}"


@cache
def _by_status() -> str:
    own = os.path.dirname(os.path.dirname(__file__))
    files = [*_modules(own), *filter(None, map(_origin, _LIBRARIES))]
    stats = [os.stat(file) for file in files]
    return sha256(str(sorted((s.st_mtime_ns, s.st_ctime_ns, s.st_size) for s in stats)).encode())


@cache
def _by_content() -> str:
    """Return the same by what files hold, and by the versions of libraries: it takes longer."""
    from importlib.metadata import PackageNotFoundError, version

    own = os.path.dirname(os.path.dirname(__file__))
    parts = []
    for file in sorted(_modules(own)):
        with open(file, "rb") as opened:  # noqa: PTH123
            parts.append(f"{os.path.relpath(file, own)} {sha256(opened.read())}")
    for name in _PACKAGES:
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return sha256("\n".join(parts).encode())


def _modules(folder: str) -> Iterator[str]:
    ahead = [folder]
    while ahead:
        for entry in os.scandir(ahead.pop()):
            if entry.name.endswith(_TELLING):
                yield entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                ahead.append(entry.path)


def _origin(library: str) -> str | None:
    spec = importlib.util.find_spec(library)
    return None if spec is None else spec.origin
