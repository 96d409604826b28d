"""Which file of a project an import names, among those that are known.

Paths go from where the file is, or by the aliases that the project's settings of TypeScript tell;
packages of Python lie around the file.
"""

from collections.abc import Collection, Iterator
from posixpath import dirname, join, normpath, splitext

from compiler.code.path_aliases import PathAliases

_SCRIPTS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")
_WRITTEN_AS = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
"""What TypeScript means by a suffix, where there is such a file."""


def module_file(
    path: str, module: str, known: Collection[str], aliases: PathAliases | None = None
) -> str | None:
    """Return the file that `module` is to the file at `path`, None where it is none of these.

    Of an alias that means several files nobody knows which.
    """
    if path.endswith(".py"):
        return _first(_python(path, module), known)
    if module.startswith("."):
        return _first(_script(normpath(join(dirname(path), module))), known)
    if aliases is None:
        return None
    found = {
        file
        for names in aliases.meant(path, module)
        if (file := _first((one for name in names for one in _script(name)), known)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _first(names: Iterator[str], known: Collection[str]) -> str | None:
    return next((name for name in names if name in known), None)


def _script(name: str) -> Iterator[str]:
    stem, suffix = splitext(name)
    for other in _WRITTEN_AS.get(suffix, ()):
        yield stem + other
    yield name
    for one in _SCRIPTS:
        yield name + one
    for one in _SCRIPTS:
        yield f"{name}/index{one}"


def _python(path: str, module: str) -> Iterator[str]:
    words = module.lstrip(".")
    name = words.replace(".", "/")
    folder = dirname(path)
    up = len(module) - len(words)
    for _ in range(up - 1):
        folder = normpath(join(folder, ".."))
    around = [folder]
    while not up and around[-1] not in ("", ".", "..", "/") and not around[-1].endswith("/.."):
        around.append(dirname(around[-1]))
    for one in around:
        for rest in (f"{name}.py", f"{name}/__init__.py") if name else ("__init__.py",):
            yield normpath(join(one, rest))
