"""Looks at the expressions of a template: what they may come to, and what is wrong with them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from compiler.templating.issues import Issue, IssueKind, Scope, Value
from compiler.templating.operators import truth_issues
from compiler.templating.shapes import ANYTHING
from compiler.templating.subset import Kind
from compiler.templating.wording import bare, shown

_WORD = re.compile(r"\w+|\S")


Look = Callable[["Inspector", Any, Scope], Value]


class Inspector:
    """Collects issues; each method looks at an expression and returns what it may come to."""

    def __init__(self, looks: Mapping[type, Look]) -> None:
        self._looks = looks
        self.issues: list[Issue] = []

    def needed(self, node: Any, scope: Scope) -> Value:  # noqa: ANN401 - a node of Jinja
        """Look at an expression that must have a value where it stands."""
        value = self.value(node, scope)
        if value.absent:
            self.say(
                IssueKind.UNGUARDED,
                value,
                f"{shown(value)} is optional, and may have no value here",
                _HINTS[value.path != ()].format(bare(value)),
            )
        elif Kind.NULL in value.shape.kind and value.shape.kind != Kind.ANY:
            self.say(
                IssueKind.UNGUARDED,
                value,
                f"{shown(value)} may be null here",
                f'write `{{% if {bare(value)} %}}` around it, or `| default("…", true)` behind it',
            )
        return value

    def truth(self, node: Any, scope: Scope) -> Value:  # noqa: ANN401
        """Look at an expression that is only asked whether it counts as true."""
        value = self.value(node, scope)
        self.issues.extend(truth_issues(value))
        return value

    def value(self, node: Any, scope: Scope) -> Value:  # noqa: ANN401
        """Look at an expression, which may turn out to have no value."""
        look = self._looks.get(type(node))
        if look is not None:
            return look(self, node, scope)
        words, hint = _REFUSED.get(type(node), ("this is not portable", None))
        called = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)
        offset = node.node.lineno if called else node.lineno
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            self.value(node.node.node, scope)
        return self.refuse(offset or 0, scope, words, hint)

    def refuse(self, offset: int, scope: Scope, message: str, hint: str | None) -> Value:
        """Say that a construct is not in the subset; nothing is known of what it comes to."""
        found = _WORD.match(scope.reading.text, offset)
        length = len(found[0]) if found else 1
        self.issues.append(Issue(IssueKind.UNPORTABLE, offset, length, message, hint))
        return Value(ANYTHING, offset, length)

    def say(self, kind: IssueKind, value: Value, message: str, hint: str | None = None) -> None:
        """Say what is wrong with a value, where it stands."""
        name = value.path[0] if value.path else ""
        self.issues.append(Issue(kind, value.offset, value.length, message, hint, name))


_HINTS = (
    'write `| default("…")` behind it',
    'list it in `required`, write `{{% if {} %}}` around it, or `| default("…")` behind it',
)
_REFUSED: dict[type, tuple[str, str | None]] = {
    nodes.Call: ("nothing can be called in a template", "hand over the value itself"),
    nodes.Dict: ("an object cannot be written out here", "hand it over as a variable"),
    nodes.Tuple: ("values in `( , )` are not portable", "write a list: `[ , ]`"),
    nodes.Pos: ("`+` before a value means nothing", "leave it out"),
}
