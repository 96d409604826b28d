"""Which files of a snapshot are content, in which folder of which layer; and which are litter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

CONTENT = "content"
AREAS = "areas"

_LITTER_NAMES = {"readme.md", "thumbs.db", "desktop.ini", "icon\r"}
_LITTER = re.compile(r".*(~|\.bak|\.orig|\.sw[a-p])|#.*#", re.IGNORECASE)


def is_litter(path: str) -> bool:
    """Tell whether a file is ignored: dot files, README.md, what systems leave behind."""
    *folders, name = path.split("/")
    if any(part.startswith(".") for part in (*folders, name)) or "__MACOSX" in folders:
        return True
    return name.casefold() in _LITTER_NAMES or _LITTER.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one folder of one layer, by their path below it, sorted.

    ``area`` is None for what all areas share.
    """

    path: str
    files: tuple[str, ...] = ()
    area: str | None = None

    def full(self, name: str) -> str:
        """Return the path of a file from the project on."""
        return f"{self.path}/{name}"


@dataclass(frozen=True, slots=True)
class LayerFiles:
    """The files of one layer: by folder, and those that lie in none."""

    path: str
    area: str | None
    folders: dict[str, Folder]
    loose: tuple[str, ...] = ()

    def folder(self, name: str) -> Folder:
        """Return a folder by name, an empty one where there is none."""
        return self.folders.get(name, Folder(f"{self.path}/{name}", area=self.area))


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """All files below content/ that are no litter: shared ones, and by area."""

    shared: LayerFiles
    areas: dict[str, LayerFiles]


def content_files(paths: Iterable[str]) -> ContentFiles:
    """Sort paths into layers and folders."""
    shared: list[str] = []
    areas: dict[str, list[str]] = {}
    for path in paths:
        top, _, below = path.partition("/")
        if top != CONTENT or not below or is_litter(below):
            continue
        parts = below.split("/", 2)
        if parts[0] == AREAS and len(parts) == 3:  # noqa: PLR2004 - areas/<area>/<rest>
            areas.setdefault(parts[1], []).append(parts[2])
        else:
            shared.append(below)
    return ContentFiles(
        shared=_layer(CONTENT, None, shared),
        areas={
            name: _layer(f"{CONTENT}/{AREAS}/{name}", name, files)
            for name, files in sorted(areas.items())
        },
    )


def _layer(path: str, area: str | None, files: list[str]) -> LayerFiles:
    folders: dict[str, list[str]] = {}
    loose = []
    for file in sorted(files):
        folder, slash, below = file.partition("/")
        if slash:
            folders.setdefault(folder, []).append(below)
        else:
            loose.append(file)
    return LayerFiles(
        path=path,
        area=area,
        folders={
            name: Folder(f"{path}/{name}", tuple(inside), area)
            for name, inside in sorted(folders.items())
        },
        loose=tuple(loose),
    )
