"""Files that nobody read, each with the nearest reason."""

from collections.abc import Callable, Collection, Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.suggest import did_you_mean
from compiler.load.areas import area_hint
from compiler.load.files import ContentFiles, Folder, LayerFiles
from compiler.load.labels import HIDDEN, hidden
from compiler.load.rules_files import STRAY_FILE
from compiler.load.table import FOLDERS

_SUFFIXES = {"yml": "yaml", "jpeg": "jpg", "markdown": "md", "htm": "html"}
_KNOWN = {"yaml", "md", "po", "pdf", "png", "jpg", "webp", "avif", "json"}
_SHARED_ONLY = ("_schemas", "_layouts", "glossary.yaml")


def stray_files(files: ContentFiles, claimed: Collection[str]) -> Iterator[Finding]:
    """Say of every file that nobody answered for what it might have been meant for."""
    for layer in (files.shared, *files.areas.values()):
        in_area = layer.area is not None
        for name, folder in layer.folders.items():
            form = FOLDERS.get(name)
            if form is None or (in_area and not form.in_areas):
                yield from _unknown_folder(layer, folder, name, claimed)
            else:
                yield from _in_folder(folder, form.hint, claimed)
        yield from _loose(layer, claimed)


def _in_folder(
    folder: Folder, hint: Callable[[str], str], claimed: Collection[str]
) -> Iterator[Finding]:
    for name in folder.files:
        path = folder.full(name)
        if path not in claimed:
            yield _stray(path, _general_hint(name, folder) or hint(name))


def _loose(layer: LayerFiles, claimed: Collection[str]) -> Iterator[Finding]:
    for name in layer.loose:
        path = f"{layer.path}/{name}"
        if path not in claimed:
            known = ", ".join(f"`{folder}`" for folder in FOLDERS)
            hint = _renamed(name) or (
                area_hint(name) if layer.area else f"content lies in folders: {known}"
            )
            yield _stray(path, hint)


def _stray(path: str, hint: str) -> Finding:
    return STRAY_FILE.at(Place(path), "nobody reads this file", hint=hint)


def _unknown_folder(
    layer: LayerFiles, folder: Folder, name: str, claimed: Collection[str]
) -> Iterator[Finding]:
    """Say it once for a folder, however many files it has."""
    unread = [path for path in map(folder.full, folder.files) if path not in claimed]
    if not unread:
        return
    form = FOLDERS.get(name)
    if form is not None:
        hint: str | None = f"`{name}` are the same for all areas; move it to `content/{name}`"
    else:
        known = [one.name for one in FOLDERS.values() if one.in_areas or layer.area is None]
        hint = did_you_mean(name, known)
    count = "this file" if len(unread) == 1 else f"these {len(unread)} files"
    where = " of an area" if layer.area else " of the content"
    message = f"`{name}` is no folder{where}; nobody reads {count}"
    yield STRAY_FILE.at(Place(unread[0]), message, hint=hint)


def _general_hint(name: str, folder: Folder) -> str | None:
    parts = name.split("/")
    if folder.area is not None and parts[0] in _SHARED_ONLY:
        return f"`{parts[0]}` is the same for all areas; move it to `content/{_kind(folder)}`"
    if hidden(parts) and parts[0] not in _SHARED_ONLY:
        return f"a name that begins with `{HIDDEN}` is never an entity; rename it"
    return _renamed(parts[-1])


def _renamed(name: str) -> str | None:
    stem, _, suffix = name.rpartition(".")
    better = _SUFFIXES.get(suffix.casefold(), suffix.casefold())
    if not stem or better == suffix or better not in _KNOWN:
        return None
    return f"rename it to `{stem}.{better}`"


def _kind(folder: Folder) -> str:
    return folder.path.rpartition("/")[2]
