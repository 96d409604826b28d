"""What the variables of a template may be, as far as their JSON Schema says it. Pure.

A shape is a schema with the document that its references look into. What a schema says in a way
that is not understood here may be anything: nothing is found out about it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.templating.subset import Kind

# A schema may refer to itself, and come from a stranger.
_MOST_TOGETHER = 20
_DEEPEST_CHOICE = 2
_WIDEST_CHOICE = 30
_KINDS = {
    "string": Kind.TEXT,
    "number": Kind.NUMBER,
    "integer": Kind.NUMBER,
    "boolean": Kind.TRUTH,
    "array": Kind.LIST,
    "object": Kind.OBJECT,
    "null": Kind.NULL,
}


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a value may be; ``optional`` where it may not be there at all."""

    schema: Mapping[str, Any] = field(default_factory=dict)
    root: Mapping[str, Any] = field(default_factory=dict)
    optional: bool = False
    depth: int = 0

    @property
    def kind(self) -> Kind:
        """What kinds of values it has."""
        found = Kind.ANY
        for schema in self._all():
            found &= _kind_of(schema)
        alternatives = self.alternatives()
        if alternatives:
            found &= _joined(one.kind for one in alternatives)
        return found

    @property
    def is_whole(self) -> bool:
        """Whether a number has no fraction."""
        return any(schema.get("type") == "integer" for schema in self._all())

    @property
    def form(self) -> str | None:
        """The ``format`` of a text, such as ``date``."""
        return _text(self._first("format", str))

    @property
    def pattern(self) -> str | None:
        """The pattern of a text."""
        return _text(self._first("pattern", str))

    @property
    def choices(self) -> tuple[Any, ...] | None:
        """The values it has, where those are listed."""
        for schema in self._all():
            if "const" in schema:
                return (schema["const"],)
            if isinstance(schema.get("enum"), list):
                return tuple(schema["enum"])
        return None

    @property
    def least_items(self) -> int:
        """How many items a list has at least."""
        return self._first("minItems", int) or 0

    def limit(self, keyword: str, otherwise: float) -> float:
        """Return a number that the schema sets as a limit."""
        found = self._first(keyword, int | float)
        return otherwise if found is None or isinstance(found, bool) else found

    def with_root(self) -> dict[str, Any]:
        """Return the schema with the definitions that its references look into."""
        definitions = {key: self.root[key] for key in ("$defs", "definitions") if key in self.root}
        return {**definitions, **self.schema}

    @property
    def item(self) -> "Shape":
        """What an item of a list may be."""
        found = self._first("items", Mapping)
        return Shape(found, self.root) if found is not None else ANYTHING

    def member(self, name: str) -> "Shape | None":
        """Return what the value of a key may be; None where the schema does not name it."""
        named = [one for one in self._all() if isinstance(one.get("properties"), Mapping)]
        required = any(name in _names(one.get("required")) for one in self._all())
        for schema in named:
            if name in schema["properties"]:
                return Shape(_mapping(schema["properties"][name]), self.root, not required)
        if any(
            one.get("additionalProperties") or "patternProperties" in one for one in self._all()
        ):
            return ANYTHING
        alternatives = [one.member(name) for one in self.alternatives()]
        if alternatives:
            return _one_of(alternatives)
        return None if named else ANYTHING

    def members(self) -> tuple[str, ...]:
        """Return the keys that the schema names."""
        own = [_mapping(one.get("properties")) for one in self._all()]
        inside = [dict.fromkeys(one.members()) for one in self.alternatives()]
        return tuple(dict.fromkeys(name for names in (*own, *inside) for name in names))

    def alternatives(self) -> tuple["Shape", ...]:
        """Return what it may be one of, where the schema says it so."""
        for schema in self._all() if self.depth < _DEEPEST_CHOICE else ():
            for keyword in ("anyOf", "oneOf"):
                if isinstance(schema.get(keyword), list):
                    chosen = schema[keyword][:_WIDEST_CHOICE]
                    below = self.depth + 1
                    return tuple(Shape(_mapping(one), self.root, depth=below) for one in chosen)
        return ()

    def _first(self, keyword: str, wanted: Any) -> Any:  # noqa: ANN401 - of the wanted type
        found = (schema.get(keyword) for schema in self._all())
        return next((one for one in found if isinstance(one, wanted)), None)

    def _all(self) -> Iterator[Mapping[str, Any]]:
        """Yield the schema, and those that it must fit besides."""
        waiting = [self.schema]
        for schema in waiting:
            yield schema
            if len(waiting) > _MOST_TOGETHER:
                continue
            if isinstance(schema.get("$ref"), str):
                waiting.append(_referred(self.root, schema["$ref"]))
            if isinstance(schema.get("allOf"), list):
                waiting.extend(_mapping(one) for one in schema["allOf"])


ANYTHING = Shape()
"""What nothing is known about."""


_COUNTS = ("index", "index0", "revindex", "revindex0", "length")
LOOP = Shape(
    {
        "type": "object",
        "required": [*_COUNTS, "first", "last"],
        "properties": {
            **{name: {"type": "integer"} for name in _COUNTS},
            **{name: {"type": "boolean"} for name in ("first", "last")},
        },
    }
)
"""What `loop` knows in Jinja2 and in Nunjucks."""


def of_kind(kind: Kind) -> Shape:
    """Return the shape of whatever is of a kind."""
    names = [name for name, one in _KINDS.items() if one & kind and name != "integer"]
    return Shape({"type": names}) if kind != Kind.ANY else ANYTHING


def _kind_of(schema: Mapping[str, Any]) -> Kind:
    named = schema.get("type")
    if isinstance(named, str | list):
        names = [named] if isinstance(named, str) else named
        return _joined(_KINDS.get(str(one), Kind.ANY) for one in names)
    if "const" in schema:
        return kind_of_value(schema["const"])
    if isinstance(schema.get("enum"), list):
        return _joined(kind_of_value(one) for one in schema["enum"])
    return Kind.ANY


def kind_of_value(value: Any) -> Kind:  # noqa: ANN401 - any JSON value
    """Return what a value is."""
    if isinstance(value, bool):
        return Kind.TRUTH
    for types, kind in _TYPES:
        if isinstance(value, types):
            return kind
    return Kind.NULL


_TYPES: tuple[tuple[tuple[type, ...], Kind], ...] = (
    ((str,), Kind.TEXT),
    ((int, float), Kind.NUMBER),
    ((list, tuple), Kind.LIST),
    ((dict,), Kind.OBJECT),
)


def _joined(kinds: Iterator[Kind]) -> Kind:
    found = Kind(0)
    for kind in kinds:
        found |= kind
    return found or Kind.ANY


def _one_of(shapes: "list[Shape | None]") -> Shape | None:
    found = [one for one in shapes if one is not None]
    if not found:
        return None
    if len(found) == 1:
        return Shape(found[0].schema, found[0].root, optional=len(shapes) > 1)
    schemas = [one.schema for one in found]
    optional = len(found) < len(shapes) or any(one.optional for one in found)
    return Shape({"anyOf": schemas}, found[0].root, optional)


def _referred(root: Mapping[str, Any], reference: str) -> Mapping[str, Any]:
    """Return what a reference inside of the document leads to; nothing known for any other."""
    found: Any = root
    for step in reference.removeprefix("#").split("/")[1:] if reference.startswith("#") else ["?"]:
        found = _mapping(found).get(step.replace("~1", "/").replace("~0", "~"))
    return _mapping(found)


def _mapping(value: Any) -> Mapping[str, Any]:  # noqa: ANN401
    return value if isinstance(value, Mapping) else {}


def _names(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(value) if isinstance(value, list | tuple) else ()


def _text(value: Any) -> str | None:  # noqa: ANN401
    return value if isinstance(value, str) else None
