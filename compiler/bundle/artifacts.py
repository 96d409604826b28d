"""What bundling makes and releasing publishes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MEDIA_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
}
"""Media types of assets by the end of their file name."""

ANY_TYPE = "application/octet-stream"


class Side(StrEnum):
    """Who may read: everybody, or the back office alone."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The bytes of one JSON bundle and their SHA-256 (64 hex digits)."""

    sha256: str
    data: bytes


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
