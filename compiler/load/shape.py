"""What a model wants at a place: its types walked along a validator's location."""

import types
from collections.abc import Sequence
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from compiler.model.record import Record

KEY = "[key]"
"""The step by which pydantic says that it means the key of a mapping, not its value."""


def type_at(model: type[Record], location: Sequence[str | int]) -> Any:  # noqa: ANN401 - a type
    """Return the type that ``model`` wants at a location, or None where it knows none."""
    wanted: Any = model
    for step in location:
        wanted = _inside(_bare(wanted), step)
        if wanted is None:
            return None
    return _bare(wanted)


def keys_of(wanted: Any) -> list[str]:  # noqa: ANN401 - a type
    """Return the keys that a mapping of a type may have, as far as the type names them."""
    if _is_record(wanted):
        return [field.alias or name for name, field in wanted.model_fields.items()]
    if get_origin(wanted) is dict:
        return [str(word) for word in words_of(_bare(get_args(wanted)[0]))]
    return []


def words_of(wanted: Any) -> list[Any]:  # noqa: ANN401 - a type
    """Return the values a type allows, where it allows only some."""
    if get_origin(wanted) is Literal:
        return list(get_args(wanted))
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return [member.value for member in wanted]
    return []


def field_at(model: type[Record], location: Sequence[str | int]) -> FieldInfo | None:
    """Return the field of a record at a location, None where the location is no field."""
    *parents, last = location
    record = type_at(model, parents)
    return _field(record, last) if _is_record(record) else None


def _inside(wanted: Any, step: str | int) -> Any:  # noqa: ANN401
    if _is_record(wanted):
        field = _field(wanted, step)
        return None if field is None else field.annotation
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is dict:
        # The step after a key is either the value's own or KEY; a key says nothing by itself.
        return arguments[1]
    if origin is list:
        return arguments[0]
    return None


def _field(record: type[Record], step: str | int) -> FieldInfo | None:
    for name, field in record.model_fields.items():
        if step == (field.alias or name):
            return field
    return None


def _bare(wanted: Any) -> Any:  # noqa: ANN401
    """Take off Annotated and "or None"."""
    origin = get_origin(wanted)
    if origin is Annotated:
        return _bare(get_args(wanted)[0])
    if origin in {Union, types.UnionType}:
        return _bare(next(one for one in get_args(wanted) if one is not type(None)))
    return wanted


def _is_record(wanted: Any) -> bool:  # noqa: ANN401
    return isinstance(wanted, type) and issubclass(wanted, Record)
