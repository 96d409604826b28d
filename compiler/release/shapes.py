"""What a release puts into a store beside bundles and assets: types that schemas are made from."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypedDict

from compiler.bundle.shapes.common import AreaLanguages, AssetPath, Pattern

ObjectName = Annotated[
    str,
    Pattern(r"^objects/(0|[1-9][0-9]*)/[0-9a-f]{64}\.json$"),
    "An object, relative to its side of the store.",
]
Sha256 = Annotated[str, Pattern("^[0-9a-f]{64}$")]
Number = Annotated[int, "The number of a record of the log."]
_Version = Annotated[Literal[1], "Of this form."]


class LivePointer(TypedDict):
    """What a client reads first: where each file of one side of an area is."""

    version: _Version
    area: str
    release: Number
    id: Annotated[Sha256, "Of the release, by its content."]
    languages: AreaLanguages
    files: Annotated[Mapping[str, ObjectName], "By logical name."]


class GonePointer(TypedDict):
    """The pointer of an area that is no more."""

    version: _Version
    area: str
    release: Number
    gone: Literal[True]


class ManifestObject(TypedDict):
    """What one side of an area holds."""

    version: _Version
    files: Annotated[Mapping[str, ObjectName], "By logical name."]
    languages: AreaLanguages
    assets: Sequence[AssetPath]
    sizes: Annotated[Mapping[str, int], "Bytes, by logical name and asset."]


class PurgedHash(TypedDict):
    """Why content was taken down, when, and by which record."""

    reason: str
    time: Annotated[str, "UTC, such as `2026-01-31T12:00:00Z`."]
    number: Number


class PurgeListObject(TypedDict):
    """All that was ever taken down."""

    version: _Version
    hashes: Annotated[Mapping[str, PurgedHash], "By SHA-256."]


class NumberObject(TypedDict):
    """The number of a record: which is finished, or near which the log's head is."""

    number: Number


class ManifestOfSide(TypedDict):
    """Where a manifest is, and the hash of what it lists."""

    manifest: ObjectName
    content: Sha256


class AreaOfRelease(TypedDict):
    """An area of a release; `since` is the number that its pointers carry."""

    public: ManifestOfSide
    private: ManifestOfSide
    since: Number
    gate: Literal["draft", "complete", "reviewed"]


class ReleaseFields(TypedDict):
    """The content of a release."""

    id: str
    commit: str | None
    dirty: bool
    areas: Mapping[str, AreaOfRelease]


class ReleaseOrigin(TypedDict):
    """The release that another one comes from; a target where it is not the same."""

    number: Number
    target: str | None


RecordObject = TypedDict(
    "RecordObject",
    {
        "version": _Version,
        "number": Number,
        "parent": Number,
        "kind": Literal["release", "staged", "rollback", "resume", "collection", "purge"],
        "nonce": str,
        "time": Annotated[str, "UTC, such as `2026-01-31T12:00:00Z`."],
        "tool": Annotated[str, "The version of `clientarea`."],
        "generation": int,
        "live": Annotated[Number, "Of the release that the pointers serve."],
        "held": Number | None,
        "staged": Number | None,
        "front": Annotated[str | None, "The newest commit ever accepted."],
        "id": str,
        "commit": str | None,
        "dirty": bool,
        "areas": Mapping[str, AreaOfRelease],
        "gone": Mapping[str, Number],
        "kept": Sequence[Number],
        "purged": ObjectName | None,
        "from": ReleaseOrigin | None,
        "reason": str | None,
        "services": NotRequired[
            Annotated[Sequence[str], "Those that proved to honour conditional writes."]
        ],
        "stored": NotRequired[Annotated[ReleaseFields, "Of a staged release: its own content."]],
    },
)
"""A record of the log: the full state of a target after it."""
