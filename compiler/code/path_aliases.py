"""Aliases of paths, as `tsconfig.json` tells them: `"paths": {"@/*": ["./src/*"]}`, `baseUrl`.

Source: TypeScript, "TSConfig Reference". The nearest `tsconfig.json` or `jsconfig.json` around a
file counts; what it extends within the project is followed, and where it has no aliases itself,
the projects that it refers to. Of what cannot be read nobody knows an alias.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

from compiler.base.hashing import canonical_json, sha256

_NAMES = ("tsconfig.json", "jsconfig.json")
_LARGEST = 1_000_000
_ASIDE = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_HERE = "${configDir}"


class _Config(NamedTuple):
    """What a configuration comes to: ``base`` is a folder, ``paths`` go from their folder."""

    base: str | None = None
    paths: Mapping[str, tuple[str, ...]] | None = None


class PathAliases:
    """The aliases of a project; each configuration is read once. ``read`` gives bytes of files."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._around: dict[str, tuple[_Config, ...]] = {}
        self._said: dict[tuple[str, str], _Config] = {}

    def meant(self, path: str, module: str) -> Iterator[tuple[str, ...]]:
        """Yield the paths that a module may be to a file, a tuple for each configuration."""
        for config in self._configs(dirname(path)):
            found = _matched(config.paths or {}, module)
            if not found and config.base is not None:
                found = (join(config.base, module),)
            yield tuple(map(normpath, found))

    def hash_of(self, paths: Iterable[str]) -> str:
        """Return a hash of all that configurations say to the files at these paths."""
        folders = sorted({dirname(path) for path in paths})
        said = [
            [
                folder,
                [[one.base, sorted((one.paths or {}).items())] for one in self._configs(folder)],
            ]
            for folder in folders
        ]
        return sha256(canonical_json(said))

    def _configs(self, folder: str) -> tuple[_Config, ...]:
        if folder not in self._around:
            path = next((one for name in _NAMES if self._has(one := join(folder, name))), None)
            if path is not None:
                self._around[folder] = tuple(self._of(path))
            else:
                at_top = folder in ("", ".", "/") or folder.rpartition("/")[2] == ".."
                self._around[folder] = () if at_top else self._configs(dirname(folder))
        return self._around[folder]

    def _has(self, path: str) -> bool:
        return self._read(path) is not None

    def _of(self, path: str) -> Iterator[_Config]:
        config = self._whole(path, dirname(path))
        if config.base is not None or config.paths is not None:
            yield config
            return
        for one in _listed(self._data(path).get("references")):
            to = one.get("path") if isinstance(one, Mapping) else None
            if isinstance(to, str):
                at = normpath(join(dirname(path), to))
                at = at if at.endswith(".json") else join(at, _NAMES[0])
                yield self._whole(at, dirname(at))

    def _whole(self, path: str, here: str) -> _Config:
        """Return what a configuration says with what it extends; ``here`` is the first's folder."""
        if (path, here) not in self._said:
            self._said[path, here] = _Config()  # for those that extend each other
            self._said[path, here] = self._extended(path, here)
        return self._said[path, here]

    def _extended(self, path: str, here: str) -> _Config:
        data, folder = self._data(path), dirname(path)
        found = _Config()
        for one in _listed(data.get("extends")):
            if isinstance(one, str) and one.startswith("."):  # a package is none of the project
                before = normpath(join(folder, one))
                before = before if before.endswith(".json") else f"{before}.json"
                more = self._whole(before, here)
                found = _Config(
                    found.base if more.base is None else more.base,
                    found.paths if more.paths is None else more.paths,
                )
        options = data.get("compilerOptions")
        if not isinstance(options, Mapping):
            return found
        base, paths = options.get("baseUrl"), options.get("paths")
        if isinstance(base, str):
            found = found._replace(base=_at(folder, base, here))
        if isinstance(paths, Mapping):
            root = folder if found.base is None else found.base
            found = found._replace(paths=_from(paths, root, here))
        return found

    def _data(self, path: str) -> Mapping[str, Any]:
        """Return a configuration: JSON with comments, and with commas before what closes."""
        data = self._read(path)
        if data is None or len(data) > _LARGEST:
            return {}
        text = data.decode("utf-8-sig", "replace")
        plain = _TRAILING.sub(_kept, _ASIDE.sub(_kept, text))
        try:
            found = json.loads(plain)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, Mapping) else {}


def _kept(match: re.Match[str]) -> str:
    return match[1] or " "


def _at(folder: str, path: str, here: str) -> str:
    if path.startswith(_HERE):
        return normpath(join(here, path.removeprefix(_HERE).lstrip("/")))
    return normpath(join(folder, path))


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever the file says
    return value if isinstance(value, list) else [] if value is None else [value]


def _from(paths: Mapping[str, Any], root: str, here: str) -> Mapping[str, tuple[str, ...]]:
    return {
        pattern: tuple(_at(root, one, here) for one in _listed(targets) if isinstance(one, str))
        for pattern, targets in paths.items()
    }


def _matched(paths: Mapping[str, tuple[str, ...]], module: str) -> tuple[str, ...]:
    """Return what a module is by the pattern that says most before its `*`."""
    if module in paths:
        return paths[module]
    best: tuple[str, str] | None = None
    for pattern in paths:
        head, star, tail = pattern.partition("*")
        fits = len(module) >= len(head) + len(tail) and module.endswith(tail)
        is_better = best is None or len(head) > len(best[0])
        if star and fits and module.startswith(head) and is_better:
            best = (head, tail)
    if best is None:
        return ()
    rest = module[len(best[0]) : len(module) - len(best[1])]
    return tuple(one.replace("*", rest, 1) for one in paths["*".join(best)])
