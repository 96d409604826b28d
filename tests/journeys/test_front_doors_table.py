"""docs/front-doors.md is true: every field has a row, and what a row says is read from a store."""

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest

from compiler.model import area, configuration, credentials, localised
from compiler.model.branding import Branding
from compiler.model.languages import LanguagesRecord
from compiler.model.level import CustomField, Level
from compiler.model.owner import Owner
from compiler.model.record import Record
from compiler.model.status import Status
from compiler.read.certificate import read_certificate
from compiler.read.yaml import read_yaml
from tests.harness import CHECKOUT, Project
from tests.journeys.front_doors import onboarded
from tests.journeys.shelves import Shelves, publish, shelves
from tests.servers.seaweedfs import ObjectService

ROOTS: tuple[type[Record], ...] = (
    area.Area,
    Owner,
    configuration.Configurations,
    LanguagesRecord,
    Level,
    Status,
)
"""Records of which every field has to be there, and of the records in them."""

PAGE = (CHECKOUT / "docs/front-doors.md").read_text(encoding="utf-8")
_BUNDLE = re.compile(r"(public|private) `([^`#]+)#([^`]*)`")


class Row(NamedTuple):
    """A field, the file and the pointer in it, and where it is read: side, bundle, pointer."""

    field: str
    file: str
    pointer: str
    bundles: list[tuple[str, str, str]]
    nowhere: bool
    walk: str


def cells(width: int) -> Iterator[list[str]]:
    """Yield the cells of the tables with so many columns, without their heads."""
    for line in PAGE.splitlines():
        found = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(found) == width and not found[0].startswith("---") and found[-1] != "walk":
            yield found


def rows() -> list[Row]:
    found = []
    for field, written, read, walk in cells(4):
        file, _, pointer = written.strip("`").partition("#")
        nowhere = read.startswith("nothing")
        found.append(Row(field.strip("`"), file, pointer, _BUNDLE.findall(read), nowhere, walk))
    return found


def fields() -> set[str]:
    """Return every field of the records that holds no records itself, by its name in YAML."""
    waiting, seen, found = list(ROOTS), set[type[Record]](), set[str]()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            within = list(records_in(field.annotation))
            waiting += within
            if not within:
                found.add(f"{model.__name__}.{field.alias or name}")
    return found


def records_in(annotation: Any) -> Iterator[type[Record]]:
    if inspect.isclass(annotation) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from records_in(inner)


def test_every_field_has_a_row() -> None:
    assert fields() == {row.field for row in rows()}
    assert {CustomField, Branding, credentials.Token, localised.LocalisedLevel} <= {
        model for root in ROOTS for model in deep(root)
    }


def deep(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for field in model.model_fields.values():
        for inner in records_in(field.annotation):
            yield from deep(inner)


def test_every_walk_is_a_test() -> None:
    walks = [found for found in cells(3) if found[0] != "walk"]
    assert {row.walk for row in rows()} == {name for name, *_ in walks}
    for _, _, test in walks:
        module, _, function = test.strip("`").partition("::")
        found = getattr(import_module(f"tests.journeys.{module.removesuffix('.py')}"), function)
        assert "object_service" in inspect.signature(found).parameters, "it reads a real server"


def at(data: Any, pointer: str) -> Any:
    """Follow a JSON Pointer."""
    for step in pointer.split("/")[1:]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


class Looked(NamedTuple):
    """A value as it is written and as it is read; the project and the store they are in."""

    written: Any
    read: Any
    project: Project
    store: Shelves

    def beside(self, name: str) -> bytes:
        return (self.project.root / "content/areas/portal" / name).read_bytes()


def is_same(one: Looked) -> bool:
    return bool(one.written == one.read)


OTHERWISE: dict[str, Callable[[Looked], bool]] = {
    "Branding.logo": lambda one: one.store.asset(one.read) == one.beside(one.written),
    "SingleSignOn.certificates": lambda one: (
        one.read == read_certificate(one.beside(one.written[0])).sha256
    ),
    "SingleSignOn.metadata": lambda one: (
        f'entityID="{one.read}"'.encode() in one.beside(one.written)
    ),
    "LocalisedLevel.description": lambda one: "<strong>" in one.read and "**" in one.written,
    "LocalisedRecord.description": lambda one: "<em>" in one.read and "*" in one.written,
}
"""By field, where what is read is made of what is written."""


def test_what_every_row_says_is_read(tmp_path: Path, object_service: ObjectService) -> None:
    project = onboarded(Project(tmp_path))
    store = shelves(project, object_service)
    publish(project)
    wrong: list[str] = []
    bundles: dict[tuple[str, str], Any] = {}
    for row in rows():
        assert row.nowhere or row.bundles, f"{row.field} names no bundle"
        data = (project.root / "content" / row.file).read_bytes()
        for side, name, pointer in row.bundles:
            if (side, name) not in bundles:
                bundles[side, name] = getattr(store, side)("portal", name)
            written = at(read_yaml(row.file, data).data, row.pointer)
            read = at(bundles[side, name], pointer)
            looked = Looked(written, read, project, store)
            if not OTHERWISE.get(row.field, is_same)(looked):
                wrong.append(f"{row.field}: {written!r} is read as {read!r} from {side} {name}")
    assert wrong == []


@pytest.mark.parametrize("name", sorted(OTHERWISE))
def test_what_is_made_otherwise_is_in_the_table(name: str) -> None:
    assert name in {row.field for row in rows()}
