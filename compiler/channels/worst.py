"""The largest values that a template may be given: the compiler's own sample for limits. Pure.

What the schema bounds (`maxLength`, `maxItems`, `maximum`) is filled up; what it does not bound is
taken as large as in the author's samples, and named by ``unbounded``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]
Steps = tuple[str, ...]
"""The way to a value: names of properties, `[]` for the items of a list."""

ITEM = "[]"
_DEEPEST = 8
_MOST_ITEMS = 1_000
_MOST_LENGTH = 20_000
_MOST_TURNS = 8
_USUAL = "Example"


@dataclass(frozen=True, slots=True)
class _Filling:
    """How values are filled up: by a character, and by which of the choices that there are."""

    root: Schema
    filler: str
    turn: int
    met: list[int]


def largest(schema: Schema, samples: Iterable[Any], filler: str) -> Iterator[Any]:
    """Yield the largest values that a JSON Schema lets through; ``filler`` is one character.

    They differ in what is chosen (`enum`, `boolean`): first the largest of each, then the others,
    since what a template says of one choice may be longer than what it says of another.
    """
    known = list(samples)
    turn, turns = 0, 1
    while turn < turns:
        filling = _Filling(schema, filler, turn, [1])
        yield _largest(filling, schema, known, _DEEPEST)
        turn, turns = turn + 1, min(max(filling.met), _MOST_TURNS)


def unbounded(schema: Schema) -> Iterator[Steps]:
    """Yield the way to each text and list that may be of any length."""
    yield from _unbounded(schema, schema, (), _DEEPEST)


def stretched(value: Any, steps: Steps, text: str) -> Any:  # noqa: ANN401 - JSON
    """Return a value with the text at ``steps`` replaced, in the first item of each list.

    A list there has as many of its first item as the text has characters, ``_MOST_ITEMS`` at most.
    """
    if not steps:
        if _is_list(value):
            return value[:1] * min(len(text), _MOST_ITEMS)
        return text if isinstance(value, str) else value
    first, rest = steps[0], steps[1:]
    if first == ITEM:
        return [stretched(value[0], rest, text), *value[1:]] if _is_list(value) else value
    if isinstance(value, Mapping) and first in value:
        return {**value, first: stretched(value[first], rest, text)}
    return value


def value_at(value: Any, steps: Steps) -> Any:  # noqa: ANN401 - JSON
    """Return what stands at ``steps``, in the first item of each list; None where nothing does."""
    for step in steps:
        if step == ITEM:
            value = value[0] if _is_list(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _is_list(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and bool(value)


def _largest(filling: _Filling, schema: Any, samples: list[Any], depth: int) -> Any:  # noqa: ANN401
    schema = _resolved(filling.root, schema)
    choices = schema.get("enum") or ([schema["const"]] if "const" in schema else [])
    if choices:
        return _chosen(filling, sorted(choices, key=_size, reverse=True))
    if depth and "properties" in schema:
        return {
            name: _largest(filling, part, _inside(samples, name), depth - 1)
            for name, part in schema["properties"].items()
        }
    if depth and isinstance(schema.get("items"), Mapping) and _may_be(schema, "array"):
        inner = [item for one in samples if isinstance(one, list) for item in one]
        item = _largest(filling, schema["items"], inner, depth - 1)
        return [item] * _items(schema, samples)
    return _simple(filling, schema, samples)


def _chosen(filling: _Filling, choices: list[Any]) -> Any:  # noqa: ANN401
    filling.met.append(len(choices))
    return choices[filling.turn % len(choices)]


def _simple(filling: _Filling, schema: Schema, samples: list[Any]) -> Any:  # noqa: ANN401
    known = max((one for one in samples if one is not None), key=_size, default=None)
    if _may_be(schema, "string"):
        bound = schema.get("maxLength")
        if isinstance(bound, int) and not {"pattern", "format"} & set(schema):
            return filling.filler * min(bound, _MOST_LENGTH)
        return known if isinstance(known, str) else _USUAL
    if _may_be(schema, "integer") or _may_be(schema, "number"):
        bounds = [schema[key] for key in ("maximum", "minimum") if key in schema]
        return max([*bounds, known if isinstance(known, int | float) else 0], key=_size)
    return _chosen(filling, [True, False]) if _may_be(schema, "boolean") else known


def _items(schema: Schema, samples: list[Any]) -> int:
    bound = schema.get("maxItems")
    most = max((len(one) for one in samples if isinstance(one, list)), default=1)
    return min(bound if isinstance(bound, int) else most, _MOST_ITEMS)


def _unbounded(root: Schema, schema: Any, steps: Steps, depth: int) -> Iterator[Steps]:  # noqa: ANN401
    schema = _resolved(root, schema)
    if not depth or "enum" in schema or "const" in schema:
        return
    for name, part in schema.get("properties", {}).items():
        yield from _unbounded(root, part, (*steps, name), depth - 1)
    if isinstance(schema.get("items"), Mapping):
        if "maxItems" not in schema:
            yield steps
        yield from _unbounded(root, schema["items"], (*steps, ITEM), depth - 1)
    bounded = {"maxLength", "pattern", "format"} & set(schema)
    if "type" in schema and _may_be(schema, "string") and not bounded:
        yield steps


def _resolved(root: Schema, schema: Any) -> Schema:  # noqa: ANN401 - whatever the author wrote
    for _ in range(_DEEPEST):
        if not isinstance(schema, Mapping):
            return {}
        target = schema.get("$ref")
        if not isinstance(target, str) or not target.startswith("#"):
            return schema
        found: Any = root
        for step in target[1:].split("/")[1:]:
            found = found.get(step) if isinstance(found, Mapping) else None
        schema = found
    return {}


def _may_be(schema: Schema, kind: str) -> bool:
    said = schema.get("type", ())
    return kind == said or (isinstance(said, Sequence) and kind in said and said != kind)


def _inside(samples: list[Any], name: str) -> list[Any]:
    return [one[name] for one in samples if isinstance(one, Mapping) and name in one]


def _size(value: Any) -> int:  # noqa: ANN401
    return len(value if isinstance(value, str | list | dict) else str(value))
