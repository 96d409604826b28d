"""The closed list of what a token may read: bundles by side and name, and nothing beside them."""

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Literal, NamedTuple

ScopeName = Literal[
    "analytics.read",
    "area.read",
    "banners.read",
    "config.read",
    "content.read",
    "documents.read",
    "owners.read",
    "routing.read",
    "settings.read",
    "templates.read",
    "texts.read",
    "translations.read",
]


class Reach(NamedTuple):
    """Patterns of logical names that may be read on each side; `*` goes over slashes."""

    public: Sequence[str] = ()
    private: Sequence[str] = ()


SCOPES: Mapping[ScopeName, Reach] = MappingProxyType(
    {
        "analytics.read": Reach(public=("config.json", "translations/*")),
        "area.read": Reach(private=("area.json",)),
        "banners.read": Reach(public=("banners/*",)),
        "config.read": Reach(public=("config.json",)),
        "content.read": Reach(public=("*",)),
        "documents.read": Reach(public=("documents/*",)),
        "owners.read": Reach(private=("owners.json",)),
        "routing.read": Reach(private=("routing.json",)),
        "settings.read": Reach(private=("config.json",)),
        "templates.read": Reach(private=("templates/*",)),
        "texts.read": Reach(public=("texts/*",)),
        "translations.read": Reach(public=("provenance/*", "translations/*")),
    }
)
"""What each scope opens. None opens credentials.json."""


def reach_of(scopes: Iterable[ScopeName]) -> Reach:
    """Return what several scopes open together, each pattern once."""
    opened = [SCOPES[scope] for scope in scopes]
    return Reach(
        tuple(sorted({pattern for one in opened for pattern in one.public})),
        tuple(sorted({pattern for one in opened for pattern in one.private})),
    )


def may_read(scopes: Iterable[ScopeName], side: Literal["public", "private"], name: str) -> bool:
    """Tell whether the holder of scopes may read a bundle, by its logical name."""
    reach = reach_of(scopes)
    patterns = reach.public if side == "public" else reach.private
    return any(fnmatchcase(name, pattern) for pattern in patterns)
