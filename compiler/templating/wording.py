"""How values and kinds are named to an author."""

from compiler.templating.issues import Path, Value
from compiler.templating.subset import Kind

_WORDS = {
    Kind.TEXT: "a text",
    Kind.NUMBER: "a number",
    Kind.TRUTH: "true or false",
    Kind.LIST: "a list",
    Kind.OBJECT: "an object",
    Kind.NULL: "null",
}


def named(path: Path) -> str:
    """Return a variable as it is written; the number behind a bound name is left out."""
    first, *rest = path
    below = "".join(f"[{key}]" if key.isdigit() else f".{key}" for key in rest)
    return first.partition("@")[0] + below


def shown(value: Value) -> str:
    """Return how an expression is called in a message."""
    return f"`{named(value.path)}`" if value.path else "this"


def described(kind: Kind) -> str:
    """Return what kind of value something is: ``a text or a number``."""
    words = [word for one, word in _WORDS.items() if one & kind]
    return " or ".join(words) if len(words) < len(_WORDS) else "anything"


def bare(value: Value) -> str:
    """Return a value as it is written in a template."""
    return named(value.path) if value.path else "…"
