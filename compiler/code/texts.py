"""Texts in quotes as they are meant: escapes undone, pieces that stand together joined."""

import re
from typing import TYPE_CHECKING

from compiler.code.dialects import Dialect

if TYPE_CHECKING:
    from tree_sitter import Node

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<braced>[0-9A-Fa-f]{1,6})\}|u(?P<four>[0-9A-Fa-f]{4})|x(?P<two>[0-9A-Fa-f]{2})"
    r"|(?P<line>\r?\n)|(?P<one>.))",
    re.DOTALL,
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_LARGEST = 0x10FFFF
_DEEPEST = 64


def said(node: "Node", dialect: Dialect, depth: int = 0) -> str | None:
    """Return what a text says, None where a part of it is put in while the program runs."""
    if depth > _DEEPEST:
        return None
    children = node.named_children
    if node.type in dialect.strings:
        return _unquoted(node, dialect)
    if node.type in dialect.wrappers and children:
        return said(node.child_by_field_name("value") or children[-1], dialect, depth + 1)
    is_sum = node.type == dialect.sum and len(children) == 2 and b"+" in _sign(node)  # noqa: PLR2004
    if is_sum or node.type in dialect.joined:
        parts = [said(one, dialect, depth + 1) for one in children]
        return None if None in parts else "".join(part or "" for part in parts)
    return None


def _unquoted(node: "Node", dialect: Dialect) -> str | None:
    escapes = ("escape_sequence", "str_escaped_char", "character_escape_seq")
    if any(
        one.type not in dialect.parts and one.type not in escapes for one in node.named_children
    ):
        return None
    children = node.children
    if not children:
        return None
    start, end = children[0].end_byte, children[-1].start_byte
    data = (node.text or b"")[start - node.start_byte : max(start, end) - node.start_byte]
    text = _ESCAPE.sub(_meant, data.decode(errors="replace"))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(found: re.Match[str]) -> str:
    digits = found["braced"] or found["four"] or found["two"]
    if digits is not None:
        number = int(digits, 16)
        return chr(number) if number <= _LARGEST else found[0]
    if found["line"] is not None:
        return ""
    return _NAMED.get(found["one"], found["one"])


def _sign(node: "Node") -> bytes:
    left, right = node.named_children[0], node.named_children[-1]
    start = node.start_byte
    return (node.text or b"")[left.end_byte - start : right.start_byte - start]
