"""What is wrong with a filter and the values handed to it, and what it comes to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from compiler.base.suggest import did_you_mean
from compiler.templating.issues import Issue, IssueKind, Value
from compiler.templating.shapes import ANYTHING, Shape, of_kind
from compiler.templating.subset import FILTERS, FILTERS_INSTEAD, Argument, Kind
from compiler.templating.wording import described, shown

_CURRENCY = re.compile(r"[A-Z]{3}")
_CURRENCY_PATTERNS = {"^[A-Z]{3}$", "[A-Z]{3}"}
_LITERAL = {
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "time": re.compile(r"\d{2}:\d{2}(:\d{2})?"),
}
_FORMS = {"date": ("date", "date-time"), "time": ("time", "date-time")}


@dataclass(frozen=True, slots=True)
class FilterCall:
    """A filter behind a value: its name, where that stands, and its arguments."""

    name: str
    offset: int
    value: Value
    arguments: tuple[Value, ...]


def filter_issues(call: FilterCall) -> Iterator[Issue]:
    """Say what is wrong with a filter."""
    if call.name == "safe":
        yield from _unescaped(call)
        yield from _value_issues(call, Kind.TEXT)
        return
    entry = FILTERS.get(call.name)
    if entry is None:
        hint = FILTERS_INSTEAD.get(call.name) or did_you_mean(call.name, FILTERS)
        hint = hint or "hand over the value as it is to be shown"
        yield _issue(call, IssueKind.UNPORTABLE, f"the filter `{call.name}` is not portable", hint)
        return
    yield from _value_issues(call, entry.takes)
    if len(call.arguments) > len(entry.arguments):
        words = f"`{call.name}` takes {_count(len(entry.arguments))}"
        yield _issue(call, IssueKind.UNPORTABLE, words, "leave the others out")
    missing = [one for one in entry.arguments[len(call.arguments) :] if one.required]
    if missing:
        words = f"`{call.name}` lacks what it needs in `( )`"
        yield _issue(call, IssueKind.MISTYPED, words, _EXAMPLES.get(call.name))
    for wanted, argument in zip(entry.arguments, call.arguments, strict=False):
        yield from _argument_issues(call, wanted, argument)
    yield from _MORE.get(call.name, _nothing)(call)


def filter_result(call: FilterCall) -> Value:
    """Return what a filter comes to."""
    entry = FILTERS.get(call.name)
    length = len(call.name)
    if entry is None:
        known = of_kind(Kind.TEXT) if call.name == "safe" else ANYTHING
        return Value(known, call.offset, length, computed=True)
    if call.name == "default":
        return _with_default(call)
    if entry.gives is None:
        absent = call.value.shape.kind != Kind.ANY and not call.value.shape.least_items
        return Value(call.value.shape.item, call.offset, length, absent=absent, computed=True)
    whole = call.name == "length" or (call.name == "abs" and call.value.shape.is_whole)
    shape = Shape({"type": "integer"}) if whole else of_kind(entry.gives)
    return Value(shape, call.offset, length, computed=True)


def _with_default(call: FilterCall) -> Value:
    shape, empty = call.value.shape, len(call.arguments) > 1
    kind = shape.kind & ~Kind.NULL if empty and shape.kind != Kind.ANY else shape.kind
    if not call.arguments or kind == Kind.ANY:
        return Value(ANYTHING, call.offset, len(call.name), computed=True)
    other = call.arguments[0].shape
    if other.kind == kind or (other.kind == Kind.LIST and kind & Kind.LIST):
        return Value(
            Shape({"allOf": [shape.schema, of_kind(kind).schema]}, shape.root),
            call.offset,
            len(call.name),
        )
    return Value(of_kind(kind | other.kind), call.offset, len(call.name), computed=True)


def _unescaped(call: FilterCall) -> Iterator[Issue]:
    if call.value.path or call.value.computed:
        words = f"{shown(call.value)} is printed as it is, with any markup that is in it"
        yield _issue(call, IssueKind.UNESCAPED, words, "leave `safe` out")


def _value_issues(call: FilterCall, takes: Kind) -> Iterator[Issue]:
    kind = call.value.shape.kind
    wrong = kind & ~takes & ~Kind.NULL
    if wrong and kind != Kind.ANY and call.name != "default":
        words = (
            f"{shown(call.value)} is {described(kind)}, and `{call.name}` takes {described(takes)}"
        )
        yield _issue(call, IssueKind.MISTYPED, words, _FOR_KIND.get((call.name, kind)))


def _argument_issues(call: FilterCall, wanted: Argument, argument: Value) -> Iterator[Issue]:
    kind = argument.shape.kind
    if wanted.choices:
        constant = argument.shape.choices if not argument.path else None
        if constant is None or constant[0] not in wanted.choices:
            known = ", ".join(_written(one) for one in wanted.choices)
            yield _at(argument, f"`{call.name}` takes one of {known}")
    elif kind & ~wanted.kind and kind != Kind.ANY:
        yield _at(
            argument, f"`{call.name}` takes {described(wanted.kind)} here, not {described(kind)}"
        )


def _date_issues(call: FilterCall) -> Iterator[Issue]:
    shape, forms = call.value.shape, _FORMS[call.name]
    if shape.kind != Kind.TEXT or shape.form in forms:
        return
    if call.value.path:
        words = f"{shown(call.value)} is a text, and not declared to be a {call.name}"
        yield _issue(call, IssueKind.MISTYPED, words, f"declare it with `format: {forms[0]}`")
    elif not all(_LITERAL[call.name].fullmatch(str(one)) for one in shape.choices or ("",)):
        words = f"this is a text, and `{call.name}` takes a {call.name}"
        yield _issue(call, IssueKind.MISTYPED, words, "write the filter behind the variable itself")


def _money_issues(call: FilterCall) -> Iterator[Issue]:
    if not call.arguments:
        return
    argument = call.arguments[0]
    shape = argument.shape
    choices = shape.choices
    listed = choices is not None and all(_CURRENCY.fullmatch(str(one)) for one in choices)
    if shape.kind != Kind.TEXT or listed or shape.pattern in _CURRENCY_PATTERNS:
        return
    if not argument.path and choices is not None:
        yield _at(argument, f"`{choices[0]}` is no currency", "write a code such as `EUR`")
    else:
        words = f"{shown(argument)} is a text, and not declared to be a currency"
        yield _at(argument, words, 'declare it with `pattern: "^[A-Z]{3}$"`, or with `enum`')


def _list_issues(call: FilterCall) -> Iterator[Issue]:
    shape = call.value.shape
    if shape.kind == Kind.LIST and shape.item.kind & ~Kind.TEXT and shape.item.kind != Kind.ANY:
        words = f"{shown(call.value)} holds {described(shape.item.kind)}, and `list` takes texts"
        yield _issue(
            call, IssueKind.MISTYPED, words, 'write `join(", ", "…")` with the key to show'
        )


def _join_issues(call: FilterCall) -> Iterator[Issue]:
    item = call.value.shape.item
    keyed = len(call.arguments) > 1
    if call.value.shape.kind != Kind.LIST or item.kind == Kind.ANY:
        return
    if keyed:
        key = (call.arguments[1].shape.choices or ("",))[0]
        member = item.member(str(key)) if item.kind & Kind.OBJECT else None
        if member is None or member.optional:
            words = f"not every item of {shown(call.value)} has `{key}`"
            hint = did_you_mean(str(key), item.members()) if member is None else None
            yield _at(call.arguments[1], words, hint)
    elif item.kind & ~Kind.SCALAR:
        words = f"{shown(call.value)} holds {described(item.kind)}, which cannot be printed"
        hint = 'write `join(", ", "…")` with the key to show'
        yield _issue(call, IssueKind.MISTYPED, words, hint)


def _nothing(_: FilterCall) -> Iterator[Issue]:
    return iter(())


_MORE: dict[str, Callable[[FilterCall], Iterator[Issue]]] = {
    "date": _date_issues,
    "join": _join_issues,
    "list": _list_issues,
    "money": _money_issues,
    "time": _date_issues,
}
_EXAMPLES = {
    "default": 'write `default("…")`',
    "money": 'write `money("EUR")`',
    "replace": 'write `replace("old", "new")`',
}
_FOR_KIND = {
    ("money", Kind.TEXT): "declare it as a number",
    ("number", Kind.TEXT): "declare it as a number",
    ("percent", Kind.TEXT): "declare it as a number",
    ("upper", Kind.NUMBER): "leave the filter out",
    ("date", Kind.NUMBER): "hand over a date such as `2026-03-06`",
}


def _issue(call: FilterCall, kind: IssueKind, message: str, hint: str | None) -> Issue:
    name = call.value.path[0] if call.value.path else ""
    return Issue(kind, call.offset, len(call.name), message, hint, name)


def _at(argument: Value, message: str, hint: str | None = None) -> Issue:
    name = argument.path[0] if argument.path else ""
    return Issue(IssueKind.MISTYPED, argument.offset, argument.length, message, hint, name)


def _written(value: Any) -> str:  # noqa: ANN401 - a choice
    return f"`{value}`"


def _count(number: int) -> str:
    return ("nothing in `( )`", "one value in `( )`", "two values in `( )`")[number]
