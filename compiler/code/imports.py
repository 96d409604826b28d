"""What imports come to: constants, enums, types and hooks of other files of the project."""

import json
from collections.abc import Callable, Collection
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from compiler.code.constants import Names
from compiler.code.dialects import DIALECTS, PYTHON, Dialect, parser_of
from compiler.code.exports import WHOLE, Exports, Import, exports_in
from compiler.code.modules import module_file
from compiler.code.own_hooks import OwnHooks
from compiler.code.path_aliases import PathAliases
from compiler.code.scopes import Giver
from compiler.code.vocabulary import NO_FUNCTIONS, Vocabulary
from compiler.code.written import Writer

if TYPE_CHECKING:
    from tree_sitter import Node

_LARGEST = 200_000
"""So many bytes of constants are handed on, at most."""


class _File(NamedTuple):
    names: Names
    exports: Exports | None
    writer: Writer
    hooks: OwnHooks


class Imports:
    """The files of a project that others import of. Each is read when somebody asks.

    ``known`` are the paths that may be asked for, ``read`` gives their bytes, ``words`` are the
    names that count in them.
    """

    def __init__(
        self,
        known: Collection[str],
        read: Callable[[str], bytes | None],
        words: Vocabulary = NO_FUNCTIONS,
    ) -> None:
        self._known = known
        self._words = words
        self._read = read
        self._aliases = PathAliases(read)
        self._files: dict[str, _File | None] = {}
        self._written: dict[tuple[str, str], str | None] = {}

    def written(self, path: str, wanted: Import) -> str | None:
        """Return what a file imports, as code that stands for itself; None where nobody knows."""
        target = module_file(path, wanted.module, self._known, self._aliases)
        if target is None:
            return None
        key = (target, wanted.name)
        if key not in self._written:
            self._written[key] = None  # for files that import each other
            found = self._exported(target, wanted.name)
            self._written[key] = None if found is None or len(found) > _LARGEST else found
        return self._written[key]

    def _exported(self, path: str, name: str) -> str | None:
        file = self._file(path)
        if file is None:
            return None
        if file.exports is None:
            return self._local(path, file, name)
        if name == WHOLE:
            return self._whole(path, file.exports)
        if name not in file.exports.names:
            found = [self.written(path, Import(one, name)) for one in file.exports.others]
            known = [one for one in found if one is not None]
            return known[0] if len(known) == 1 and name != "default" else None
        return self._named(path, file, file.exports.names[name])

    def _named(self, path: str, file: _File, what: "Node | str | Import") -> str | None:
        if isinstance(what, Import):
            return self.written(path, what)
        if isinstance(what, str):
            return self._local(path, file, what)
        return file.hooks.code_of_value(what) or file.writer.value(what)

    def _local(self, path: str, file: _File, name: str) -> str | None:
        declared = file.names.type_named(name)
        if declared is not None:
            return file.writer.declaration(declared)
        imported = file.names.import_named(name)
        if imported is not None:
            return self.written(path, imported)
        given = file.hooks.code_of(name, self._words.functions)
        return given or file.writer.choice(file.names.at_top(name))

    def _whole(self, path: str, exports: Exports) -> str:
        parts = []
        for name in exports.names:
            found = self.written(path, Import(f"./{PurePosixPath(path).name}", name))
            if found is not None and found.startswith("("):
                parts.append(f"{json.dumps(name)}: {found}")
        if exports.others:
            parts.append("...null")
        return f"({{{', '.join(parts)}}})"

    def _file(self, path: str) -> _File | None:
        if path not in self._files:
            self._files[path] = self._opened(path, DIALECTS.get(PurePosixPath(path).suffix))
        return self._files[path]

    def _opened(self, path: str, dialect: Dialect | None) -> _File | None:
        data = None if dialect is None else self._read(path)
        if dialect is None or data is None:
            return None
        root = parser_of(dialect).parse(data).root_node
        names = Names(root, dialect, lambda wanted: self.written(path, wanted))
        exports = None if dialect is PYTHON else exports_in(root)
        giver = Giver(dialect, self._words.hooks, names)
        hooks = OwnHooks(root, dialect, giver, lambda wanted: self.written(path, wanted))
        return _File(names, exports, Writer(names, dialect), hooks)


NO_IMPORTS = Imports((), lambda _: None)
"""Of a file that stands alone."""
