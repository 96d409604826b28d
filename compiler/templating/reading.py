"""A template read: its tree with the offset of each construct, or the fault and where it is."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from compiler.templating.faults import SyntaxFault, syntax_fault
from compiler.templating.subset import RESERVED_NAMES

CONSTRUCT_SIGN = "{"


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A template with its tree; None, with a ``fault``, where it cannot be understood.

    ``variables`` are the names it takes from outside.
    """

    text: str
    tree: Any = None
    fault: SyntaxFault | None = None
    variables: frozenset[str] = frozenset()


@lru_cache(maxsize=10_000)
def read_template(text: str) -> Reading:
    """Read a template, and run nothing of it."""
    if CONSTRUCT_SIGN not in text:
        return Reading(text)
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - wanted only by content with templates

    from compiler.templating.environment import (  # noqa: PLC0415
        one_line_ends,
        plain_environment,
    )

    try:
        tree = plain_environment().parse(one_line_ends(text))
        variables = _variables(tree)
    except TemplateSyntaxError as fault:
        return Reading(text, fault=syntax_fault(text, fault.message or "", fault.lineno))
    except RecursionError:
        words = "it is nested too deeply, or one expression goes on too long"
        return Reading(text, fault=SyntaxFault(words, 0))
    return Reading(text, tree, variables=variables)


def _variables(tree: Any) -> frozenset[str]:  # noqa: ANN401 - a node of Jinja
    """Return the names that are read and nowhere set (by `for`, `set`, a macro)."""
    from jinja2 import nodes  # noqa: PLC0415

    read: set[str] = set()
    written = {"loop", *RESERVED_NAMES, "range", "dict", "lipsum", "cycler", "joiner", "namespace"}
    for name in tree.find_all(nodes.Name):
        (read if name.ctx == "load" else written).add(name.name)
    written |= {macro.name for macro in tree.find_all(nodes.Macro)}
    return frozenset(read - written)
