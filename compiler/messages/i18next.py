"""A message as i18next (JSON v4) keeps it: flat keys with suffixes for plural and context.

i18next chooses a plural by the value `count` and a context by the value `context`, whatever the
arguments of the ICU message are called; so a plural over ``{days}`` is asked for with
``t(key, {count: days})``, and ``{days}`` in its text is ``{{count}}``. A message in which those
names mean something else as well cannot be written. `#` is ``{{count, number}}``: ICU formats it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compiler.messages import cldr
from compiler.messages.ast import (
    Argument,
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
from compiler.messages.i18next_format import format_of
from compiler.messages.i18next_simple import simple_entry
from compiler.messages.i18next_survey import RefusedError, Survey, survey_of
from compiler.messages.reading import Reading

_VALUE = "\0"  # stands for a placeholder while the text around it is looked at
_SAMPLES = range(1001)
_REMEMBERED: Final = 2**17
_FRACTIONS = (0.1, 0.5, 1.1, 1.5, 2.5)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way through the choices: a context, and a category or a single number."""

    context: str | None = None
    category: str | None = None
    number: int | None = None


def entries(label: str, message: Message, locale: str) -> dict[str, str] | NotExpressible:
    """Return the keys and texts of a message in i18next's JSON v4, for the locale's plurals."""
    forms = _forms(message, locale)
    if isinstance(forms, NotExpressible):
        return forms
    return {label + suffix: text for suffix, text in forms.items()}


def entries_of(label: str, reading: Reading, locale: str) -> dict[str, str] | NotExpressible:
    """Return the same of a message that has been read; what has no choice is read no further."""
    if reading.plain and not _signs(reading.text):
        return {label: reading.text}
    if reading.simple:
        text = simple_entry(reading)
        if text is not None:
            return {label: text}
    forms = _forms_of(reading, locale)
    if isinstance(forms, NotExpressible):
        return forms
    return {label + suffix: text for suffix, text in forms.items()}


@lru_cache(_REMEMBERED)
def _forms_of(reading: Reading, locale: str) -> Mapping[str, str] | NotExpressible:
    return _forms(reading.tree, locale)


def _forms(message: Message, locale: str) -> Mapping[str, str] | NotExpressible:
    """Return the text of each key, by what follows the label in it."""
    if len(message) == 1 and isinstance(message[0], Text) and not _signs(message[0].value):
        return {"": message[0].value}
    try:
        survey = survey_of(message)
        contexts: list[str | None] = [None, *_contexts(survey)]
        return {
            _suffix(context, suffix): _text(
                message, survey, _Way(context, way.category, way.number)
            )
            for context in contexts
            for suffix, way in _plural_ways(survey, locale)
        }
    except RefusedError as refused:
        return NotExpressible(str(refused))


def _contexts(survey: Survey) -> list[str]:
    """Return the contexts that need keys of their own.

    Beside a plural that is also `other`: for it i18next would take the plural's key of that name.
    """
    found: dict[str, None] = {"other": None} if survey.selects and survey.plurals else {}
    for select in survey.selects:
        found.update(dict.fromkeys(b.selector for b in select.branches if b.selector != "other"))
    return list(found)


def _suffix(context: str | None, suffix: str) -> str:
    return f"_{context}{suffix}" if context is not None else suffix


def _plural_ways(survey: Survey, locale: str) -> Iterator[tuple[str, _Way]]:
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
    if not exact:
        yield from _usual_ways(kind, locale)
        return
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


@lru_cache(maxsize=1024)
def _usual_ways(kind: PluralKind, locale: str) -> tuple[tuple[str, _Way], ...]:
    """Return the suffixes of a plural without exact numbers."""
    prefix = "_" if kind == "cardinal" else "_ordinal_"
    known = _categories(kind, locale)
    return tuple((f"{prefix}{name}", _Way(None, name)) for name in cldr.CATEGORIES if name in known)


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
        raise RefusedError(f"i18next has no key for `={number}` in this language")
    return category


def _text(message: Message, survey: Survey, way: _Way) -> str:
    pieces: list[str] = []
    _write(message, survey, way, pieces)
    whole = "".join(pieces)
    if "$t(" not in whole and whole.count("{") == 2 * whole.count(_VALUE):
        return whole.replace(_VALUE, "")  # every brace is that of a value
    around = "".join(_VALUE if piece.startswith(_VALUE) else piece for piece in pieces)
    for sign in _signs(around):
        raise RefusedError(f"i18next would read `{sign}` in the text as its own")
    if "{" + _VALUE in around:
        raise RefusedError("i18next cannot have `{` right before a value")
    return "".join(piece.removeprefix(_VALUE) for piece in pieces)


def _signs(text: str) -> list[str]:
    return [sign for sign in ("{{", "$t(") if sign in text]


def _write(message: Message, survey: Survey, way: _Way, pieces: list[str]) -> None:
    for node in message:
        match node:
            case Text(value):
                pieces.append(value.replace(_VALUE, ""))
            case Argument(name):
                pieces.append(f"{_VALUE}{{{{{survey.called.get(name, name)}}}}}")
            case Formatted():
                name = survey.called.get(node.name, node.name)
                pieces.append(f"{_VALUE}{{{{{name}, {_format(node)}}}}}")
            case Number():
                pieces.append(f"{_VALUE}{{{{count, number}}}}")
            case Tag(name, children):
                pieces.append(f"<{name}>")
                _write(children, survey, way, pieces)
                pieces.append(f"</{name}>")
            case _:  # a choice
                _write(_chosen(node, way), survey, way, pieces)


def _format(node: Formatted) -> str:
    found = format_of(node.kind, node.style)
    if found is None:
        raise RefusedError(f"i18next has no format for `{node.kind}, {node.style}`")
    return found


def _chosen(node: Plural | Select, way: _Way) -> Message:
    """Return the branch that ICU would take on this way."""
    if isinstance(node, Plural):
        wanted: tuple[str, ...] = (f"={way.number}", way.category or "other", "other")
    else:
        wanted = (way.context or "other", "other")
    for selector in wanted:
        for branch in node.branches:
            if branch.selector == selector:
                return branch.message
    return ()
