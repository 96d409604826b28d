"""What a JSON Schema says of a value: violations with their route. Opens no address."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.spots import Route
from compiler.rules.patterns import PatternError, compiled
from compiler.rules.schema_keywords import ExhaustedError, Work, bounded, working

_LONGEST = 160
_DATA = {"const", "enum", "default", "examples"}
_BY_NAME = {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"}
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong with a value, and the route to it."""

    route: Route
    message: str


def schema_faults(schema: Mapping[str, Any]) -> tuple[Violation, ...]:
    """Return what keeps ``schema`` from being a JSON Schema that can be used here.

    References must not lead out of it, and patterns are those that `patterns.py` understands.
    """
    if not schema:
        return ()
    from jsonschema import FormatChecker, exceptions, validators  # noqa: PLC0415 - wanted late

    if not isinstance(schema.get("$schema", ""), str):
        return (Violation(("$schema",), "it must be the address of a version of JSON Schema"),)
    made: Any = validators.validator_for(schema, _default())
    try:
        made.check_schema(dict(schema), format_checker=FormatChecker(formats=()))
    except exceptions.SchemaError as failure:
        older = _of_draft_4(schema, failure)
        return tuple(_said(failure)) if older is None else (older,)
    except RecursionError:
        return (Violation((), "it is nested too deeply"),)
    inside = list(_subschemas((), schema))
    faults = [fault for route, one in inside for fault in _own_faults(route, one)]
    if any("patternProperties" in one for _, one in inside):
        words = "beside `patternProperties` it is not understood; write `additionalProperties`"
        key = "unevaluatedProperties"
        faults += [Violation((*route, key), words) for route, one in inside if key in one]
    return tuple(faults)


def violations(schema: Mapping[str, Any], value: Any) -> tuple[Violation, ...]:  # noqa: ANN401
    """Return what is wrong with ``value``, all of it; ``schema`` has no faults."""
    return checker(schema)(value)


def checker(schema: Mapping[str, Any]) -> Callable[[Any], tuple[Violation, ...]]:
    """Return a function that says what is wrong with a value, for many values of one schema."""
    import referencing  # noqa: PLC0415
    from jsonschema import validators  # noqa: PLC0415

    work = Work()
    made = bounded(validators.validator_for(schema, _default()))
    validator = made(schema, registry=referencing.Registry())

    def check(value: Any) -> tuple[Violation, ...]:  # noqa: ANN401 - any JSON value
        work.add()
        working.set(work)
        try:
            found = [one for error in validator.iter_errors(value) for one in _said(error)]
        except referencing.exceptions.Unresolvable as failure:
            name = f"#{failure.ref}" if failure.ref.startswith("/") else failure.ref
            return (Violation((), f"the schema refers to `{name}`, which it does not have"),)
        except RecursionError:
            return (Violation((), "the schema refers to itself without end"),)
        except ExhaustedError:
            return (Violation((), "the schema takes too long to check; make it simpler"),)
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
        yield Violation(route, f"`{route[-1]}` is not among its properties")
    elif error.validator == "uniqueItems":
        yield Violation(route, "has the same item twice")
    elif error.validator in _WORDS:
        words = _WORDS[error.validator].format(_words_of(wanted))
        yield Violation(route, f"{_shown(value)} {words}")
    else:
        yield Violation(route, _shortened(str(error.message)))


_LIMITS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def _of_draft_4(schema: Mapping[str, Any], error: Any) -> Violation | None:  # noqa: ANN401
    """Return what to write for a limit of JSON Schema draft 4, where it was true or false."""
    route = tuple(error.absolute_path)
    limit = _LIMITS.get(str(route[-1])) if route else None
    if limit is None or not isinstance(error.instance, bool):
        return None
    around: Any = schema
    for part in route[:-1]:
        around = around[part]
    number = json.dumps(around[limit]) if isinstance(around.get(limit), int | float) else "0"
    key = route[-1]
    if not error.instance:
        return Violation(route, f"it is a number, not `false`: leave `{key}` out")
    instead = f", and leave `{limit}` out" if limit in around else ", the limit itself"
    return Violation(route, f"it is a number, not `true`: write `{key}: {number}`{instead}")


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


def _own_faults(route: Route, schema: Mapping[str, Any]) -> Iterator[Violation]:
    """Say what is wrong with one schema itself, apart from those inside it."""
    for keyword in _REFERENCES:
        reference = schema.get(keyword)
        if isinstance(reference, str) and not reference.startswith("#"):
            yield Violation(
                (*route, keyword), "a reference must begin with `#`: nothing is fetched"
            )
    named = schema.get("patternProperties")
    patterns = [((*route, "patternProperties", one), one) for one in named or ()]
    if isinstance(schema.get("pattern"), str):
        patterns.append(((*route, "pattern"), schema["pattern"]))
    for place, pattern in patterns:
        try:
            compiled(pattern)
        except PatternError as why:
            yield Violation(place, f"the pattern `{_shortened(pattern)}` is of no use: {why}")


def _subschemas(route: Route, schema: Any) -> Iterator[tuple[Route, Mapping[str, Any]]]:  # noqa: ANN401
    """Yield a schema and all that it has inside, with the route to each."""
    if isinstance(schema, Mapping):
        yield route, schema
        for key, item in schema.items():
            if key in _BY_NAME and isinstance(item, Mapping):
                for name, one in item.items():
                    yield from _subschemas((*route, key, name), one)
            elif key not in _DATA:
                yield from _subschemas((*route, key), item)
    elif isinstance(schema, list | tuple):
        for index, item in enumerate(schema):
            yield from _subschemas((*route, index), item)
