"""Looks at a whole template by its text and the schema of its variables: all that is wrong."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from compiler.templating.expressions import LOOKS
from compiler.templating.inspecting import Inspector
from compiler.templating.issues import Binding, Issue, IssueKind, Known, Scope, Value
from compiler.templating.knowledge import known_where
from compiler.templating.reading import Reading
from compiler.templating.shapes import ANYTHING, Shape, of_kind
from compiler.templating.subset import STATEMENTS_INSTEAD, Kind
from compiler.templating.wording import described, shown

_KEYWORD = re.compile(r"\{%[-+]?\s*(\w+)")
_RAW = re.compile(r"\{%[-+]?\s*(raw|print)\b")
_ADDRESS = re.compile(r"(?:\]\(\s*<?|\b(?:href|src)\s*=\s*[\"']?)\Z", re.IGNORECASE)
_LONGEST_ATTRIBUTE = 20
_PLUS = re.compile(r"\{%\+|\+%\}")


def issues_of(reading: Reading, variables: Mapping[str, Any]) -> tuple[Issue, ...]:
    """Return what is wrong with a template, in the order of its text; none of one with a fault."""
    if reading.tree is None:
        return ()
    inspector = Inspector(LOOKS)
    root = variables or {"properties": {}}
    try:
        _walk(inspector, reading.tree.body, Scope(reading, Shape(root, root)))
    except RecursionError:
        words = "an expression goes on too long, or is nested too deeply"
        return (Issue(IssueKind.UNPORTABLE, 0, 1, words, "make it simpler"),)
    _look_at_signs(inspector, reading)
    return tuple(sorted(dict.fromkeys(inspector.issues), key=lambda one: one.offset))


def _walk(inspector: Inspector, body: list[Any], scope: Scope) -> None:
    for node in body:
        look = _STATEMENTS.get(type(node))
        if look is not None:
            look(inspector, node, scope)
        else:
            _refuse_statement(inspector, node, scope)


def _refuse_statement(inspector: Inspector, node: Any, scope: Scope) -> None:  # noqa: ANN401
    text = scope.reading.text
    known = (one.lineno for one in (node, *node.iter_child_nodes()) if one.lineno is not None)
    place = next(known, 0)
    begin = text.rfind("{%", 0, place + 1)
    found = _KEYWORD.match(text, begin) if begin >= 0 else None
    keyword = found[1] if found else type(node).__name__.lower()
    offset = found.start(1) if found else place
    words = f"`{{% {keyword} %}}` is not portable"
    inspector.refuse(offset, scope, words, STATEMENTS_INSTEAD.get(keyword))


def _look_at_output(inspector: Inspector, node: Any, scope: Scope) -> None:  # noqa: ANN401
    for shown_node in node.nodes:
        if not isinstance(shown_node, nodes.TemplateData):
            value = inspector.needed(shown_node, scope)
            _look_at_printed(inspector, value)
            _look_at_address(inspector, value, scope)


def _look_at_printed(inspector: Inspector, value: Value) -> None:
    kind = value.shape.kind
    if kind == Kind.ANY:
        return
    if kind & (Kind.LIST | Kind.OBJECT):
        hint = 'repeat over it with `for`, or write `| join(", ")`'
        hint = hint if kind & Kind.LIST else "name one of its values"
        words = f"{shown(value)} is {described(kind)}, which cannot be printed"
        inspector.say(IssueKind.MISTYPED, value, words, hint)
    elif kind == Kind.TRUTH:
        words = f"{shown(value)} is true or false, which nobody wants to read"
        hint = 'write `{{ "…" if … else "…" }}`'
        inspector.say(IssueKind.MISTYPED, value, words, hint)


def _look_at_address(inspector: Inspector, value: Value, scope: Scope) -> None:
    """Look at what an address begins with: any text may be `javascript:`, or no address at all."""
    text = scope.reading.text
    begin = text.rfind("{{", 0, value.offset)
    if begin < 0 or not _ADDRESS.search(text, max(0, begin - _LONGEST_ATTRIBUTE), begin):
        return
    shape = value.shape
    limited = shape.form or shape.pattern or shape.choices
    is_text = Kind.TEXT in shape.kind and shape.kind != Kind.ANY
    if is_text and not limited and (value.path or value.computed):
        words = f"{shown(value)} may be any text, and a link leads to it"
        hint = "declare it with `format: uri`, or with a pattern such as `^https://`"
        inspector.say(IssueKind.ADDRESS, value, words, hint)


def _look_at_if(inspector: Inspector, node: Any, scope: Scope) -> None:  # noqa: ANN401
    inspector.truth(node.test, scope)
    branches = [scope.inside(known_where(node.test, scope, holds=True))]
    _walk(inspector, node.body, branches[0])
    otherwise = scope.inside(known_where(node.test, scope, holds=False))
    for other in node.elif_:
        inspector.truth(other.test, otherwise)
        branches.append(otherwise.inside(known_where(other.test, otherwise, holds=True)))
        _walk(inspector, other.body, branches[-1])
        otherwise = otherwise.inside(known_where(other.test, otherwise, holds=False))
    _walk(inspector, node.else_, otherwise)
    _join_names(scope, [*branches, otherwise])


def _join_names(scope: Scope, branches: list[Scope]) -> None:
    """Keep what branches have set: absent where one of them has not set it."""
    for name in {name for branch in branches for name in branch.names}:
        found = [branch.names.get(name) for branch in branches]
        bound = [one for one in found if one is not None]
        if any(one is not scope.names.get(name) for one in bound):
            kind = Kind(0)
            for one in bound:
                kind |= one.shape.kind
            absent = len(bound) < len(found) or any(one.absent for one in bound)
            scope.names[name] = Binding(of_kind(kind), bound[0].path, absent)


def _look_at_for(inspector: Inspector, node: Any, scope: Scope) -> None:  # noqa: ANN401
    items = inspector.needed(node.iter, scope)
    kind = items.shape.kind
    if kind & ~Kind.LIST & ~Kind.NULL and kind != Kind.ANY:
        words = f"{shown(items)} is {described(kind)}, and `for` repeats over a list"
        inspector.say(IssueKind.MISTYPED, items, words)
    if node.test is not None:
        words = "a condition in `for` is not portable"
        inspector.refuse(node.test.lineno or node.lineno, scope, words, "write `{% if %}` inside")
    if node.recursive:
        inspector.refuse(node.lineno, scope, "`recursive` is not portable", None)
    item = items.shape.item if kind & Kind.LIST else ANYTHING
    names: dict[str, Binding] = {}
    if isinstance(node.target, nodes.Name):
        names[node.target.name] = Binding(item, (f"{node.target.name}@{node.lineno}",))
    else:
        words = "several names in `for` are not portable"
        inspector.refuse(node.lineno, scope, words, "write one name, and its parts behind a point")
        for name in node.target.find_all(nodes.Name):
            names[name.name] = Binding(ANYTHING, (f"{name.name}@{node.lineno}",))
    _walk(inspector, node.body, scope.inside(Known(), names))
    _walk(inspector, node.else_, scope.inside(Known()))


def _look_at_set(inspector: Inspector, node: Any, scope: Scope) -> None:  # noqa: ANN401
    value = inspector.needed(node.node, scope)
    if not isinstance(node.target, nodes.Name):
        words = "only one name can be set"
        inspector.refuse(node.lineno, scope, words, "write a `{% set %}` for each")
        return
    if scope.in_loop:
        words = "what `set` changes inside of a `for` is lost in Jinja2, and kept in Nunjucks"
        inspector.refuse(node.lineno, scope, words, "set it before the `for`")
    path = (f"{node.target.name}@{node.lineno}",)
    scope.names[node.target.name] = Binding(value.shape, path)


_Statement = Callable[[Inspector, Any, Scope], None]
_STATEMENTS: dict[type, _Statement] = {
    nodes.Output: _look_at_output,
    nodes.If: _look_at_if,
    nodes.For: _look_at_for,
    nodes.Assign: _look_at_set,
}


def _look_at_signs(inspector: Inspector, reading: Reading) -> None:
    """Look for what leaves no trace in the tree."""
    scope = Scope(reading, ANYTHING)
    for found in _RAW.finditer(reading.text):
        words = f"`{{% {found[1]} %}}` is not portable"
        hint = STATEMENTS_INSTEAD.get(found[1], "write `{{ … }}`")
        inspector.refuse(found.start(1), scope, words, hint)
    for found in _PLUS.finditer(reading.text):
        words = f"`{found[0]}` is not portable"
        inspector.refuse(found.start(), scope, words, "leave the `+` out")
