"""Patterns of Fluent as ICU messages."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from compiler.edit.interchange.unit import CATEGORIES
from compiler.messages.ast import (
    Argument,
    Branch,
    Formatted,
    Message,
    Node,
    Number,
    Plural,
    PluralKind,
    Select,
    Tag,
    Text,
    joined,
)
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import to_text

_DEEPEST = 20
"""How far messages may name others that name others."""
_TAGS = str.maketrans({"<": "\ue000", ">": "\ue001"})
_TAGS_BACK = str.maketrans({"\ue000": "<", "\ue001": ">"})
_STYLES = ("short", "medium", "long", "full")


class UnspeakableError(ValueError):
    """A pattern has something that a message of ours has no words for; ``str()`` says what."""


class Patterns:
    """The patterns of one file, which may name its messages and terms."""

    def __init__(self, body: list[Any]) -> None:
        self._named: dict[str, Any] = {}
        for one in body:
            kind = type(one).__name__
            if kind not in {"Message", "Term"}:
                continue
            name = f"-{one.id.name}" if kind == "Term" else one.id.name
            self._named.setdefault(name, one.value)
            for attribute in one.attributes:
                self._named.setdefault(f"{name}.{attribute.id.name}", attribute.value)

    def icu(self, pattern: Any) -> str:  # noqa: ANN401 - a tree of an untyped library
        """Return a pattern as ICU; tags in its text stay tags, where they are whole.

        Raises UnspeakableError.
        """
        message = tuple(self._nodes(pattern, None, 0))
        tagged = to_text(_translated(message)).translate(_TAGS_BACK)
        try:
            says_the_same = _untagged(parse(tagged, inline_html=True)) == joined(message)
        except IcuSyntaxError:
            says_the_same = False
        return tagged if says_the_same else to_text(message)

    def _nodes(self, pattern: Any, counted: str | None, depth: int) -> Iterator[Node]:  # noqa: ANN401
        for one in pattern.elements:
            if type(one).__name__ == "TextElement":
                yield Text(one.value)
            else:
                yield from self._expression(one.expression, counted, depth)

    def _expression(self, one: Any, counted: str | None, depth: int) -> Iterator[Node]:  # noqa: ANN401
        match type(one).__name__:
            case "StringLiteral":
                yield Text(one.parse()["value"])
            case "NumberLiteral":
                yield Text(one.value)
            case "Placeable":
                yield from self._expression(one.expression, counted, depth)
            case "VariableReference":
                yield Number() if one.id.name == counted else Argument(one.id.name)
            case "FunctionReference":
                yield _function(one, counted)
            case "SelectExpression":
                yield self._select(one, counted, depth)
            case "MessageReference" | "TermReference":
                yield from self._reference(one, counted, depth)
            case other:
                raise UnspeakableError(f"it has a {other}")

    def _reference(self, one: Any, counted: str | None, depth: int) -> Iterator[Node]:  # noqa: ANN401
        lead = "-" if type(one).__name__ == "TermReference" else ""
        attribute = "" if one.attribute is None else f".{one.attribute.name}"
        name = f"{lead}{one.id.name}{attribute}"
        if getattr(one, "arguments", None) is not None:
            raise UnspeakableError(f"it hands arguments to `{name}`")
        if self._named.get(name) is None:
            raise UnspeakableError(f"it names `{name}`, which is not in this file")
        if depth >= _DEEPEST:
            raise UnspeakableError(f"it names `{name}`, which names others without an end")
        yield from self._nodes(self._named[name], counted, depth + 1)

    def _select(self, one: Any, counted: str | None, depth: int) -> Plural | Select:  # noqa: ANN401
        name, kind = _selector(one.selector)
        keys = [_key(variant) for variant in one.variants]
        is_plural = kind is not None or all(key in CATEGORIES or _is_number(key) for key in keys)
        within = name if is_plural else counted
        messages = {
            key: tuple(self._nodes(variant.value, within, depth))
            for key, variant in zip(keys, one.variants, strict=True)
        }
        default = next(_key(variant) for variant in one.variants if variant.default)
        if "other" not in messages:
            messages["other"] = messages.pop(default)
        elif default != "other" and not is_plural:
            raise UnspeakableError(f"`{default}` stands for what is left, and `other` does not")
        last = messages.pop("other")
        pairs = [*messages.items(), ("other", last)]
        branches = tuple(
            Branch(_selector_of(key, name, is_plural=is_plural), said) for key, said in pairs
        )
        return Plural(name, branches, kind or "cardinal") if is_plural else Select(name, branches)


def _is_number(key: str) -> bool:
    return not key[0].isalpha()


def _selector_of(key: str, name: str, *, is_plural: bool) -> str:
    """Return what a key of a variant is in ICU. Raises UnspeakableError."""
    if is_plural and key.isdigit():
        return f"={key}"
    if (is_plural and key not in CATEGORIES) or (_is_number(key) and not key.isdigit()):
        raise UnspeakableError(f"ICU has no words for `{key}` where it chooses by `{name}`")
    return key


def _selector(selector: Any) -> tuple[str, PluralKind | None]:  # noqa: ANN401
    """Return the argument that is chosen by, and which plural it is, None where it may be none."""
    if type(selector).__name__ == "VariableReference":
        return selector.id.name, None
    if type(selector).__name__ == "FunctionReference" and selector.id.name == "NUMBER":
        [argument] = selector.arguments.positional or [None]
        options = _options(selector)
        if type(argument).__name__ == "VariableReference" and options.keys() <= {"type"}:
            ordinal = options.get("type") == "ordinal"
            return argument.id.name, "ordinal" if ordinal else "cardinal"
    raise UnspeakableError("it chooses by something else than an argument")


def _key(variant: Any) -> str:  # noqa: ANN401
    key = variant.key
    return str(key.name if type(key).__name__ == "Identifier" else key.value)


def _function(one: Any, counted: str | None) -> Node:  # noqa: ANN401
    """Return the argument that a function formats."""
    name, positional = one.id.name, one.arguments.positional
    if len(positional) != 1 or type(positional[0]).__name__ != "VariableReference":
        raise UnspeakableError(f"it calls `{name}` with something else than one argument")
    argument, options = positional[0].id.name, _options(one)
    found = _FORMATS.get((name, *options.keys()))
    style = found(*options.values()) if found is not None else None
    if style is None:
        raise UnspeakableError(f"`{name}` formats `{argument}` in a way that ICU has no words for")
    if name == "NUMBER" and not options and argument == counted:
        return Number()
    kind, shown = style
    return Formatted(argument, kind, shown)


def _dated(kind: Any) -> Any:  # noqa: ANN401
    return lambda style: (kind, style) if style in _STYLES else None


_FORMATS: Mapping[tuple[str, ...], Any] = {
    ("NUMBER",): lambda: ("number", None),
    ("NUMBER", "style"): lambda style: ("number", "percent") if style == "percent" else None,
    ("NUMBER", "maximumFractionDigits"): lambda most: (
        ("number", "integer") if most == "0" else None
    ),
    ("DATETIME",): lambda: ("date", None),
    ("DATETIME", "dateStyle"): _dated("date"),
    ("DATETIME", "timeStyle"): _dated("time"),
}
"""What a function with options is in ICU: the kind and the style."""


def _options(function: Any) -> dict[str, str]:  # noqa: ANN401
    return {one.name.name: str(one.value.value) for one in function.arguments.named}


def _untagged(message: Message) -> Message:
    """Return a message with its tags as the text that they are written in."""
    made: list[Node] = []
    for node in message:
        match node:
            case Tag(name, children):
                made += (Text(f"<{name}>"), *_untagged(children), Text(f"</{name}>"))
            case Plural(name, branches, kind, offset):
                made.append(Plural(name, _each(branches, _untagged), kind, offset))
            case Select(name, branches):
                made.append(Select(name, _each(branches, _untagged)))
            case _:
                made.append(node)
    return joined(tuple(made))


def _translated(message: Message) -> Message:
    """Return a message whose signs of tags are hidden from quotation."""
    made: list[Node] = []
    for node in message:
        match node:
            case Text(value):
                made.append(Text(value.translate(_TAGS)))
            case Plural(name, branches, kind, offset):
                made.append(Plural(name, _each(branches, _translated), kind, offset))
            case Select(name, branches):
                made.append(Select(name, _each(branches, _translated)))
            case _:
                made.append(node)
    return tuple(made)


def _each(branches: tuple[Branch, ...], make: Callable[[Message], Message]) -> tuple[Branch, ...]:
    return tuple(Branch(one.selector, make(one.message)) for one in branches)
