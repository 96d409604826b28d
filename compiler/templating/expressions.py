"""Looks at what is made of values: filters, tests, comparisons, arithmetic."""

from typing import Any

from jinja2 import nodes

from compiler.templating.filter_calls import FilterCall, filter_issues, filter_result
from compiler.templating.inspecting import Inspector, Look
from compiler.templating.issues import IssueKind, Scope, Value
from compiler.templating.knowledge import known_where, path_of
from compiler.templating.operators import arithmetic_issues, comparison_issues
from compiler.templating.shapes import of_kind
from compiler.templating.subset import ARITHMETIC, TESTS, Kind
from compiler.templating.variables import LOOKS as VARIABLES
from compiler.templating.wording import described, shown

_NO_KEYWORDS = "the arguments of a filter have no names here"
_PLAIN_ARGUMENTS = "write the values alone, in their order"
_ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def _filter(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at a value with a filter behind it."""
    optional = node.name == "default"
    value = inspector.value(node.node, scope) if optional else inspector.needed(node.node, scope)
    for keyword in node.kwargs:
        inspector.refuse(keyword.lineno or node.lineno, scope, _NO_KEYWORDS, _PLAIN_ARGUMENTS)
    if node.dyn_args or node.dyn_kwargs:
        inspector.refuse(node.lineno, scope, _NO_KEYWORDS, _PLAIN_ARGUMENTS)
    arguments = tuple(inspector.needed(argument, scope) for argument in node.args)
    call = FilterCall(node.name, node.lineno, value, arguments)
    inspector.issues.extend(filter_issues(call))
    return filter_result(call)


def _test(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``is``."""
    if node.name not in TESTS or node.args:
        known = ", ".join(f"`is {one}`" for one in sorted(TESTS))
        inspector.refuse(
            node.lineno, scope, f"`is {node.name}` is not portable", f"there are {known}"
        )
    if path_of(node.node, scope) is None:
        words, hint = "`is` asks about a variable alone", "write the variable before `is`"
        inspector.refuse(node.lineno, scope, words, hint)
    inspector.value(node.node, scope)
    return Value(of_kind(Kind.TRUTH), node.lineno, computed=True)


def _negation(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``not``."""
    inspector.truth(node.node, scope)
    return Value(of_kind(Kind.TRUTH), node.lineno)


def _both(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``and`` and ``or``: what stands right is looked at only where left allows it."""
    is_and = isinstance(node, nodes.And)
    left = inspector.truth(node.left, scope)
    right_scope = scope.inside(known_where(node.left, scope, holds=is_and))
    right = inspector.truth(node.right, right_scope)
    kind = left.shape.kind | right.shape.kind
    absent = right.absent or (left.absent and is_and)
    offset = right.offset if right.absent else left.offset
    return Value(of_kind(kind), offset, absent=absent, computed=True)


def _choice(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``a if b else c``."""
    if node.expr2 is None:
        words = "an `if` inside of `{{ }}` needs an `else`"
        inspector.refuse(node.lineno, scope, words, 'write `else ""` behind it')
    for inner in (node.expr1, node.test, node.expr2):
        if isinstance(inner, nodes.CondExpr):
            words = "an `if` inside of an `if` is read in another order by Nunjucks"
            inspector.refuse(inner.lineno, scope, words, "write `{% if %}` around the texts")
    inspector.truth(node.test, scope)
    yes = inspector.value(node.expr1, scope.inside(known_where(node.test, scope, holds=True)))
    if node.expr2 is None:
        return yes
    no = inspector.value(node.expr2, scope.inside(known_where(node.test, scope, holds=False)))
    absent = yes.absent or no.absent
    missing = no if no.absent else yes
    kind = yes.shape.kind | no.shape.kind
    return Value(of_kind(kind), missing.offset, missing.length, (), absent, computed=True)


def _arithmetic(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``a + b`` and its like."""
    sign = ARITHMETIC.get(type(node).__name__)
    left, right = inspector.needed(node.left, scope), inspector.needed(node.right, scope)
    if sign is None:
        words = "division and powers come out differently in Python and in JavaScript"
        return inspector.refuse(left.offset, scope, words, "work it out before it is handed over")
    for side in (node.left, node.right):
        if isinstance(side, (*_ARITHMETIC, nodes.Concat)) and type(side) is not type(node):
            words = "several operators in one expression are read in another order by Nunjucks"
            hint = "work it out in steps, with `{% set name = … %}`"
            return inspector.refuse(left.offset, scope, words, hint)
    inspector.issues.extend(arithmetic_issues(sign, left, right))
    kind = left.shape.kind & (Kind.TEXT | Kind.NUMBER) or Kind.NUMBER
    return Value(of_kind(kind), left.offset, left.length, computed=True)


def _joined(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``a ~ b``."""
    values = [inspector.needed(one, scope) for one in node.nodes]
    for one, value in zip(node.nodes, values, strict=True):
        if isinstance(one, _ARITHMETIC):
            words = "several operators in one expression are read in another order by Nunjucks"
            inspector.refuse(value.offset, scope, words, "work it out in steps, with `{% set %}`")
        kind = value.shape.kind
        fits = kind == Kind.TEXT or (kind == Kind.NUMBER and value.shape.is_whole)
        if not fits and kind != Kind.ANY:
            words = f"{shown(value)} is {described(kind)}, and `~` joins texts and whole numbers"
            inspector.say(
                IssueKind.MISTYPED, value, words, "put the values side by side: `{{ a }}{{ b }}`"
            )
    return Value(of_kind(Kind.TEXT), node.lineno or values[0].offset, computed=True)


def _minus(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``-a``."""
    value = inspector.needed(node.node, scope)
    inspector.issues.extend(arithmetic_issues("-", value, value))
    return Value(of_kind(Kind.NUMBER), value.offset, value.length, computed=True)


def _comparison(inspector: Inspector, node: Any, scope: Scope) -> Value:  # noqa: ANN401
    """Look at ``a == b`` and its like."""
    left = inspector.needed(node.expr, scope)
    if len(node.ops) > 1:
        words = "two comparisons in a row are read in another way by Nunjucks"
        inspector.refuse(left.offset, scope, words, "write `and` between them")
    for operand in node.ops:
        right = inspector.needed(operand.expr, scope)
        inspector.issues.extend(comparison_issues(operand.op, left, right))
    for side in (node.expr, *(one.expr for one in node.ops)):
        if isinstance(side, nodes.Test):
            words = "`is` beside a comparison is read in another order by Nunjucks"
            inspector.refuse(side.lineno, scope, words, "write the two apart, with `and`")
    return Value(of_kind(Kind.TRUTH), left.offset, left.length, computed=True)


LOOKS: dict[type, Look] = {
    **VARIABLES,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Not: _negation,
    nodes.And: _both,
    nodes.Or: _both,
    nodes.CondExpr: _choice,
    nodes.Concat: _joined,
    nodes.Neg: _minus,
    nodes.Compare: _comparison,
    **dict.fromkeys(_ARITHMETIC, _arithmetic),
}
