"""Texts in code: what they say, as far as that is written down."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.dialects import Dialect

if TYPE_CHECKING:
    from tree_sitter import Node

_INTERPOLATED = re.compile(rb"\$(?:\{|[A-Za-z_])")


class Literal(NamedTuple):
    """A text: what is written of it, and the bytes of that, without quotes.

    Of one that is not ``exact`` ``text`` is how it begins and ``tail`` how it ends. One put
    together of several has no bytes of its own: ``start`` is ``end``.
    """

    text: str
    start: int
    end: int
    exact: bool = True
    tail: str = ""


def literals(node: "Node", dialect: Dialect) -> Iterator[Literal]:
    """Yield every text that an expression may be; one that says nothing where that is open."""
    children = node.named_children
    if node.type in dialect.strings:
        yield _string(node, dialect)
    elif node.type in dialect.wrappers and children:
        yield from literals(node.child_by_field_name("value") or children[0], dialect)
    elif node.type in dialect.choices and len(children) > 1:
        for branch in children[-2:]:
            yield from literals(branch, dialect)
    elif node.type in dialect.choices_in_between:
        for branch in (children[0], children[-1]):
            yield from literals(branch, dialect)
    elif node.type == dialect.sum and children:
        head, tail = (next(literals(one, dialect)) for one in (children[0], children[-1]))
        rest = tail.text if tail.exact else tail.tail
        yield Literal(head.text, head.start, head.end, exact=False, tail=rest)
    elif node.type in dialect.joined:
        yield _joined([next(literals(one, dialect)) for one in children])
    else:
        yield Literal("", node.start_byte, node.start_byte, exact=False)


def _string(node: "Node", dialect: Dialect) -> Literal:
    """Read a text in quotes. What stands behind an escape is left open."""
    start = node.children[0].end_byte
    end = max(start, node.children[-1].start_byte)
    data = (node.text or b"")[start - node.start_byte : end - node.start_byte]
    put_in = [
        (one.start_byte - start, one.end_byte - start)
        for one in node.named_children
        if one.type not in dialect.parts
    ]
    if dialect.dollar and (found := _INTERPOLATED.search(data)):
        put_in.append((found.start(), len(data)))
    if (escape := data.find(b"\\")) >= 0:
        put_in.append((escape, len(data)))
    if not put_in:
        return Literal(data.decode(errors="replace"), start, end)
    first, last = min(one for one, _ in put_in), max(one for _, one in put_in)
    head, tail = (part.decode(errors="replace") for part in (data[:first], data[last:]))
    return Literal(head, start, start + first, exact=False, tail=tail)


def _joined(parts: list[Literal]) -> Literal:
    """Return texts that stand one behind the other as one."""
    start = parts[0].start
    if all(part.exact for part in parts):
        return Literal("".join(part.text for part in parts), start, start)
    head = ""
    for part in parts:
        head += part.text
        if not part.exact:
            break
    return Literal(head, start, start, exact=False, tail=parts[-1].tail)
