"""A copy of the project's own content, and which of its lines a command changes."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from tests.harness import Project

SHOWCASE = Path(__file__).resolve().parents[2]


class Showcase(Project):
    """A copy of the showcase; `diff` tells which lines a command changed, removed and added."""

    def tree(self) -> dict[str, bytes]:
        """Return the files of content, by path."""
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in sorted((self.root / "content").rglob("*"))
            if path.is_file()
        }

    def edited(self, *arguments: str) -> list[str]:
        """Run a command; return the lines that it changed, with their paths."""
        before = self.tree()
        self.run(*arguments).exits(0)
        return list(_changes(before, self.tree()))


def _changes(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if old is None or new is None:
            yield f"{'+' if old is None else '-'} {path}"
        elif old != new and b"\0" in new:
            yield f"* {path}"
        elif old != new:
            ours, theirs = old.decode().splitlines(), new.decode().splitlines()
            for line in list(difflib.unified_diff(ours, theirs, lineterm="", n=0))[2:]:
                if not line.startswith("@@"):
                    yield f"{path}: {line}"
