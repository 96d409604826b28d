"""Where in a file a value stands, and what stands around it."""

import re
from dataclasses import dataclass

from compiler.edit.yaml.extents import tail_of
from compiler.edit.yaml.lines import blank_before
from compiler.edit.yaml.source import Source
from compiler.read.yaml_nodes import NONE, Alias, Collection, Node, Part, Scalar

_FIRST_LINE = re.compile(r"[\r\n]( +)(?=[^ \r\n])")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:[ \t]+(?=[&!]))?)+")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: in ``around`` as ``part``, both None for the outermost value."""

    source: Source
    around: Collection | None
    part: Part | None
    node: Node

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @property
    def flow(self) -> bool:
        """Whether it is inside of brackets."""
        return self.around is not None and self.around.flow

    @property
    def indent(self) -> int:
        """The column of the block around, -1 outside of all."""
        return -1 if self.around is None else self.around.indent

    @property
    def line_end(self) -> str:
        """The line end of the file."""
        return self.source.renderer.style.line_end

    @property
    def like(self) -> Node:
        """What stands here, of an alias what that stands for."""
        node = self.node
        return node.target or node if isinstance(node, Alias) else node

    @property
    def mark_end(self) -> int | None:
        """Where the ``:`` or ``-`` before it ends, or the anchor and tag behind that; or None."""
        if self.part is None or self.part.mark is None:
            return None
        found = _PROPERTIES.match(self.text, self.node.begin)
        bare = found is None or self.node.properties == NONE
        return self.part.mark + 1 if found is None or bare else found.end()

    @property
    def in_place(self) -> bool:
        """Whether a block collection could stand where this value begins: no mark is before it."""
        mark = self.mark_end
        return mark is None or (
            isinstance(self.node, Collection) and not blank_before(self.text, self.node.start)
        )

    @property
    def body_indent(self) -> int:
        """How far the lines of a text are indented here: as those are that stand here."""
        node, text = self.node, self.text
        usual = max(self.indent, 0) + self.source.renderer.style.indent
        if not isinstance(node, Scalar) or not node.is_block:
            return usual
        given = re.search("[1-9]", text[node.start : node.head_end])
        if given is not None:
            return max(self.indent, 0) + int(given[0])
        found = _FIRST_LINE.search(text, node.head_end, node.end)
        return usual if found is None else len(found[1])

    @property
    def tail(self) -> int:
        """Where the last line ends that belongs to a block collection."""
        part = self.part
        if part is None and isinstance(self.node, Collection):
            part = self.node.parts[-1]
        tail = tail_of(self.text, part) if part is not None else None
        return self.node.end if tail is None else tail
