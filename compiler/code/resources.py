"""Resources of Android and Compose: `R.string.name`, `Res.string.name`, however `R` is imported.

| code | asks for |
|---|---|
| `import com.acme.R as Words`, `Words.string.pay` | `pay` |
| `import com.acme.R.string as Words`, `typealias Words = R.string`, `Words.pay` | `pay` |
| `import com.acme.R.string.pay` | `pay` |
| `import com.acme.R.string.*` | any: names alone may be those of strings |
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compiler.code.found import Found
from compiler.code.literals import Literal
from compiler.code.nodes import text_of
from compiler.code.passing_native import passed_to_resource
from compiler.code.vocabulary import RESOURCE_FOLDERS

if TYPE_CHECKING:
    from tree_sitter import Node

_CLASSES = frozenset({"R", "Res"})
_NAMED = re.compile(
    rb"\bimport\s+(?P<path>\w[\w.]*\w|\w)(?P<all>\.\*)?(?:\s+as\s+(?P<alias>\w+))?"
    rb"|\btypealias\s+(?P<name>\w+)\s*=\s*(?P<of>[\w.]+)"
)


class Resources:
    """What names resources in one file of Kotlin."""

    def __init__(self, code: bytes) -> None:
        self._classes = set(_CLASSES)
        self._folders: set[str] = set()
        self._imported: list[Found] = []
        for found in _NAMED.finditer(code) if b"R" in code else ():
            self._note(found)

    def imported(self) -> Iterator[Found]:
        """Yield what is imported by its own name, and what may be where all is."""
        yield from self._imported

    def named_by(self, node: "Node") -> Iterator[Found]:
        """Yield the name of a resource."""
        owner, _, name = text_of(node).rpartition(".")
        parts = owner.split(".")
        is_one = owner in self._folders or (
            parts[-1] in RESOURCE_FOLDERS and parts[-2:-1] and parts[-2] in self._classes
        )
        if is_one:
            start = node.end_byte - len(name.encode())
            yield Found(Literal(name, start, node.end_byte), passed=passed_to_resource(node))

    def _note(self, found: re.Match[bytes]) -> None:
        path = (found["path"] or found["of"]).decode()
        alias = (found["alias"] or found["name"] or b"").decode()
        parts = path.split(".")
        if parts[-1] in _CLASSES and alias:
            self._classes.add(alias)
        elif parts[-1] in RESOURCE_FOLDERS and parts[-2:-1] and parts[-2] in _CLASSES:
            if found["all"]:
                at = found.end()
                self._imported.append(Found(Literal("", at, at, exact=False), optional=True))
            else:
                self._folders.add(alias or parts[-1])
        elif parts[-2:-1] and parts[-2] in RESOURCE_FOLDERS and _CLASSES & {*parts[-3:-2]}:
            end = found.end("path")
            self._imported.append(Found(Literal(parts[-1], end - len(parts[-1].encode()), end)))
