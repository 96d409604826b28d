"""Options of the command line as values of an entry: `--title Hello`, `--properties.limit 5`."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, get_origin

from compiler.base.failure import UsageError
from compiler.base.spots import Route
from compiler.base.suggest import did_you_mean
from compiler.edit.records.kinds import RecordKind
from compiler.load.localising import LOCALES
from compiler.load.shape import type_at, words_of
from compiler.read.yaml import read_yaml_text


class Option(NamedTuple):
    """One option as it was written: its name without `--`, its text, None where it has none."""

    name: str
    text: str | None


class Form(NamedTuple):
    """What an entry's options can be: its own keys, and those that it has in each language."""

    noun: str
    own: Sequence[str]
    localised: Sequence[str]
    kind: RecordKind | None = None


_STRING_KEYS = ("text", "plural", "forms", "comment", "note", "flags", "references")
_STRING_LISTS = ("forms", "flags", "references")
_UNSPLIT = "forms"
"""Texts, in which a comma separates nothing."""

STRING_FORM = Form("a string", (), _STRING_KEYS)


def form_of(kind: RecordKind) -> Form:
    """Return what the options of an entry of this kind can be."""
    return Form(kind.noun, kind.keys, kind.localised_keys, kind)


def options_in(words: Sequence[str]) -> list[Option]:
    """Return the options that words of the command line are. Raises UsageError."""
    options: list[Option] = []
    at = 0
    while at < len(words):
        word = words[at]
        if not word.startswith("--") or word == "--":
            raise UsageError(f"`{word}` belongs to no option; texts with spaces stand in quotes")
        name, equals, text = word[2:].partition("=")
        alone = at + 1 == len(words) or words[at + 1].startswith("--")
        if not equals and not alone:
            at += 1
            text = words[at]
        options.append(Option(name, text if equals or not alone else None))
        at += 1
    return options


def values_of(
    form: Form, options: Iterable[Option], locale: str | None, known: Collection[str], source: str
) -> dict[Route, Any]:
    """Return values by route. ``known`` are active languages.

    What is written by language is that of ``locale``, or the source's. Raises UsageError for an
    option that is no field, one that comes twice, and one without the text it needs.
    """
    values: dict[Route, Any] = {}
    lists: dict[Route, list[Any]] = {}
    for option in options:
        route = _route(form, option.name, locale, known, source)
        wanted = _wanted(form, route)
        value = _value(option, wanted, route)
        if get_origin(wanted) is list and isinstance(value, list):
            values[route] = lists.setdefault(route, [])
            lists[route] += value
        elif route in values:
            raise UsageError(f"`--{option.name}` is given twice")
        else:
            values[route] = value
    return values


def _route(form: Form, name: str, locale: str | None, known: Collection[str], source: str) -> Route:
    first, *rest = name.split(".")
    first = first if first in {*form.own, *form.localised} else first.replace("-", "_")
    if first == LOCALES and len(rest) > 1:
        return (LOCALES, *rest)
    named = None
    if first in form.localised and rest and (rest[-1] in known or not _is_deep(form, first)):
        named = rest[-1]
    if first in form.own and (first not in form.localised or (named or locale) is None):
        return (first, *rest)
    if first in form.localised:
        return (LOCALES, named or locale or source, first, *(rest[:-1] if named else rest))
    keys = list(dict.fromkeys((*form.own, *form.localised)))
    hint = did_you_mean(first, keys) or f"its fields are {', '.join(keys)}"
    raise UsageError(f"`--{name}` is not a field of {form.noun}; {hint}")


def _is_deep(form: Form, key: str) -> bool:
    """Tell whether a field of a language has fields of its own, which a dot may lead to."""
    wanted = _wanted(form, (LOCALES, "en", key))
    return form.kind is not None and wanted is not str


def _wanted(form: Form, route: Route) -> Any:  # noqa: ANN401 - a type
    if form.kind is None:
        return list[str] if route[-1] in _STRING_LISTS else str
    return None if form.kind.model is None else type_at(form.kind.model, route)


def _value(option: Option, wanted: Any, route: Route) -> Any:  # noqa: ANN401 - any value of YAML
    if option.text is None:
        if wanted in (bool, None):
            return True
        raise UsageError(f"`--{option.name}` needs a value")
    return value_from(option.text, wanted, whole=route[-1] == _UNSPLIT)


def value_from(text: str, wanted: Any, *, whole: bool = False) -> Any:  # noqa: ANN401
    """Return the value that a text of the command line is, of the type that is ``wanted``.

    A list may be written with commas, unless the text is one item as a ``whole``. What is of
    another type comes as YAML reads it.
    """
    if wanted is str or words_of(wanted):
        return text
    if get_origin(wanted) is list and not text.startswith("["):
        return [text] if whole else [part.strip() for part in text.split(",")]
    read = read_yaml_text("", text)
    return text if any(read.findings) else read.data


def flattened(form: Form, data: Any, locale: str) -> Iterator[tuple[Route, Any]]:  # noqa: ANN401
    """Yield the values of an entry written as JSON, by route: its own, and each language's.

    Fields of a language that stand above `locales` are those of ``locale``. Raises UsageError where
    the JSON is no object.
    """
    if not isinstance(data, dict):
        known = ", ".join(dict.fromkeys((*form.own, *form.localised)))
        raise UsageError(f"the JSON is no object with the fields {known}")
    for key, value in data.items():
        if key != LOCALES or not isinstance(value, dict):
            by_language = key in form.localised and key not in form.own
            yield (LOCALES, locale, key) if by_language else (key,), value
            continue
        for tag, localised in value.items():
            if not isinstance(localised, dict):
                raise UsageError(f"`locales.{tag}` of the JSON is no object")
            for name, one in localised.items():
                yield (LOCALES, tag, name), one
