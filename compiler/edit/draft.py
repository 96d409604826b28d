"""The files of a project as they will be: read when they are needed, edited in memory."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from compiler.base.place import Places
from compiler.edit.front_matter import edit_markdown
from compiler.edit.po.editing import edit_po
from compiler.edit.po.edits import PoEdit
from compiler.edit.refusal import AbsentError
from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Edit

Changes = Mapping[str, bytes | None]
"""What files will be, by path below the project; None where one is removed."""

_MARKDOWN = ".md"


class Draft:
    """Files that are being changed; nothing is written.

    ``read`` gives the bytes of a file, None where there is none.
    """

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}
        self._ahead: dict[str, list[PoEdit]] = {}

    def data(self, path: str) -> bytes | None:
        """Return a file as it is meant to be by now."""
        if path in self._ahead:
            edits = self._ahead.pop(path)
            self._after[path] = edit_po(path, self._there(path), edits)
        if path not in self._after:
            self._before[path] = self._after[path] = self._read(path)
        return self._after[path]

    def edit(self, places: Places, *edits: Edit) -> None:
        """Edit what ``places`` addresses: a YAML file, a part of one, or front matter.

        The routes of edits begin where those of the places do. Raises UneditableError and others of
        `edit_yaml`.
        """
        path, data = places.path, self._there(places.path)
        if path.endswith(_MARKDOWN):
            self._after[path] = edit_markdown(path, data, edits)
        else:
            within = [replace(one, route=(*places.prefix, *one.route)) for one in edits]
            self._after[path] = edit_yaml(path, data, within)

    def edit_catalogue(self, path: str, *edits: PoEdit) -> None:
        """Edit entries of a catalogue: all at once, when it is asked for.

        Whoever asks gets what `edit_po` raises.
        """
        self._ahead.setdefault(path, []).extend(edits)

    def put(self, path: str, data: bytes) -> None:
        """Put a file there, in place of what was."""
        self.data(path)
        self._after[path] = data

    def remove(self, path: str) -> None:
        """Take a file away."""
        self.data(path)
        self._after[path] = None

    def move(self, path: str, to: str) -> None:
        """Give a file another name."""
        data = self._there(path)
        self.remove(path)
        self.put(to, data)

    @property
    def before(self) -> Mapping[str, bytes | None]:
        """The files that were asked for, as they are on the disk."""
        return self._before

    @property
    def changes(self) -> dict[str, bytes | None]:
        """What differs from the disk, sorted by path."""
        for path in list(self._ahead):
            self.data(path)
        return {
            path: data for path, data in sorted(self._after.items()) if data != self._before[path]
        }

    def _there(self, path: str) -> bytes:
        data = self.data(path)
        if data is None:
            raise AbsentError(f"there is no file `{path}`")
        return data
