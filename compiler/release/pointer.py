"""A pointer: what a client reads first, the files of one side of an area inline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from compiler.base.hashing import canonical_json
from compiler.bundle.shapes.common import AreaLanguages
from compiler.release.manifest import Manifest
from compiler.release.shapes import GonePointer, LivePointer
from compiler.release.stored_json import parse_stored


@dataclass(frozen=True, slots=True)
class Pointer:
    """The pointer of a live area (``files`` inline) or of one that is gone (``files`` None)."""

    area: str
    release: int
    id: str = ""
    languages: Mapping[str, Any] | None = None
    files: Mapping[str, str] | None = None

    @property
    def gone(self) -> bool:
        """Whether the area is no more."""
        return self.files is None

    @property
    def data(self) -> bytes:
        """The pointer as canonical JSON."""
        if self.files is None:
            gone: GonePointer = {
                "version": 1,
                "area": self.area,
                "release": self.release,
                "gone": True,
            }
            return canonical_json(gone)
        live: LivePointer = {
            "version": 1,
            "area": self.area,
            "release": self.release,
            "id": self.id,
            "languages": cast("AreaLanguages", self.languages),
            "files": self.files,
        }
        return canonical_json(live)

    def listing(self) -> Manifest | None:
        """Return what the pointer lists, as a manifest without assets; None where it is gone."""
        if self.files is None or self.languages is None:
            return None
        return Manifest(self.files, self.languages)


@dataclass(frozen=True, slots=True)
class Seen:
    """A pointer as it stands in the store: None where none stands or it cannot be read.

    ``tag`` is what a conditional write names; None where nothing stands there.
    """

    pointer: Pointer | None = None
    tag: str | None = None

    @property
    def release(self) -> int:
        """The number it carries; 0 for none, so that whatever is right may take its place."""
        return self.pointer.release if self.pointer else 0


def parse_pointer(data: bytes) -> Pointer | None:
    """Read a pointer; None where the bytes are no pointer."""
    try:
        fields = parse_stored(data)
        area, release = str(fields["area"]), fields["release"]
        if type(release) is not int:
            return None
        if fields.get("gone") is True:
            return Pointer(area, release)
        files = {str(key): str(value) for key, value in fields["files"].items()}
        return Pointer(area, release, str(fields["id"]), dict(fields["languages"]), files)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
