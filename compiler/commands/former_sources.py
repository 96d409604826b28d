"""What an entity said when it was translated: found in Git, by the fingerprint of its stamp.

An entity does not keep its former source, as a catalogue does; the commits that changed its files
have it, as far as they are here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compiler.load.files import CONTENT
from compiler.load.loading import load
from compiler.load.sources import MARKDOWN, YAML
from compiler.model.entity import Entity
from compiler.model.fingerprint import fingerprint
from compiler.model.languages import LANGUAGES_FILE
from compiler.model.localised import Localisation
from compiler.model.overlay import effective_layer
from compiler.model.reference import Kind
from compiler.ports.history import HistoryError
from compiler.ports.snapshot import FileEntry, Snapshot
from compiler.translate.task import EntityTarget, Task
from compiler.wiring import history


class FormerSources:
    """The former sources of entities of one project."""

    def __init__(self, root: Path) -> None:
        self._history = history(root)

    def of(self, task: Task) -> Localisation | None:
        """Return what a stale translation was made from; None where it is current, or not found."""
        target = task.target
        if not isinstance(target, EntityTarget) or target.own is None or target.own.stamp is None:
            return None
        locale, _, digest = target.own.stamp.partition("@")
        today = target.effective.locales.get(locale)
        if today is not None and fingerprint(today.own()) == digest:
            return None
        try:
            said = (one for one in self._earlier(target, locale))
            return next((one for one in said if fingerprint(one.own()) == digest), None)
        except HistoryError:
            return None

    def _earlier(self, target: EntityTarget, locale: str) -> Iterator[Localisation]:
        """Yield what an entity said in a language, from today on back."""
        stems = _stems(target)
        files = [f"{stem}{end}" for stem in stems for end in (YAML, f".{locale}{MARKDOWN}")]
        beside = [LANGUAGES_FILE, *_area_file(target.written)]
        for commit in self._history.commits_of(files):
            some = _Some(self._history.snapshot(commit), (*stems, *beside))
            content = load(some).content
            if target.written.area is not None and target.written.area not in content.areas:
                continue
            layer = effective_layer(content, target.written.area)
            entity = getattr(layer, target.written.kind).get(target.written.label)
            said = None if entity is None else entity.locales.get(locale)
            if said is not None:
                yield said


def _stems(target: EntityTarget) -> list[str]:
    """Return where the files of an entity begin: what all areas share, and the area's own."""
    paths = (target.effective.places.path, target.written.places.path)
    return list(dict.fromkeys(path.removesuffix(YAML) for path in paths))


def _area_file(entity: Entity[Any]) -> list[str]:
    return [] if entity.area is None else [f"{CONTENT}/{Kind.AREAS}/{entity.area}/area.yaml"]


@dataclass(frozen=True, slots=True)
class _Some:
    """Those files of a snapshot that are ``wanted``, or begin so and are of one entity."""

    snapshot: Snapshot
    wanted: Sequence[str]

    def entries(self) -> Sequence[FileEntry]:
        return [one for one in self.snapshot.entries() if self._is_wanted(one.path)]

    def read(self, path: str) -> bytes:
        return self.snapshot.read(path)

    def _is_wanted(self, path: str) -> bool:
        return any(path == one or path.startswith(f"{one}.") for one in self.wanted)
