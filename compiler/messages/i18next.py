"""A message as i18next (JSON v4) keeps it: flat keys with suffixes for plural and context.

i18next chooses a plural by the value `count` and a context by the value `context`, whatever the
arguments of the ICU message are called; so a plural over ``{days}`` is asked for with
``t(key, {count: days})``, and ``{days}`` in its text is ``{{count}}``. A message in which those
names mean something else as well cannot be written. `#` is ``{{count, number}}``: ICU formats it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from compiler.messages import cldr
from compiler.messages.ast import (
    Argument,
    Branch,
    FormatKind,
    Formatted,
    Message,
    Number,
    Plural,
    PluralKind,
    Select,
    Tag,
    Text,
)
from compiler.messages.expressible import NotExpressible
from compiler.messages.i18next_format import format_of, spoiling_names

_RESERVED = {
    *(
        "appendNamespaceToCIMode",
        "defaultValue",
        "fallbackLng",
        "formatParams",
        "interpolation",
        "joinArrays",
    ),
    *("keySeparator", "lng", "lngs", "nest", "ns", "nsSeparator"),
    *("ordinal", "postProcess", "replace", "returnDetails", "returnObjects", "skipInterpolation"),
}
_VALUE = "\0"  # stands for a placeholder while the text around it is looked at
_SAMPLES = range(1001)
_FRACTIONS = (0.1, 0.5, 1.1, 1.5, 2.5)


class _RefusedError(Exception):
    """Carries the reason out of the recursion; never leaves this module."""


@dataclass(slots=True)
class _Survey:
    """What a message asks for, wherever it stands in it."""

    plurals: list[Plural] = field(default_factory=list)
    selects: list[Select] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    formats: set[FormatKind] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way through the choices: a context, and a category or a single number."""

    context: str | None = None
    category: str | None = None
    number: int | None = None


def entries(label: str, message: Message, locale: str) -> dict[str, str] | NotExpressible:
    """Return the keys and texts of a message in i18next's JSON v4, for the locale's plurals."""
    if len(message) == 1 and isinstance(message[0], Text) and not _signs(message[0].value):
        return {label: message[0].value}
    survey = _Survey()
    try:
        _look(message, survey)
        _check_names(survey)
        contexts: list[str | None] = [None, *_contexts(survey)]
        return {
            _key(label, context, suffix): _text(
                message, survey, _Way(context, way.category, way.number)
            )
            for context in contexts
            for suffix, way in _plural_ways(survey, locale)
        }
    except _RefusedError as refused:
        return NotExpressible(str(refused))


def _look(message: Message, survey: _Survey) -> None:
    for node in message:
        match node:
            case Argument(name):
                survey.names.add(name)
            case Formatted(name, kind):
                survey.names.add(name)
                survey.formats.add(kind)
            case Number():
                survey.formats.add("number")
            case Tag():
                _look(node.children, survey)
            case Plural():
                survey.plurals.append(node)
                _look_in(node.branches, survey)
            case Select():
                survey.selects.append(node)
                _look_in(node.branches, survey)
            case _:  # text asks for nothing
                pass


def _look_in(branches: tuple[Branch, ...], survey: _Survey) -> None:
    for branch in branches:
        _look(branch.message, survey)


def _check_names(survey: _Survey) -> None:
    plurals = {(plural.name, plural.kind) for plural in survey.plurals}
    selects = {select.name for select in survey.selects}
    if len(plurals) > 1:
        raise _RefusedError("i18next has one plural a message")
    if len(selects) > 1:
        raise _RefusedError("i18next has one context a message")
    if any(plural.offset for plural in survey.plurals):
        raise _RefusedError("i18next has no `offset`")
    for chosen, name in ((plurals, "count"), (selects, "context")):
        used = {item[0] if isinstance(item, tuple) else item for item in chosen}
        if used and name not in used and name in survey.names | selects | {p for p, _ in plurals}:
            raise _RefusedError(
                f"i18next takes `{name}` for the choice, and here it is another value"
            )
    for name in sorted(survey.names & _RESERVED):
        raise _RefusedError(f"`{name}` is an option of i18next, not a value")
    for kind in sorted(survey.formats):
        for name in sorted(survey.names & spoiling_names(kind)):
            raise _RefusedError(f"i18next takes `{name}` for an option of the {kind}'s format")


def _contexts(survey: _Survey) -> list[str]:
    """Return the contexts that need keys of their own.

    Beside a plural that is also `other`: for it i18next would take the plural's key of that name.
    """
    found: dict[str, None] = {"other": None} if survey.selects and survey.plurals else {}
    for select in survey.selects:
        found.update(dict.fromkeys(b.selector for b in select.branches if b.selector != "other"))
    return list(found)


def _key(label: str, context: str | None, suffix: str) -> str:
    return f"{label}_{context}{suffix}" if context is not None else f"{label}{suffix}"


def _plural_ways(survey: _Survey, locale: str) -> Iterator[tuple[str, _Way]]:
    """Yield each suffix a plural needs in this locale, with the way that its text goes."""
    if not survey.plurals:
        yield "", _Way()
        return
    kind = survey.plurals[0].kind
    exact = {
        int(branch.selector[1:])
        for plural in survey.plurals
        for branch in plural.branches
        if branch.selector.startswith("=")
    }
    categories = _categories(kind, locale)
    ways = {name: _Way(category=name) for name in categories}
    for number in sorted(exact):
        ways[_category_of_one(kind, locale, number, categories)] = _Way(number=number)
    prefix = "_" if kind == "cardinal" else "_ordinal_"
    for name in cldr.CATEGORIES:
        if name in ways:
            way = ways[name]
            of_number = None if way.number is None else _category(kind, locale, way.number)
            yield f"{prefix}{name}", _Way(None, way.category or of_number, way.number)


def _categories(kind: PluralKind, locale: str) -> Sequence[str]:
    if not cldr.has_plural_rules(locale):
        return cldr.CATEGORIES  # whatever the runtime counts by, it finds a text
    return cldr.plural_categories(locale) if kind == "cardinal" else cldr.ordinal_categories(locale)


def _category(kind: PluralKind, locale: str, number: float) -> str:
    if kind == "cardinal":
        return cldr.plural_category(locale, number)
    return cldr.ordinal_category(locale, number)


def _category_of_one(kind: PluralKind, locale: str, number: int, known: Sequence[str]) -> str:
    """Return the category that is this number and no other; i18next asks `_zero` for 0 anyway."""
    category = _category(kind, locale, number)
    if kind == "cardinal" and number == 0 and "zero" not in known:
        return "zero"
    alone = all(_category(kind, locale, n) != category for n in _SAMPLES if n != number)
    if not alone or any(_category(kind, locale, n) == category for n in _FRACTIONS):
        raise _RefusedError(f"i18next has no key for `={number}` in this language")
    return category


def _text(message: Message, survey: _Survey, way: _Way) -> str:
    pieces: list[str] = []
    _write(message, survey, way, pieces)
    around = "".join(_VALUE if piece.startswith(_VALUE) else piece for piece in pieces)
    for sign in _signs(around):
        raise _RefusedError(f"i18next would read `{sign}` in the text as its own")
    if "{" + _VALUE in around:
        raise _RefusedError("i18next cannot have `{` right before a value")
    return "".join(piece.removeprefix(_VALUE) for piece in pieces)


def _signs(text: str) -> list[str]:
    return [sign for sign in ("{{", "$t(") if sign in text]


def _write(message: Message, survey: _Survey, way: _Way, pieces: list[str]) -> None:
    for node in message:
        match node:
            case Text(value):
                pieces.append(value.replace(_VALUE, ""))
            case Argument(name):
                pieces.append(f"{_VALUE}{{{{{_name(name, survey)}}}}}")
            case Formatted():
                pieces.append(f"{_VALUE}{{{{{_name(node.name, survey)}, {_format(node)}}}}}")
            case Number():
                pieces.append(f"{_VALUE}{{{{count, number}}}}")
            case Tag(name, children):
                pieces.append(f"<{name}>")
                _write(children, survey, way, pieces)
                pieces.append(f"</{name}>")
            case _:  # a choice
                _write(_chosen(node, way), survey, way, pieces)


def _name(name: str, survey: _Survey) -> str:
    if any(plural.name == name for plural in survey.plurals):
        return "count"
    if any(select.name == name for select in survey.selects):
        return "context"
    return name


def _format(node: Formatted) -> str:
    found = format_of(node.kind, node.style)
    if found is None:
        raise _RefusedError(f"i18next has no format for `{node.kind}, {node.style}`")
    return found


def _chosen(node: Plural | Select, way: _Way) -> Message:
    """Return the branch that ICU would take on this way."""
    branches = {branch.selector: branch.message for branch in node.branches}
    wanted = (
        (f"={way.number}", way.category or "other")
        if isinstance(node, Plural)
        else (way.context or "other",)
    )
    for selector in wanted:
        if selector in branches:
            return branches[selector]
    return branches.get("other", ())
