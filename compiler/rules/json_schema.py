"""What a JSON Schema says of a value: violations with their route. Opens no address."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.place import Route

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong with a value, and the route to it."""

    route: Route
    message: str


def schema_faults(schema: Mapping[str, Any]) -> tuple[Violation, ...]:
    """Return what keeps ``schema`` from being a JSON Schema, and references that lead out of it."""
    from jsonschema import exceptions, validators  # noqa: PLC0415 - wanted late

    try:
        validators.validator_for(schema, _default()).check_schema(dict(schema))
    except exceptions.SchemaError as failure:
        return tuple(_said(failure))
    except RecursionError:
        return (Violation((), "it is nested too deeply"),)
    return tuple(_foreign_references((), schema))


def violations(schema: Mapping[str, Any], value: Any) -> tuple[Violation, ...]:  # noqa: ANN401
    """Return what is wrong with ``value``, all of it; ``schema`` has no faults."""
    return checker(schema)(value)


def checker(schema: Mapping[str, Any]) -> Callable[[Any], tuple[Violation, ...]]:
    """Return a function that says what is wrong with a value, for many values of one schema."""
    import referencing  # noqa: PLC0415
    from jsonschema import validators  # noqa: PLC0415

    made = validators.validator_for(schema, _default())
    validator = made(schema, registry=referencing.Registry())

    def check(value: Any) -> tuple[Violation, ...]:  # noqa: ANN401 - any JSON value
        try:
            found = [one for error in validator.iter_errors(value) for one in _said(error)]
        except referencing.exceptions.Unresolvable as failure:
            name = f"#{failure.ref}" if failure.ref.startswith("/") else failure.ref
            return (Violation((), f"the schema refers to `{name}`, which it does not have"),)
        except RecursionError:
            return (Violation((), "the schema refers to itself without end"),)
        return tuple(dict.fromkeys(found))

    return check


def _default() -> Any:  # noqa: ANN401 - a class made by jsonschema
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    return Draft202012Validator


def _said(error: Any) -> Iterator[Violation]:  # noqa: ANN401 - an error of jsonschema
    """Put the commonest faults into an author's words; the others as jsonschema says them."""
    route, wanted, value = tuple(error.absolute_path), error.validator_value, error.instance
    if error.validator == "required":
        yield from (Violation(route, f"`{one}` is missing") for one in wanted if one not in value)
    elif error.validator == "additionalProperties" and wanted is False:
        known = error.schema.get("properties", {})
        for name in value:
            if name not in known:
                yield Violation((*route, name), f"`{name}` is not among its properties")
    elif error.validator in _WORDS:
        words = _WORDS[error.validator].format(_words_of(wanted))
        yield Violation(route, f"{_shown(value)} {words}")
    else:
        yield Violation(route, _shortened(str(error.message)))


_WORDS = {
    "type": "is not of type {}",
    "enum": "is none of {}",
    "const": "must be {}",
    "anyOf": "is not allowed here",
    "oneOf": "is not allowed here",
    "maxLength": "is longer than {} characters",
    "minLength": "is shorter than {} characters",
    "minimum": "is less than {}",
    "maximum": "is more than {}",
    "pattern": "is not of the form {}",
}
"""What is said of a value that fails a keyword of JSON Schema, with what the keyword wants."""


def _words_of(wanted: Any) -> str:  # noqa: ANN401 - any JSON value
    if isinstance(wanted, list):
        return ", ".join(_words_of(one) for one in wanted)
    text = wanted if isinstance(wanted, str) else json.dumps(wanted, ensure_ascii=False)
    return f"`{_shortened(text)}`" if isinstance(wanted, str) else _shortened(text)


def _shown(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a value in backticks; a text in quotes where it could be taken for another value."""
    if isinstance(value, str) and value[:1].isalpha() and value not in {"true", "false", "null"}:
        return f"`{_shortened(value)}`"
    return f"`{_shortened(json.dumps(value, ensure_ascii=False))}`"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _foreign_references(route: Route, schema: Any) -> Iterator[Violation]:  # noqa: ANN401
    if isinstance(schema, Mapping):
        reference = schema.get("$ref")
        if isinstance(reference, str) and not reference.startswith("#"):
            yield Violation((*route, "$ref"), "a reference must begin with `#`: nothing is fetched")
        for key, item in schema.items():
            yield from _foreign_references((*route, key), item)
    elif isinstance(schema, list | tuple):
        for index, item in enumerate(schema):
            yield from _foreign_references((*route, index), item)
