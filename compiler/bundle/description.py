"""openapi.json: what a side holds, described on that side only: OpenAPI 3.1 with all its schemas.

The descriptions lie beside this file; `make docs` makes them, from the shapes of bundles and from
the showcase.
"""

from functools import cache
from pathlib import Path

import orjson

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Bundle, Held, Side

_FOLDER = Path(__file__).parent / "descriptions"


def description_path(side: Side) -> Path:
    """Return where a description is kept."""
    return _FOLDER / f"{side.value}.json"


@cache
def description_of(side: Side) -> Bundle:
    """Return the description of a side; the assets in its examples are none of the release's."""
    data = orjson.dumps(orjson.loads(description_path(side).read_bytes()))
    return Bundle(sha256(data), len(data), Held(data))
