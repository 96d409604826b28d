"""The rule about values that a translation chooses by in another way than its source."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.messages.ast import Message, Plural, Select
from compiler.rules.check import Scope
from compiler.rules.messages.choices import choices
from compiler.rules.messages.pairs import Form, Pair, pairs


def plural_kind_changed(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation chooses by the same value in another way than its source text.

    **Why** "3rd" and "3 items" are counted differently: with `selectordinal` in place of `plural`
    (or `select`, or another `offset`) the reader gets the wrong form.

    **Bad**

    ```po
    msgid "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
    msgstr "{place, plural, one {#.} other {#.}}"
    ```

    **Good**

    ```po
    msgid "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
    msgstr "{place, selectordinal, other {#.}}"
    ```

    **Not flagged** A translation that does without the choice.
    """
    for pair in scope.once(pairs):
        if pair.is_source or _is_chosen_alike(pair):
            continue
        wanted = {choice for reading in pair.origin for choice in _choices(reading.tree)}
        kinds: dict[str, set[tuple[str, int]]] = {}
        for one in wanted:
            kinds.setdefault(one.name, set()).add((one.kind, one.offset))
        for form in pair.forms if wanted else ():
            for node in choices(form.reading.tree):
                one = _choice_of(node)
                known = kinds.get(one.name)
                if known is not None and (one.kind, one.offset) not in known:
                    yield _changed(rule, pair, form, node, known)


def _is_chosen_alike(pair: Pair) -> bool:
    """Tell at once what holds of nearly all: the same kinds of choices, with no offset."""
    source = pair.origin[0]
    kinds = source.shape.kinds
    return "offset" not in source.text and all(
        form.reading.shape.kinds == kinds and "offset" not in form.reading.text
        for form in pair.forms
    )


class _Choice(NamedTuple):
    name: str
    kind: str
    offset: int


_TYPE_WORDS = {"cardinal": "`plural`", "ordinal": "`selectordinal`", "select": "`select`"}


def _choices(message: Message) -> Iterator[_Choice]:
    return map(_choice_of, choices(message))


def _choice_of(node: Plural | Select) -> _Choice:
    if isinstance(node, Plural):
        return _Choice(node.name, node.kind, node.offset)
    return _Choice(node.name, "select", 0)


def _changed(
    rule: Rule, pair: Pair, form: Form, node: Plural | Select, known: set[tuple[str, int]]
) -> Finding:
    own, (kind, offset) = _choice_of(node), min(known)
    if own.kind == kind:
        said = f"`offset:{own.offset}` and its source text `offset:{offset}`"
    else:
        said = f"{_TYPE_WORDS[own.kind]} and its source text {_TYPE_WORDS[kind]}"
    return pair.finding(
        rule,
        form,
        f"the translation of `{pair.entry.label}` chooses by `{{{own.name}}}` with {said}",
        span=(node.start, node.end),
        hint="choose as the source text does",
    )
