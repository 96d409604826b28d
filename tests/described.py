"""A client that knows of a side of a store what that side's own description says, and no more."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from compiler.bundle.artifacts import Side
from compiler.bundle.description import description_of

ADDRESS = "https://store.example/openapi.json"
_BRACES = re.compile(r"\{([a-z0-9]+)\}")


@dataclass(frozen=True)
class Answer:
    """What a store answers: the media type, how long it may be kept, the bytes."""

    media_type: str
    cache_control: str
    data: bytes


@dataclass
class Described:
    """A side of a store by its description; what does not follow it is an AssertionError."""

    description: Mapping[str, Any]
    _validators: dict[str, Draft202012Validator] = field(default_factory=dict)

    def bundle(self, logical: str, value: Any) -> None:
        """Hold a bundle to the schema that belongs to its logical name."""
        found = [ref for name, ref in self._bundles if name.fullmatch(logical)]
        assert len(found) == 1, f"`{logical}` is described {len(found)} times"
        self.holds(value, found[0], logical)

    def object(self, name: str, answer: Answer) -> None:
        """Hold an object of the store to what is described for its name."""
        path, parameters = self._operation(name)
        operation = self.description["paths"][path]["get"]
        for one in operation["parameters"]:
            given: Any = parameters[one["name"]]
            if one["schema"]["type"] == "integer":
                given = int(given)
            self._valid(given, self._inline(one["schema"]), name)
        response = operation["responses"]["200"]
        kept = response["headers"]["Cache-Control"]["schema"]
        self._valid(answer.cache_control, self._inline(kept), f"Cache-Control of {name}")
        assert answer.media_type in response["content"], f"{name}: {answer.media_type}"
        schema = response["content"][answer.media_type].get("schema")
        if schema is not None:
            self._valid(json.loads(answer.data), self._inline(schema), name)

    def holds(self, value: Any, reference: str, where: str) -> None:
        """Hold a value to one of the schemas."""
        self._valid(value, self._inline({"$ref": reference}), where)

    def examples(self) -> Iterator[tuple[str, Any]]:
        """Yield the examples by logical name."""
        content = self.description["paths"]["/objects/{generation}/{sha256}.json"]["get"]
        shown = content["responses"]["200"]["content"]["application/json"]["examples"]
        for one in shown.values():
            yield one["summary"], one["value"]

    @property
    def _bundles(self) -> list[tuple[re.Pattern[str], str]]:
        table = self.description["x-bundles"].items()
        return [(_pattern(logical, "[^/]+"), ref["$ref"]) for logical, ref in table]

    def _operation(self, name: str) -> tuple[str, dict[str, str]]:
        """Return the path that describes a name, one without parameters first, and what they are."""
        for path in sorted(self.description["paths"], key=lambda one: "{" in one):
            match = _pattern(path.removeprefix("/"), "[^/]+?").fullmatch(name)
            if match is not None:
                return path, match.groupdict()
        raise AssertionError(f"nothing describes `{name}`")

    def _inline(self, schema: Mapping[str, Any]) -> Draft202012Validator:
        key = json.dumps(schema)
        if key not in self._validators:
            whole = Resource.from_contents(self.description, default_specification=DRAFT202012)
            registry: Registry[Any] = Registry().with_resource(ADDRESS, whole)
            absolute = json.loads(key.replace('"#/', f'"{ADDRESS}#/'))
            self._validators[key] = Draft202012Validator(absolute, registry=registry)
        return self._validators[key]

    def _valid(self, value: Any, validator: Draft202012Validator, where: str) -> None:
        errors = [
            f"{where}: {one.json_path}: {one.message}" for one in validator.iter_errors(value)
        ]
        assert errors == [], "\n".join(errors[:5])


def _pattern(template: str, parameter: str) -> re.Pattern[str]:
    parts = _BRACES.split(template)
    return re.compile(
        "".join(f"(?P<{p}>{parameter})" if at % 2 else re.escape(p) for at, p in enumerate(parts))
    )


@cache
def described(side: Side) -> Described:
    """Return a side as this version describes it."""
    return Described(json.loads(description_of(side).read()))
