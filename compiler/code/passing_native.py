r"""What Kotlin and Swift hand over beside a key: values by name, or so many by position.

| code | values |
|---|---|
| `stringResource(R.string.pay, amount)`, `getString(R.string.pay, amount)` | 1 |
| `pluralStringResource(R.plurals.items, count, count)` | 1 |
| `getString(R.string.pay).format(amount)` | 1 |
| `t("pay", "amount" to 3)`, `t("pay", mapOf("amount" to 3))`, `t("pay", amount = 3)` | `amount` |
| `String(format: NSLocalizedString("pay", comment: ""), amount)` | 1 |
| `String(localized: "pay", defaultValue: "Pay \(amount)")` | 1 |
| `t("pay", ["amount": 3])`, `t("pay", amount: 3)` | `amount` |

A text that is kept for later (`val pattern = getString(R.string.pay)`) may get its values there.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compiler.code.dialects import KOTLIN, SWIFT
from compiler.code.nodes import text_of
from compiler.code.texts import said
from compiler.code.use import NOTHING_KNOWN, Passed

if TYPE_CHECKING:
    from tree_sitter import Node

_OF_SWIFT = frozenset({"table", "tableName", "bundle", "locale", "comment", "value", "options"})
_TEXTS = frozenset({"defaultValue", "value"})
_PLURALS = frozenset({"pluralStringResource", "getQuantityString"})
_LISTS = frozenset({"stringArrayResource", "getStringArray"})
_SHOWN = frozenset({"Text", "Button", "Label", "Toggle", "Section", "Link"})
_FORMATTED = frozenset({"String", "localizedStringWithFormat"})


def passed_in_kotlin(given: Sequence["Node"]) -> Passed:
    """Return the values by name of a call whose first argument is the key."""
    names: set[str] = set()
    for node in given:
        found = _names_in_kotlin(node)
        if found is None:
            return NOTHING_KNOWN
        names.update(found)
    return Passed(frozenset(names))


def _names_in_kotlin(argument: "Node") -> list[str] | None:
    parts = argument.named_children
    if len(parts) == 2 and parts[0].type == "identifier":  # noqa: PLR2004 - `name = value`
        return [text_of(parts[0])]
    value = parts[-1] if parts else argument
    if value.type == "infix_expression":
        name, sign, *_ = value.named_children
        text = said(name, KOTLIN) if text_of(sign) == "to" else None
        return None if text is None else [text]
    if value.type != "call_expression" or text_of(value.named_children[0]) != "mapOf":
        return None
    entries = [_names_in_kotlin(one) for one in value.named_children[-1].named_children]
    known = [one for one in entries if one is not None]
    return [name for one in known for name in one] if len(known) == len(entries) else None


def passed_to_resource(path: "Node") -> Passed:
    """Return how many values Android gets beside `R.string.pay`."""
    argument = path.parent
    holder = None if argument is None else argument.parent
    call = None if holder is None else holder.parent
    if argument is None or holder is None or call is None or call.type != "call_expression":
        return NOTHING_KNOWN
    name = text_of(call.named_children[0]).rpartition(".")[2]
    values = [one for one in holder.named_children if one.type == "value_argument"]
    if not values or values[0] != argument or name in _LISTS:
        return NOTHING_KNOWN
    values = values[2 if name in _PLURALS else 1 :]
    outer = call.parent
    if outer is not None and outer.type == "navigation_expression":
        around = outer.parent
        if values or text_of(outer.named_children[-1]) != "format" or around is None:
            return NOTHING_KNOWN
        values = around.named_children[-1].named_children
    elif not values and not _is_shown(outer):
        return NOTHING_KNOWN
    return _counted(values, "spread_expression")


def _is_shown(argument: "Node | None") -> bool:
    """Tell whether a text is shown as it is: `Text(stringResource(R.string.pay))`."""
    if argument is None or argument.type != "value_argument" or argument.parent is None:
        return False
    call = argument.parent.parent
    return call is not None and text_of(call.named_children[0]) in _SHOWN


def _counted(values: Sequence["Node"], spread: str) -> Passed:
    if any(part.type == spread for one in values for part in one.named_children):
        return NOTHING_KNOWN
    return Passed(number=len(values))


def passed_in_swift(call: "Node", last: str, given: Sequence["Node"]) -> Passed:
    """Return what a call has beside its first argument, and the text and comment that it has."""
    default, comment, put_in = None, None, None
    names: set[str] = set()
    known = True
    for node in given:
        label, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        word = "" if label is None else text_of(label)
        if value is None:
            known = False
        elif word in _TEXTS:
            default = said(value, SWIFT)
            put_in = sum(one.type == "interpolated_expression" for one in value.named_children)
        elif word == "comment":
            comment = said(value, SWIFT)
        elif word and word not in _OF_SWIFT:
            names.add(word)
        elif value.type == "dictionary_literal":
            keys = [said(one, SWIFT) for one in value.children_by_field_name("key")]
            names.update(one for one in keys if one is not None)
            known = known and None not in keys
        elif not word:
            known = False
    passed = Passed(default=default, comment=comment)
    if last in ("NSLocalizedString", "String"):
        number = _formatted(call) or (put_in or None)
        return passed._replace(number=number)
    if last in _SHOWN:
        return passed._replace(number=0 if not given else None)
    return passed._replace(names=frozenset(names)) if known and last[:1].islower() else passed


def _formatted(call: "Node") -> int | None:
    """Return how many values `String(format: call, …)` puts in; None where nobody does."""
    argument = call.parent
    holder = None if argument is None else argument.parent
    outer = None if holder is None or holder.parent is None else holder.parent.parent
    if argument is None or holder is None or outer is None or outer.type != "call_expression":
        return None
    name = text_of(outer.named_children[0]).rpartition(".")[2]
    if name not in _FORMATTED or holder.named_children[0] != argument:
        return None
    values = []
    for one in holder.named_children[1:]:
        label = one.child_by_field_name("name")
        if label is not None and text_of(label) == "arguments":
            return None
        if label is None:
            values.append(one)
    return len(values) or None
