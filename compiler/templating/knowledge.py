"""What a condition says of variables where it holds, or where it does not."""

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from compiler.templating.issues import Known, Path, Scope

_NOTHING = Known()


def path_of(node: Any, scope: Scope) -> Path | None:  # noqa: ANN401 - a node of Jinja
    """Return the variable, or part of one, that an expression is; None where it is no such."""
    if isinstance(node, nodes.Name):
        bound = scope.names.get(node.name)
        return bound.path if bound is not None else (node.name,)
    key = _key_of(node)
    above = path_of(node.node, scope) if key is not None else None
    return (*above, key) if above is not None and key is not None else None


def _key_of(node: Any) -> str | None:  # noqa: ANN401
    if isinstance(node, nodes.Getattr):
        return str(node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return None


def known_where(node: Any, scope: Scope, *, holds: bool) -> Known:  # noqa: ANN401
    """Return what is known where a condition holds, or where it does not."""
    say = _SAYINGS.get(type(node), _of_value)
    return say(node, scope, holds)


def _of_value(node: Any, scope: Scope, holds: bool) -> Known:  # noqa: ANN401, FBT001
    path = path_of(node, scope) if holds else None
    return _NOTHING if path is None else Known(_with_parents(path), frozenset({path}))


def _of_not(node: Any, scope: Scope, holds: bool) -> Known:  # noqa: ANN401, FBT001
    return known_where(node.node, scope, holds=not holds)


def _of_and(node: Any, scope: Scope, holds: bool) -> Known:  # noqa: ANN401, FBT001
    left = known_where(node.left, scope, holds=holds)
    right = known_where(node.right, scope, holds=holds)
    return left | right if holds else left & right


def _of_or(node: Any, scope: Scope, holds: bool) -> Known:  # noqa: ANN401, FBT001
    left = known_where(node.left, scope, holds=holds)
    right = known_where(node.right, scope, holds=holds)
    return left & right if holds else left | right


def _of_test(node: Any, scope: Scope, holds: bool) -> Known:  # noqa: ANN401, FBT001
    path = path_of(node.node, scope)
    if path is None:
        return _NOTHING
    if holds == (node.name == "defined") and node.name != "none":
        return Known(there=_with_parents(path))
    if node.name == "none" and not holds:
        return Known(filled=frozenset({path}))
    return _NOTHING


def _with_parents(path: Path) -> frozenset[Path]:
    return frozenset(path[:depth] for depth in range(1, len(path) + 1))


_SAYINGS: dict[type, Callable[[Any, Scope, bool], Known]] = {
    nodes.Not: _of_not,
    nodes.And: _of_and,
    nodes.Or: _of_or,
    nodes.Test: _of_test,
}
