"""What a string wants to be handed: its arguments and their types, whatever the language."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from compiler.messages.shape import Shape
from compiler.model.content import Content
from compiler.rules.keys.arguments import shape_of_source
from compiler.rules.keys.declared import Declared


class ValueType(StrEnum):
    """What a value is."""

    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    CHOICE = "choice"
    TAG = "tag"


class Value(NamedTuple):
    """One argument; ``choices`` are the selectors of a choice."""

    name: str
    type: ValueType
    choices: tuple[str, ...] = ()


Signature = tuple[Value, ...]
"""The arguments of a string, sorted by name."""


class TypedKey(NamedTuple):
    """A string as code asks for it, and what it wants."""

    key: str
    signature: Signature


def typed_keys(
    content: Content, namespaces: list[str], *, i18next: bool = False, prefixed: bool = True
) -> Iterator[TypedKey]:
    """Yield the strings of namespaces, sorted: those of the first without their namespace, too.

    With ``i18next`` arguments have the names that its bundles give them. Not ``prefixed`` none has
    its namespace; of two of one label the first counts.
    """
    declared = Declared(content)
    said: set[str] = set()
    for index, namespace in enumerate(namespaces):
        signatures = {
            key.label: signature_of(shape_of_source(message), i18next=i18next)
            for key, message in declared.messages.items()
            if key.namespace == namespace
        }
        bare, full = index == 0 or not prefixed, prefixed
        for prefix in (*([""] if bare else []), *([f"{namespace}:"] if full else [])):
            for label in sorted(signatures):
                key = f"{prefix}{label}"
                if key not in said:
                    said.add(key)
                    yield TypedKey(key, signatures[label])


def signature_of(shape: Shape | None, *, i18next: bool = False) -> Signature:
    """Return what a message of a shape wants; nothing where the message cannot be read."""
    if shape is None:
        return ()
    called = _called(shape) if i18next else {}
    values = {name: _value(called.get(name, name), shape, name) for name in shape.arguments}
    tags = [] if i18next else [Value(name, ValueType.TAG) for name in shape.tags]
    found = {one.name: one for one in (*values.values(), *tags)}
    return tuple(found[name] for name in sorted(found))


def _called(shape: Shape) -> Mapping[str, str]:
    """Return what i18next calls the values by which it chooses."""
    return {
        **dict.fromkeys(shape.selects, "context"),
        **dict.fromkeys(shape.plurals, "count"),
    }


def _value(called: str, shape: Shape, name: str) -> Value:
    kinds = shape.kinds[name]
    if kinds & {"plural", "selectordinal", "percentage"} or any(
        kind.startswith("number") for kind in kinds
    ):
        return Value(called, ValueType.NUMBER)
    if kinds & {"date", "time"}:
        return Value(called, ValueType.TIME)
    if "select" in kinds:
        return Value(called, ValueType.CHOICE, tuple(sorted(shape.selects[name] - {"other"})))
    return Value(called, ValueType.TEXT)
