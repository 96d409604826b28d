"""A YAML text with its data and nodes, and patches to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from compiler.base.spots import Route
from compiler.edit.refusal import AbsentError, BrokenFileError
from compiler.edit.yaml.edits import Value
from compiler.edit.yaml.rendering import Renderer
from compiler.edit.yaml.style import style_of
from compiler.read.document import Document
from compiler.read.yaml import read_yaml_text
from compiler.read.yaml_composing import compose
from compiler.read.yaml_nodes import Collection, Node, Part


class Patch(NamedTuple):
    """The characters from ``start`` to ``end``, exclusive, become ``text``."""

    start: int
    end: int
    text: str


Patches = tuple[Patch, ...]


def patched(text: str, patches: Iterable[Patch]) -> str:
    """Return a text with patches that do not overlap; of two at one place the first comes first."""
    parts = []
    position = 0
    for start, end, new in sorted(patches, key=lambda patch: patch[:2]):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


@dataclass(frozen=True)
class Source:
    """A text that the product's reader can read; ``above`` are lines of the file before it."""

    path: str
    text: str
    document: Document
    above: int = 0

    @property
    def data(self) -> Value:
        """What the text says."""
        return self.document.data

    @cached_property
    def root(self) -> Node | None:
        """The outermost node."""
        return compose(self.text)

    @cached_property
    def renderer(self) -> Renderer:
        """Writes as this file does."""
        return Renderer(style_of(self.text, self.root))

    def line(self, route: Route) -> int:
        """Return the line of the file that a route leads to."""
        return self.document.places.value(*route).line + self.above

    def part(self, route: Route) -> tuple[Collection, Part]:
        """Return the pair or item at a route, and what it is in. Raises AbsentError."""
        around = self.node(route[:-1])
        part = around.part(route[-1]) if isinstance(around, Collection) else None
        if part is None or not isinstance(around, Collection):
            raise AbsentError(f"`{self.path}` has no `{dotted(route)}`")
        return around, part

    def node(self, route: Route) -> Node | None:
        """Return the node at a route, aliases not followed. Raises AbsentError."""
        return self.part(route)[1].value if route else self.root

    def collection(self, route: Route) -> Collection | None:
        """Return the mapping or sequence at a route, None where nothing is written there yet."""
        node = self.node(route)
        return node if isinstance(node, Collection) else None


def read_source(path: str, text: str, above: int = 0) -> Source:
    """Read a text that is to be edited. Raises BrokenFileError for what is no YAML."""
    document = read_yaml_text(path, text)
    if document.data is None:
        for finding in document.findings:
            raise BrokenFileError(path, finding.place.line + above, finding.message)
    return Source(path, text, document, above)


def dotted(route: Route) -> str:
    """Return a route as people write it."""
    return ".".join(map(str, route))
