"""The table of what is public: complete, and what it keeps back cannot be used."""

import importlib
import pkgutil
from collections.abc import Iterator

import orjson
import pytest

import compiler.model
from compiler.model.area import Area
from compiler.model.exposure import TABLE, Exposure, WithheldError, withheld
from compiler.model.level import Level
from compiler.model.record import Record


def records() -> Iterator[type[Record]]:
    """Yield every record of the room."""
    for module in pkgutil.iter_modules(compiler.model.__path__):
        importlib.import_module(f"compiler.model.{module.name}")
    waiting = [Record]
    while waiting:
        for one in waiting.pop().__subclasses__():
            waiting.append(one)
            if one.__module__.startswith("compiler.model."):
                yield one


def test_every_field_of_every_record_is_marked_once() -> None:
    marked = {model: sorted(marks.fields) for model, marks in TABLE.items()}
    assert marked == {model: sorted(model.model_fields) for model in records()}


def test_what_is_private_can_neither_be_read_nor_published() -> None:
    area = Area(
        name="Portal", type="website", hosting="custom", url="https://acme.example", owner="acme"
    )
    kept = withheld(area)
    for name, exposure in TABLE[Area].fields.items():
        value = getattr(kept, name)
        if exposure is not Exposure.PRIVATE:
            assert value == getattr(area, name)
            continue
        for use in (
            str,
            list,
            bool,
            lambda one: one.desk,
            lambda one: one["x"],
            lambda one: f"{one}",
        ):
            with pytest.raises(WithheldError, match=f"made without `{name}`, which is private"):
                use(value)
        with pytest.raises(TypeError):
            orjson.dumps(value)
    assert area.owner == "acme"


def test_a_record_without_private_fields_stays_the_same() -> None:
    level = Level(type="personal")
    assert withheld(level) is level
