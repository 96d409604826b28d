"""How a new value is written with all that is in it: as the one beside it, or as the file does."""

from collections.abc import Sequence
from dataclasses import dataclass

from compiler.edit.yaml.edits import Value
from compiler.edit.yaml.scalars import spellings
from compiler.edit.yaml.slots import Slot, Style
from compiler.read.yaml_nodes import NONE, Alias, Collection, Node, Part, Scalar


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes values in the manner of a file.

    ``like`` is a node to imitate: its brackets, its quotes, and those of what it has under the
    same keys. A text has no line end at its end; lines after its first have their indentation.
    """

    style: Style

    def pair(self, key: str, value: Value, column: int, like: Part | None) -> str:
        """Return a pair of a block mapping that stands at a column."""
        return f"{self.key(key, like)}:{self.behind(value, column, _value(like))}"

    def key(self, key: str, like: Part | None, *, flow: bool = False) -> str:
        """Return a key."""
        slot = Slot(-1, 0, self.style, flow=flow, key=True)
        return self._scalar(key, slot, like.key if like is not None else None)

    def behind(self, value: Value, column: int, like: Node | None) -> str:
        """Return what stands behind the ``:`` of a pair at a column, from there on."""
        if self.is_flow(value, like):
            return f" {self.flow(value, like)}"
        if isinstance(value, dict):
            inner = column + self.style.indent
            return self._line(inner) + self._pairs(value, inner, like)
        if isinstance(value, list):
            inner = column + self.style.offset
            return self._line(inner) + self._items(value, inner, like)
        return f" {self.scalar(value, column, like)}"

    def item(self, value: Value, column: int, gap: int, like: Node | None) -> str:
        """Return an item of a block sequence whose dashes stand at a column, ``gap`` before it."""
        return f"-{' ' * gap}{self.block(value, column, column + 1 + gap, like)}"

    def block(self, value: Value, around: int, column: int, like: Node | None) -> str:
        """Return a value that begins at a column; its lines exceed the indentation ``around``."""
        if self.is_flow(value, like):
            return self.flow(value, like)
        if isinstance(value, dict):
            return self._pairs(value, column, like)
        if isinstance(value, list):
            return self._items(value, column, like)
        return self.scalar(value, around, like)

    def scalar(self, value: Value, column: int, like: Node | None) -> str:
        """Return a scalar in a block at a column."""
        body = max(column, 0) + self.style.indent
        return self._scalar(value, Slot(column, body, self.style), like)

    def flow(self, value: Value, like: Node | None) -> str:
        """Return a value on one line, collections in brackets."""
        like = _target(like)
        if isinstance(value, list):
            return f"[{', '.join(self.flow(one, _item(like)) for one in value)}]"
        if isinstance(value, dict):
            inside = ", ".join(
                self.flow_pair(key, one, _part(like, key)) for key, one in value.items()
            )
            padding = " " if self.style.padded and inside else ""
            return f"{{{padding}{inside}{padding}}}"
        return self._scalar(value, Slot(-1, 0, self.style, flow=True), like)

    def flow_pair(self, key: str, value: Value, like: Part | None) -> str:
        """Return a pair of a mapping in brackets."""
        return f"{self.key(key, like, flow=True)}: {self.flow(value, _value(like))}"

    def is_flow(self, value: Value, like: Node | None) -> bool:
        """Tell whether a list or mapping stands in brackets."""
        like = _target(like)
        if not isinstance(value, dict | list):
            return False
        if not value:
            return True
        if isinstance(like, Collection) and like.parts and like.mapping == isinstance(value, dict):
            return like.flow
        if isinstance(value, dict) or any(isinstance(one, dict | list) for one in value):
            return False
        return self.style.flow_lists and len(self.flow(value, None)) <= _WIDEST

    def _pairs(self, pairs: dict[str, Value], column: int, like: Node | None) -> str:
        lines = [self.pair(key, one, column, _part(like, key)) for key, one in pairs.items()]
        return self._line(column).join(lines)

    def _items(self, items: Sequence[Value], column: int, like: Node | None) -> str:
        lines = [self.item(one, column, 1, _item(like)) for one in items]
        return self._line(column).join(lines)

    def _line(self, column: int) -> str:
        return self.style.line_end + " " * column

    def _scalar(self, value: Value, slot: Slot, like: Node | None) -> str:
        like = _target(like)
        found = spellings(value, slot, like if isinstance(like, Scalar) else None)
        # Blank lines below a text that keeps its own would belong to it.
        closed = (one for one in found if one.body is None or "+" not in one.head)
        return next(closed).joined(self.style.line_end)


_WIDEST = 80
_NOTHING = Scalar(0, 0, 0, 0, "", "", NONE)
"""Imitates nothing."""


def _target(node: Node | None) -> Node | None:
    return node.target if isinstance(node, Alias) else node


def _value(part: Part | None) -> Node | None:
    return None if part is None else part.value


def _part(like: Node | None, key: str) -> Part | None:
    """Return the pair of the same key, or else any, for the manner in which keys are written."""
    like = _target(like)
    if not isinstance(like, Collection) or not like.mapping or not like.parts:
        return None
    same = like.part(key)
    if same is not None:
        return same
    first = like.parts[0]
    return Part(first.start, first.key, first.mark, _NOTHING)


def _item(like: Node | None) -> Node | None:
    like = _target(like)
    if not isinstance(like, Collection) or like.mapping or not like.parts:
        return None
    return like.parts[0].value
