"""What is wrong with the values beside an operator, by what they may be."""

from collections.abc import Iterator

from compiler.base.suggest import did_you_mean
from compiler.templating.issues import Issue, IssueKind, Value
from compiler.templating.subset import COMPARISONS, Kind
from compiler.templating.wording import bare, described, shown

_ORDERED = {"lt", "lteq", "gt", "gteq"}
_DATES = {"date", "date-time"}
_HOLDS_MANY = Kind.LIST | Kind.OBJECT


def truth_issues(value: Value) -> Iterator[Issue]:
    """Say that a list is asked whether it is true, which an empty one is in JavaScript."""
    kind = value.shape.kind
    if kind & _HOLDS_MANY and kind != Kind.ANY:
        yield Issue(
            IssueKind.UNPORTABLE,
            value.offset,
            value.length,
            f"{shown(value)} is {described(kind)}: an empty one counts as false in Jinja2,"
            " and as true in Nunjucks",
            f"write `{bare(value)} {'| length' if kind & Kind.LIST else 'is defined'}`",
            value.path[0] if value.path else "",
        )


def arithmetic_issues(sign: str, left: Value, right: Value) -> Iterator[Issue]:
    """Say which value is none that can be worked with."""
    texts = left.shape.kind == right.shape.kind == Kind.TEXT
    if texts and sign == "+":
        return
    for value in dict.fromkeys((left, right)):
        kind = value.shape.kind
        if kind not in (Kind.NUMBER, Kind.ANY):
            words = f"{shown(value)} is {described(kind)}, and `{sign}` works with numbers"
            hint = "write `~` between a text and what follows it" if sign == "+" else None
            yield _mistyped(value, words, hint)


def comparison_issues(operator: str, left: Value, right: Value) -> Iterator[Issue]:
    """Say why a comparison is none, or always comes out the same."""
    sign = COMPARISONS[operator]
    if operator in {"in", "notin"}:
        yield from _membership_issues(sign, left, right)
    elif operator in _ORDERED:
        for value in (left, right):
            if not _has_order(value, left, right):
                kind = described(value.shape.kind)
                yield _mistyped(value, f"{shown(value)} is {kind}, and `{sign}` compares numbers")
    else:
        yield from _equality_issues(sign, left, right)


def _membership_issues(sign: str, left: Value, right: Value) -> Iterator[Issue]:
    kind = right.shape.kind
    if kind not in (Kind.LIST, Kind.TEXT, Kind.ANY):
        words = f"{shown(right)} is {described(kind)}, and `{sign}` looks into a list or a text"
        yield _mistyped(right, words)
    elif kind == Kind.TEXT and left.shape.kind not in (Kind.TEXT, Kind.ANY):
        words = f"{shown(left)} is {described(left.shape.kind)}"
        yield _mistyped(left, f"{words}, and `{sign}` looks for a text in a text")
    elif left.shape.kind & _HOLDS_MANY and left.shape.kind != Kind.ANY:
        yield _mistyped(left, f"{shown(left)} is {described(left.shape.kind)}, which no list has")


def _has_order(value: Value, left: Value, right: Value) -> bool:
    if value.shape.kind in (Kind.NUMBER, Kind.ANY):
        return True
    dates = [one for one in (left, right) if one.shape.form in _DATES]
    return bool(dates) and left.shape.kind == right.shape.kind == Kind.TEXT


def _equality_issues(sign: str, left: Value, right: Value) -> Iterator[Issue]:
    for value in (left, right):
        kind = value.shape.kind
        if kind & _HOLDS_MANY and kind != Kind.ANY:
            words = f"{shown(value)} is {described(kind)}: whether two are equal is not portable"
            yield Issue(IssueKind.UNPORTABLE, value.offset, value.length, words)
            return
    common = left.shape.kind & right.shape.kind
    if not common:
        words = (
            f"{shown(left)} is {described(left.shape.kind)} and is compared with"
            f" {described(right.shape.kind)}: `{sign}` always comes out the same"
        )
        yield _mistyped(left, words)
        return
    yield from _never_equal(left, right)
    yield from _never_equal(right, left)


def _never_equal(value: Value, constant: Value) -> Iterator[Issue]:
    choices, wanted = value.shape.choices, constant.shape.choices
    if not value.path or choices is None or wanted is None or constant.path:
        return
    if wanted[0] not in choices:
        words = f"{shown(value)} is never `{wanted[0]}`"
        texts = [one for one in choices if isinstance(one, str)]
        yield _mistyped(constant, words, did_you_mean(str(wanted[0]), texts))


def _mistyped(value: Value, message: str, hint: str | None = None) -> Issue:
    name = value.path[0] if value.path else ""
    return Issue(IssueKind.MISTYPED, value.offset, value.length, message, hint, name)
