"""Entities as bytes, and back: as pickle, which does what it is told.

So only bytes may be opened of which it is known who made them.
"""

import pickle
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from io import BytesIO
from typing import Any

from compiler.base.place import Places
from compiler.load.made import MadeEntity
from compiler.model.entity import Entity
from compiler.model.localised import Localisation


def encode_entities(entities: Mapping[str, MadeEntity]) -> bytes:
    """Return entities as bytes."""
    stream = BytesIO()
    _Pickler(stream).dump(entities)
    return stream.getvalue()


def decode_entities(data: bytes | memoryview) -> dict[str, MadeEntity]:
    """Return the entities of bytes that `encode_entities` made."""
    found: dict[str, MadeEntity] = pickle.loads(data)  # noqa: S301 - see above
    return found


class _Pickler(pickle.Pickler):
    # `override` would have to come from a package: the standard library has it from 3.12 on.
    def reducer_override(self, one: Any) -> Any:  # type: ignore[explicit-override]  # noqa: ANN401
        """Return what a value is made of; NotImplemented leaves it to pickle."""
        kind = type(one)
        return (kind, _arguments(one)) if kind in _USUAL else NotImplemented


def _arguments(one: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a dataclass
    """Return the arguments that make a dataclass anew, without the last ones that are usual."""
    usual = _USUAL[type(one)]
    values = [getattr(one, name) for name in usual]
    for default in reversed(usual.values()):
        if values[-1] != default:
            break
        values.pop()
    return tuple(values)


def _default(one: Field[Any]) -> Any:  # noqa: ANN401 - whatever the field has
    return one.default if one.default_factory is MISSING else one.default_factory()


_USUAL: dict[type[Any], dict[str, Any]] = {
    kind: {one.name: _default(one) for one in fields(kind)}
    for kind in (Entity, Localisation, Places)
}
"""What is made anew from its arguments, faster than filled field by field, as pickle would.

By field: what it is where nothing is said of it.
"""
