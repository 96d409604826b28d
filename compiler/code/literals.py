"""Texts in code: what they say, as far as that is written down."""

import re
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.constants import Names
from compiler.code.dialects import Dialect
from compiler.code.nodes import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_INTERPOLATED = re.compile(rb"\$(?:\{|[A-Za-z_])")
_QUOTES = (b"'", b'"')
_MOST = 400
"""So many keys may come of one expression; of more only the beginning is known."""
_DEEPEST = 64
"""Of what lies deeper nobody writes keys; programs do."""
_LISTS = frozenset({"array", "list", "tuple"})


class Literal(NamedTuple):
    """A text: what is written of it, and the bytes of that, without quotes.

    Of one that is not ``exact`` ``text`` is how it begins and ``tail`` how it ends. One put
    together of several has no bytes of its own: ``start`` is ``end``. ``via`` is the expression
    that it is one of the values of; ``spare`` says that it is asked for before another, and need
    not exist.
    """

    text: str
    start: int
    end: int
    exact: bool = True
    tail: str = ""
    via: str | None = None
    spare: bool = False


def literals(node: "Node", dialect: Dialect, names: Names, depth: int = 0) -> Iterator[Literal]:
    """Yield every text that an expression may be; one that says nothing where that is open."""
    if depth > _DEEPEST:
        yield Literal("", node.start_byte, node.start_byte, exact=False)
        return
    children = node.named_children
    if node.type in dialect.strings:
        yield from _string(node, dialect, names, depth)
    elif node.type in dialect.wrappers and children:
        inner = node.child_by_field_name("value") or children[-1 if dialect.last else 0]
        yield from literals(inner, dialect, names, depth + 1)
    elif node.type == dialect.sum and len(children) > 1:
        yield from _sum(node, dialect, names, depth + 1)
    elif node.type in dialect.joined:
        yield _joined([next(literals(one, dialect, names, depth + 1)) for one in children])
    elif node.type in _LISTS and children:
        yield from _listed(children, dialect, names, depth + 1)
    else:
        branches = _branches(node, dialect)
        for branch in branches:
            yield from literals(branch, dialect, names, depth + 1)
        if not branches:
            yield from _named(node, dialect, names, depth + 1)


def _listed(items: list["Node"], dialect: Dialect, names: Names, depth: int) -> Iterator[Literal]:
    """Yield the keys of a list, asked one after the other until one exists."""
    for index, one in enumerate(items):
        for literal in literals(one, dialect, names, depth):
            yield literal._replace(spare=index < len(items) - 1)


def _branches(node: "Node", dialect: Dialect) -> list["Node"]:
    """Return the values of which an expression takes one."""
    children = node.named_children
    if node.type in dialect.choices and len(children) > 1:
        return children[-2:]
    if node.type in dialect.cases:
        cases = (one for one in children if one.type == "when_entry" and one.named_children)
        return [one.named_children[-1] for one in cases]
    return [children[0], children[-1]] if node.type in dialect.choices_in_between else []


def _named(node: "Node", dialect: Dialect, names: Names, depth: int) -> Iterator[Literal]:
    """Yield the texts that a name stands for, as far as they are written down."""
    values = names.values(node)
    via = text_of(node) if values else None
    found = []
    for value in values or ():
        at = value.start_byte if names.is_own(value) else node.start_byte
        if value.type in dialect.strings:
            texts = [one._replace(via=via) for one in _string(value, dialect, names, depth)]
            is_here = at == value.start_byte
            found += texts if is_here else [one._replace(start=at, end=at) for one in texts]
        elif value.type in names.words:
            found.append(Literal(text_of(value), at, at, via=via))
        else:
            values = None
    if not values or len(found) > _MOST:
        yield Literal("", node.start_byte, node.start_byte, exact=False)
    else:
        yield from found


def _sum(node: "Node", dialect: Dialect, names: Names, depth: int) -> Iterator[Literal]:
    """Put two texts together; of other signs than `+`, take either side (`a || b`, `a ?? b`)."""
    first, last = node.named_children[0], node.named_children[-1]
    sign = (node.text or b"")[first.end_byte - node.start_byte : last.start_byte - node.start_byte]
    word = sign.strip()
    if word == b"%":  # Python puts values into the text before it
        head = next(literals(first, dialect, names, depth))
        text = head.text.partition("%")[0]
        yield Literal(text, head.start, head.start + len(text.encode()), exact=False)
        return
    if word in (b"||", b"??", b"or"):
        yield from literals(first, dialect, names, depth)
        yield from literals(last, dialect, names, depth)
        return
    if word == b"&&":
        yield from literals(last, dialect, names, depth)
        return
    heads, tails = (list(literals(one, dialect, names, depth)) for one in (first, last))
    if word == b"+" and len(heads) * len(tails) <= _MOST:
        for head, tail in product(heads, tails):
            yield _together(head, tail, node.start_byte)
        return
    yield Literal(heads[0].text, heads[0].start, heads[0].end, exact=False)


def _together(head: Literal, tail: Literal, at: int) -> Literal:
    via = head.via or tail.via
    if head.exact and tail.exact:
        return Literal(head.text + tail.text, at, at, via=via)
    if not head.exact:
        return head._replace(tail=head.tail + tail.text if tail.exact else tail.tail, via=via)
    text = head.text + tail.text
    end = head.end if not tail.text else head.start
    return Literal(text, head.start, end, exact=False, tail=tail.tail, via=via)


def _string(node: "Node", dialect: Dialect, names: Names, depth: int) -> Iterator[Literal]:
    """Read a text in quotes, with the values put in where these are written down."""
    data = node.text or b""
    if node.type == "string" and data[:1] in _QUOTES and _is_plain(data):
        start = node.start_byte + 1
        yield Literal(data[1:-1].decode(errors="replace"), start, node.end_byte - 1)
        return
    plain, put_in = _plain(node, dialect)
    if plain.exact or not put_in:
        yield plain
        return
    ways = []
    for one in put_in:
        inner = one.named_children[0] if one.named_children else one
        found = list(literals(inner, dialect, names, depth + 1))
        if not all(value.exact for value in found):
            yield plain
            return
        ways.append(found)
    total = 1
    for way in ways:
        total *= len(way)
    if total > _MOST:
        yield plain
        return
    start = node.start_byte
    begin, end = plain.start, max(plain.start, node.children[-1].start_byte)
    put = [_signed(data, one.start_byte - start, one.end_byte - start) for one in put_in]
    cuts = [begin, *(start + at for one in put for at in one), end]
    between = [
        data[a - start : b - start].decode(errors="replace")
        for a, b in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    via = text_of(put_in[0].named_children[0] if put_in[0].named_children else put_in[0])
    for chosen in product(*ways):
        text = between[0] + "".join(
            value.text + rest for value, rest in zip(chosen, between[1:], strict=True)
        )
        yield Literal(text, begin, begin, via=via)


def _is_plain(data: bytes) -> bool:
    """Tell whether a text stands between one quote and another, and nothing else is in it."""
    quote = data[:1]
    return len(data) > 1 and data.find(quote, 1) == len(data) - 1 and b"\\" not in data


def _plain(node: "Node", dialect: Dialect) -> tuple[Literal, list["Node"]]:
    """Read what stands in quotes itself, and return the nodes that are put in.

    What stands behind an escape is left open, and then nothing is put in.
    """
    start = node.children[0].end_byte
    end = max(start, node.children[-1].start_byte)
    data = (node.text or b"")[start - node.start_byte : end - node.start_byte]
    nodes = [one for one in node.named_children if one.type not in dialect.parts]
    put_in = [_signed(data, one.start_byte - start, one.end_byte - start) for one in nodes]
    if dialect.dollar and (found := _INTERPOLATED.search(data)):
        put_in.append((found.start(), len(data)))
        nodes = []
    if (escape := data.find(b"\\")) >= 0 and data[escape : escape + 2] != b"\\(":
        put_in.append((escape, len(data)))
        nodes = []
    if not put_in:
        return Literal(data.decode(errors="replace"), start, end), []
    first, last = min(one for one, _ in put_in), max(one for _, one in put_in)
    head, tail = (part.decode(errors="replace") for part in (data[:first], data[last:]))
    return Literal(head, start, start + first, exact=False, tail=tail), nodes


def _signed(data: bytes, start: int, end: int) -> tuple[int, int]:
    r"""Return where a value is put in, with the signs of Swift around it: `\(name)`."""
    if data[start - 2 : start] == b"\\(":
        return start - 2, end + (data[end : end + 1] == b")")
    return start, end


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
