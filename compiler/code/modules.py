"""Which file of a project an import names, among those that are known.

Only what the file itself tells is followed: paths from where it is, and the packages of Python
around it. Aliases such as `@/keys` are a matter of the application's own settings.
"""

from collections.abc import Collection, Iterator
from posixpath import dirname, join, normpath, splitext

_SCRIPTS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")
_WRITTEN_AS = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
"""What TypeScript means by a suffix, where there is such a file."""


def module_file(path: str, module: str, known: Collection[str]) -> str | None:
    """Return the file that `module` is to the file at `path`, None where it is none of these."""
    names = _python(path, module) if path.endswith(".py") else _script(path, module)
    return next((name for name in names if name in known), None)


def _script(path: str, module: str) -> Iterator[str]:
    if not module.startswith("."):
        return
    name = normpath(join(dirname(path), module))
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
