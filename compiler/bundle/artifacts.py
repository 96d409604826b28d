"""What bundling makes and releasing publishes."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from compiler.base.hashing import sha256

MEDIA_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
"""Media types of assets by the end of their file name."""

ANY_TYPE = "application/octet-stream"

_ASSETS = b"assets/"
_ASSET = re.compile(rb"assets/([0-9a-f]{64})/")


class Side(StrEnum):
    """Who may read: everybody, or the back office alone."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes in memory, read as those are that lie elsewhere."""

    data: bytes

    def __call__(self) -> bytes:
        """Return the bytes."""
        return self.data


@dataclass(frozen=True, slots=True)
class Bundle:
    """One JSON bundle: SHA-256 (64 hex digits) and size of its bytes, the bytes on request.

    ``assets`` are the SHA-256 of the assets that it names.
    """

    sha256: str
    size: int
    read: Callable[[], bytes]
    assets: frozenset[str] = frozenset()


def bundle_of(data: bytes, digest: str | None = None) -> Bundle:
    """Return a bundle of bytes in memory; ``digest`` is their SHA-256 where it is known."""
    named = _ASSET.findall(data) if _ASSETS in data else ()
    assets = frozenset(one.decode() for one in named)
    return Bundle(digest or sha256(data), len(data), Held(data), assets)


@dataclass(frozen=True, slots=True)
class Asset:
    """An image or PDF of the public side: hash, file name, size in bytes; its bytes on request."""

    sha256: str
    name: str
    size: int
    media_type: str
    read: Callable[[], bytes]

    @property
    def path(self) -> str:
        """The name in the store: ``assets/<sha256>/<file name>``."""
        return f"assets/{self.sha256}/{self.name}"


@dataclass(frozen=True, slots=True)
class AreaArtifacts:
    """Everything of one area.

    ``public`` and ``private`` map a logical name (``translations/icu/es/portal.json``) to its
    bundle; ``languages`` is what the pointer says of languages: ``source``, ``enabled``,
    ``fallbacks``.
    """

    public: Mapping[str, Bundle]
    private: Mapping[str, Bundle]
    languages: Mapping[str, Any]

    def side(self, side: Side) -> Mapping[str, Bundle]:
        """Return the bundles of one side."""
        return self.public if side is Side.PUBLIC else self.private


@dataclass(frozen=True, slots=True)
class Artifacts:
    """All areas by name, and the assets they name, once each."""

    areas: Mapping[str, AreaArtifacts]
    assets: Sequence[Asset] = ()
