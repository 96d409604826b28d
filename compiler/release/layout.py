"""Names and attributes of everything a release puts into a store. RELEASES.md is what this says."""

import re

from compiler.bundle.artifacts import ANY_TYPE, MEDIA_TYPES, Side
from compiler.ports.store import Attributes

HINT = "live/head.json"
"""The hint, on the private side: the number of a record, perhaps old, never too new."""

LOG = "releases/"
"""Where the log stands, on the private side."""

LIVE = "live/"
"""Where the pointers stand, on both sides."""

OBJECTS = "objects/"
"""Where bundles and manifests stand, on both sides."""

ASSETS = "assets/"
"""Where images and PDFs stand, on the public side."""

CREDENTIALS = "credentials.json"
"""The one private file that a rollback leaves as it is."""

RESERVED_AREA = "head"
"""An area of this name would have its pointer where the hint stands."""

RECORD = Attributes("application/json", "no-store")
POINTER = Attributes("application/json", "max-age=30, must-revalidate")
PRIVATE_OBJECT = Attributes("application/json", "private, max-age=31536000, immutable")
PUBLIC_OBJECT = Attributes("application/json", "public, max-age=31536000, immutable")

_HASH = re.compile(r"[0-9a-f]{64}")
_OBJECT = re.compile(r"objects/(0|[1-9][0-9]*)/([0-9a-f]{64})\.json")
_ASSET = re.compile(r"assets/([0-9a-f]{64})/[A-Za-z0-9._-]{1,100}")
_RECORD = re.compile(r"releases/([0-9]{12})\.(json|done)")


def attributes_of(side: Side, name: str) -> Attributes:
    """Return what an immutable object is served with, by its name."""
    if asset_hash(name) is not None:
        suffix = name[name.rindex(".") :].lower() if "." in name else ""
        return asset_attributes(MEDIA_TYPES.get(suffix, ANY_TYPE))
    return PUBLIC_OBJECT if side is Side.PUBLIC else PRIVATE_OBJECT


def asset_attributes(media_type: str) -> Attributes:
    """Return what an image or PDF is served with."""
    return Attributes(media_type, PUBLIC_OBJECT.cache_control)


def is_hash(text: str) -> bool:
    """Tell whether a text is a SHA-256 as names have it."""
    return _HASH.fullmatch(text) is not None


def object_name(generation: int, sha256: str) -> str:
    """Return the immutable name of a bundle or manifest."""
    return f"objects/{generation}/{sha256}.json"


def object_hash(name: str) -> str | None:
    """Return the SHA-256 in the name of an object, None where it is no such name."""
    match = _OBJECT.fullmatch(name)
    return match[2] if match else None


def generation_of(name: str) -> int | None:
    """Return the generation in the name of an object, None where it is no such name."""
    match = _OBJECT.fullmatch(name)
    return int(match[1]) if match else None


def asset_hash(name: str) -> str | None:
    """Return the SHA-256 in the name of an asset, None where it is no such name."""
    match = _ASSET.fullmatch(name)
    return match[1] if match and match[0].rpartition("/")[2] not in {".", ".."} else None


def pointer_name(area: str) -> str:
    """Return the name of an area's pointer."""
    return f"{LIVE}{area}.json"


def record_name(number: int) -> str:
    """Return the name of a record of the log."""
    return f"{LOG}{number:012}.json"


def done_name(number: int) -> str:
    """Return the name of the mark that says a record's work is finished."""
    return f"{LOG}{number:012}.done"


def log_position(number: int) -> str:
    """Return a name that sorts right before both names of a record."""
    return f"{LOG}{number:012}"


def log_entry(name: str) -> tuple[int, bool] | None:
    """Return the number in a name of the log and whether it is the mark; None for another name."""
    match = _RECORD.fullmatch(name)
    return (int(match[1]), match[2] == "done") if match else None
