"""Rules about the branches of a `select`."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.ast import Select
from compiler.messages.shape import walk
from compiler.rules.check import Scope
from compiler.rules.messages.comparing import Compared, compared
from compiler.rules.messages.pairs import Form
from compiler.rules.messages.renaming import renamed
from compiler.rules.wording import listed


def lost_select_branch(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A `select` of a translation lacks a branch that its source text has.

    **Why** The application passes that value, and the reader gets the text of `other`.

    **Bad**

    ```po
    msgid "{state, select, open {Open} closed {Closed} other {Unknown}}"
    msgstr "{state, select, open {Abierta} other {Desconocida}}"
    ```

    **Good**

    ```po
    msgid "{state, select, open {Open} closed {Closed} other {Unknown}}"
    msgstr "{state, select, open {Abierta} closed {Cerrada} other {Desconocida}}"
    ```

    **Not flagged** A translation that does without the whole `select`, since its language needs no
    choice there; a branch under another name (`added-select-branch`).
    """
    for found, name, missing, added in _differing(scope):
        lost = missing - {meant for _, meant in renamed(missing, added)}
        if lost:
            form, node = next(_selects(found, name))
            yield found.pair.finding(
                rule,
                form,
                f"the `select` of `{{{name}}}` lacks {listed(sorted(lost))}, which its source text "
                "has",
                span=(node.start, node.end),
                hint=f"add {listed(f'{one} {{…}}' for one in sorted(lost))}",
            )


def added_select_branch(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A `select` of a translation has a branch that its source text does not have.

    **Why** Values of a `select` are words of the program and stay as they are. A translated or
    invented one is never passed, so nobody sees the branch.

    **Bad**

    ```po
    msgid "{state, select, open {Open} other {Closed}}"
    msgstr "{state, select, abierta {Abierta} other {Cerrada}}"
    ```

    **Good**

    ```po
    msgid "{state, select, open {Open} other {Closed}}"
    msgstr "{state, select, open {Abierta} other {Cerrada}}"
    ```

    **Not flagged** A `select` that only the translation has, as for a gender.
    """
    for found, name, lost, added in _differing(scope):
        meant = dict(renamed(lost, added))
        branches = (
            (form, branch) for form, node in _selects(found, name) for branch in node.branches
        )
        for form, branch in branches:
            if branch.selector in added:
                near = meant.get(branch.selector)
                yield found.pair.finding(
                    rule,
                    form,
                    f"the `select` of `{{{name}}}` has `{branch.selector}`, which its source text "
                    "has not",
                    span=(branch.start, branch.start + len(branch.selector)),
                    hint=f"did you mean `{near}`?" if near else None,
                )


def _differing(
    scope: Scope,
) -> Iterator[tuple[Compared, str, frozenset[str], frozenset[str]]]:
    """Yield each `select` of both sides with the branches that only one of them has."""
    for found in scope.once(compared):
        for name in sorted(found.own.selects.keys() & found.source.selects.keys()):
            own, source = found.own.selects[name], found.source.selects[name]
            if own != source:
                yield found, name, source - own, own - source


def _selects(found: Compared, name: str) -> Iterator[tuple[Form, Select]]:
    """Yield every `select` by an argument, and the form it is in."""
    for form in found.pair.forms:
        for node in walk(form.reading.tree):
            if isinstance(node, Select) and node.name == name:
                yield form, node
