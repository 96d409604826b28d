"""What a project has of an entity already, and how rows stand to it: the same, new, or another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.base.finding import Severity
from compiler.base.spots import Route
from compiler.edit.records.entity_files import Data, EntityForm, body_of
from compiler.edit.records.gathering import Draft
from compiler.edit.records.project_files import ProjectFiles
from compiler.edit.records.whole_file import read_whole
from compiler.load.localising import LOCALES
from compiler.load.sources import YAML
from compiler.read.markdown import BODY, read_markdown


@dataclass(frozen=True, slots=True)
class There:
    """An entity of the project: its data with all languages, and which of them lie beside it.

    ``readable`` is false where one of its files has errors.
    """

    data: Data
    beside: frozenset[str] = frozenset()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the cells of rows stand to what is there.

    ``added`` languages are new and whole; ``fresh`` cells are new in what is there, ``differing``
    ones have another value.
    """

    added: Mapping[str, Data] = field(default_factory=dict)
    fresh: tuple[Route, ...] = ()
    differing: tuple[Route, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the rows say nothing that is not there."""
        return not (self.added or self.fresh or self.differing)


def there_of(form: EntityForm, project: ProjectFiles) -> There | None:
    """Return what the project has, None where it has no such entity."""
    if form.path not in project.paths:
        return None
    data = read_whole(form.kind, form.path, project.read(form.path))
    inline = None if data is None else data.get(LOCALES) or {}
    if data is None or not isinstance(inline, dict):
        return There({}, readable=False)
    locales = {tag: one or {} for tag, one in inline.items()}
    sidecars = project.sidecars.get(form.path.removesuffix(YAML), {}) if form.kind.beside else {}
    for tag, path in sidecars.items():
        file = read_markdown(path, project.read(path))
        if _broken(file.findings):
            return There({}, readable=False)
        locales[tag] = {**file.front_matter, BODY: file.body.strip("\n")}
    whole = {**data, **({LOCALES: locales} if locales else {})}
    return There(whole, frozenset(sidecars))


def compare(draft: Draft, data: Data, there: There) -> Comparison:
    """Compare what the rows of an entity come to with what is there."""
    now: Mapping[str, Data] = there.data.get(LOCALES) or {}
    came: Mapping[str, Data] = data.get(LOCALES, {})
    added = {tag: one for tag, one in came.items() if tag not in now}
    fresh: list[Route] = []
    differing: list[Route] = []
    for route in draft.cells:
        if len(route) > 1 and str(route[1]) in added:
            continue
        key = str(route[-1])
        around, coming = (
            (there.data, data) if len(route) == 1 else (now[str(route[1])], came[str(route[1])])
        )
        if key not in around:
            fresh.append(route)
        elif not _same(key, around[key], coming[key]):
            differing.append(route)
    return Comparison(added, tuple(fresh), tuple(differing))


def _same(key: str, one: Any, other: Any) -> bool:  # noqa: ANN401 - any JSON values
    """Tell whether two values of a key say the same; around a description blank lines do not."""
    if key == BODY and isinstance(one, str) and isinstance(other, str):
        return body_of(one) == body_of(other)
    return bool(one == other)


def _broken(findings: tuple[Any, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
