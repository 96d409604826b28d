"""JSON Schemas of shapes: types that say what bundles look like, as OpenAPI 3.1 takes them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model
from pydantic.json_schema import GenerateJsonSchema

from compiler.bundle.shapes.common import Pattern

WHERE = "#/components/schemas/"
_ARRAYS_AND_OBJECTS: dict[Any, Any] = {Sequence: list, Mapping: dict}


def schemas_of(shapes: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return the schemas of shapes by name, and of all they are made of. Objects are closed."""
    mode: Literal["validation"] = "validation"
    named = list(shapes)
    inputs = [(name, mode, TypeAdapter[Any](_type(shape))) for name, shape in named]
    found, whole = TypeAdapter.json_schemas(
        inputs, ref_template=WHERE + "{model}", schema_generator=_Untitled
    )
    parts: dict[str, Any] = dict(whole.get("$defs", {}))
    for name, _ in named:
        schema = found[name, mode]
        if schema.get("$ref") != WHERE + name:
            parts[name] = {"title": name, **schema}
    return dict(sorted(parts.items()))


class _Untitled(GenerateJsonSchema):
    """Leaves the titles out that pydantic makes of the names of fields: they say nothing more."""

    # `override` would have to come from a package: the standard library has it from 3.12 on.
    def field_title_should_be_set(self, schema: Any) -> bool:  # type: ignore[explicit-override]
        del schema
        return False


def _type(shape: Any) -> Any:
    """Return a shape in pydantic's words."""
    if is_typeddict(shape):
        return _model(shape)
    origin = get_origin(shape)
    if origin is None or origin is Literal:
        return shape
    if origin is NotRequired:
        return _type(get_args(shape)[0])
    if origin is Annotated:
        inner, *said = get_args(shape)
        return Annotated[_type(inner), *map(_field, said)]
    parts = tuple(Any if one is Any else _type(one) for one in get_args(shape))
    if origin in (Union, UnionType):
        return Union[parts]  # noqa: UP007 - of as many as there are
    return _ARRAYS_AND_OBJECTS[origin][parts if len(parts) > 1 else parts[0]]


def _field(said: str | Pattern) -> Any:
    if isinstance(said, Pattern):
        return Field(pattern=said.regex)
    return Field(description=said)


@cache
def _model(shape: Any) -> type[BaseModel]:
    """Return a model that has the fields of a typed dictionary, and no others."""
    fields: dict[str, Any] = {}
    for name, hint in get_type_hints(shape, include_extras=True).items():
        optional = name in shape.__optional_keys__
        default = Field(default_factory=dict, alias=name) if optional else Field(alias=name)
        fields[f"{name}_"] = (_type(hint), default)
    model: type[BaseModel] = create_model(
        shape.__name__,
        __config__=ConfigDict(extra="forbid", regex_engine="python-re"),
        __doc__=shape.__doc__,
        **fields,
    )
    return model
