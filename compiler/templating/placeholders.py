"""What a Jinja template asks for: its variables, or why it cannot be understood. Runs nothing."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """The variables of a template; ``fault`` and its ``line`` (from 1) where it cannot be read."""

    variables: frozenset[str] = frozenset()
    fault: str | None = None
    line: int = 1


@lru_cache(maxsize=10_000)
def asked(text: str) -> Asked:
    """Parse a template and return the names it takes from outside."""
    if "{" not in text:
        return Asked()
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - wanted only by content with templates

    environment = _environment()
    try:
        names = _names(environment.parse(text))
    except TemplateSyntaxError as failure:
        return Asked(fault=failure.message or "it cannot be understood", line=failure.lineno)
    except RecursionError:
        return Asked(fault="it is nested too deeply, or one expression goes on too long")
    return Asked(names - set(environment.globals))


@cache
def _environment() -> Any:  # noqa: ANN401 - imported late
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    return SandboxedEnvironment(autoescape=True, optimized=False)


def _names(tree: Any) -> frozenset[str]:  # noqa: ANN401 - a node of Jinja
    """Return the names that are read and nowhere set (by `for`, `set`, a macro)."""
    from jinja2 import nodes  # noqa: PLC0415

    read: set[str] = set()
    written = {"loop", "self", "super", "caller", "varargs", "kwargs"}
    for name in tree.find_all(nodes.Name):
        (read if name.ctx == "load" else written).add(name.name)
    written |= {macro.name for macro in tree.find_all(nodes.Macro)}
    return frozenset(read - written)
