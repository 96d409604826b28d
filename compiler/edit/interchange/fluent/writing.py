"""Strings as Fluent: an entry a message, or an attribute of one where it came as that."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compiler.edit.interchange.nested import Key
from compiler.edit.interchange.texts_out import Wording, message_of
from compiler.messages.ast import (
    Argument,
    Branch,
    Formatted,
    Message,
    Node,
    Number,
    Plural,
    Select,
    Tag,
    Text,
)
from compiler.messages.expressible import NotExpressible

FLUENT = "fluent"
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"=(\d+)")
_ESCAPED = re.compile(r'[\\"]|[\x00-\x1f\x7f]')
_STYLES = ("short", "medium", "long", "full")
_NO_WORDS = "Fluent has no words for an offset, a number that is not whole, or a format of its own"

_INNER = r"[{}\r]|(?<=\n)[ \[*.]+"
_SPECIAL = {
    (first, last): re.compile(
        "|".join([_INNER, *([r"\A[ \n\[*.]+"] if first else []), *([r"[ \n]+\Z"] if last else [])])
    )
    for first in (True, False)
    for last in (True, False)
}
"""What is no text where it stands, by whether it stands first in a pattern, and last."""


def fluent_name(key: Key) -> str:
    """Return what a message of Fluent is called: the parts of a key, joined by hyphens."""
    name = _NOT_IN_NAMES.sub("-", "-".join(key))
    return name if _NAME.fullmatch(name) else f"key-{name}"


def as_fluent(wording: Wording) -> Any:  # noqa: ANN401 - a pattern of an untyped library
    """Return the text as a pattern of Fluent, `NotExpressible` where it has no words for it."""
    message = message_of(wording)
    if isinstance(message, NotExpressible):
        return message
    try:
        return _pattern(message, "")
    except _UnspeakableError as failure:
        return NotExpressible(str(failure))


def write_fluent(
    patterns: Mapping[Key, Any], comments: Mapping[Key, Sequence[str]], *, attributes: bool
) -> tuple[bytes, list[Key]]:
    """Return a file of patterns by key, and the keys that have no room in it.

    With ``attributes`` the second part of a key is one of the message that the first names.
    """
    from fluent.syntax import serialize  # noqa: PLC0415 - an extra

    ast = tree()
    messages: dict[str, Any] = {}
    homeless: list[Key] = []
    for key, pattern in patterns.items():
        is_one = attributes and len(key) == 2 and bool(_NAME.fullmatch(key[1]))  # noqa: PLR2004
        name = fluent_name(key[:1] if is_one else key)
        message = messages.setdefault(name, ast.Message(ast.Identifier(name)))
        if comments.get(key) and message.comment is None:
            message.comment = ast.Comment("\n".join(comments[key]))
        if is_one and all(one.id.name != key[1] for one in message.attributes):
            message.attributes.append(ast.Attribute(ast.Identifier(key[1]), pattern))
        elif not is_one and message.value is None:
            message.value = pattern
        else:
            homeless.append(key)
    return serialize(ast.Resource(list(messages.values()))).encode("utf-8", "replace"), homeless


def tree() -> Any:  # noqa: ANN401 - an untyped library
    """Return the kinds of Fluent's syntax tree."""
    from fluent.syntax import ast  # noqa: PLC0415 - an extra

    return ast


class _UnspeakableError(ValueError):
    """Fluent has no words for a part of a message; ``str()`` is a clause about it."""


def _pattern(message: Message, counted: str) -> Any:  # noqa: ANN401
    ast = tree()
    parts = list(_merged(message))
    elements: list[Any] = []
    for index, one in enumerate(parts):
        if isinstance(one, str):
            elements += _text(one, first=index == 0, last=index == len(parts) - 1)
        else:
            elements.append(ast.Placeable(_expression(one, counted)))
    return ast.Pattern(elements or [ast.Placeable(ast.StringLiteral(""))])


def _merged(message: Message) -> Iterator[str | Node]:
    """Yield texts, tags among them, and what stands between: never two texts in a row."""
    text = ""
    for one in _flat(message):
        if isinstance(one, str):
            text += one
            continue
        if text:
            yield text
        text = ""
        yield one
    if text:
        yield text


def _flat(message: Message) -> Iterator[str | Node]:
    for node in message:
        match node:
            case Text(value):
                yield value
            case Tag(name, children):
                yield f"<{name}>"
                yield from _flat(children)
                yield f"</{name}>"
            case _:
                yield node


def _text(text: str, *, first: bool, last: bool) -> Iterator[Any]:
    """Yield elements that come to a text: what would mean something else stands in quotes."""
    ast = tree()
    end = 0
    for match in _SPECIAL[first, last].finditer(text):
        if match.start() > end:
            yield ast.TextElement(text[end : match.start()])
        end = match.end()
        yield ast.Placeable(ast.StringLiteral(_ESCAPED.sub(_escaped, match[0])))
    if end < len(text):
        yield ast.TextElement(text[end:])


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    return f"\\{sign}" if sign in '\\"' else f"\\u{ord(sign):04X}"


def _expression(node: Node, counted: str) -> Any:  # noqa: ANN401
    match node:
        case Argument(name):
            return _variable(name)
        case Number() if counted:
            return _call("NUMBER", counted)
        case Formatted(name, kind, style):
            return _formatted(name, kind, style)
        case Plural(name, branches, kind, 0):
            chosen = _variable(name) if kind == "cardinal" else _call("NUMBER", name, type=kind)
            return _select(chosen, branches, name)
        case Select(name, branches):
            return _select(_variable(name), branches, counted)
        case _:
            raise _UnspeakableError(_NO_WORDS)


def _select(chosen: Any, branches: Sequence[Branch], counted: str) -> Any:  # noqa: ANN401
    ast = tree()
    variants = []
    for one in branches:
        number = _NUMBER.fullmatch(one.selector)
        if number is None and not _NAME.fullmatch(one.selector):
            raise _UnspeakableError(_NO_WORDS)
        key = ast.NumberLiteral(number[1]) if number else ast.Identifier(one.selector)
        is_other = one.selector == "other"
        variants.append(ast.Variant(key, _pattern(one.message, counted), default=is_other))
    return ast.SelectExpression(chosen, variants)


def _variable(name: str) -> Any:  # noqa: ANN401
    ast = tree()
    if not _NAME.fullmatch(name):
        raise _UnspeakableError(f"Fluent has no argument `{name}`")
    return ast.VariableReference(ast.Identifier(name))


def _call(function: str, argument: str, **options: str) -> Any:  # noqa: ANN401
    """Return a call of a function; options that are numbers are written as such."""
    ast = tree()
    named = [
        ast.NamedArgument(
            ast.Identifier(name),
            ast.NumberLiteral(said) if said.isdigit() else ast.StringLiteral(said),
        )
        for name, said in options.items()
    ]
    return ast.FunctionReference(
        ast.Identifier(function), ast.CallArguments([_variable(argument)], named)
    )


def _formatted(name: str, kind: str, style: str | None) -> Any:  # noqa: ANN401
    match kind, style:
        case "number", None:
            return _call("NUMBER", name)
        case "number", "percent":
            return _call("NUMBER", name, style="percent")
        case "number", "integer":
            return _call("NUMBER", name, maximumFractionDigits="0")
        case "date", None:
            return _call("DATETIME", name)
        case "date", known if known in _STYLES:
            return _call("DATETIME", name, dateStyle=known)
        case "time", known if known in _STYLES:
            return _call("DATETIME", name, timeStyle=known)
        case _:
            raise _UnspeakableError(_NO_WORDS)
