"""A validator's errors in the words of an author: what is wrong, and the line that mends it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from compiler.base.rule import Rule
from compiler.base.suggest import did_you_mean, nearest
from compiler.load.rules_records import INVALID_VALUE, MISSING_KEY, UNKNOWN_KEY
from compiler.load.shape import KEY, field_at, keys_of, type_at, words_of
from compiler.model.record import Record

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of the validator: which model, of what (``a text``), where, what it saw."""

    model: type[Record]
    noun: str
    type: str
    location: Location
    value: Any
    context: Mapping[str, Any]

    @property
    def is_key(self) -> bool:
        """Whether the key itself is wrong, not its value."""
        return bool(self.location) and self.location[-1] == KEY

    @property
    def name(self) -> str:
        """The way to the value as authors read it: ``locales.es.title``."""
        location = self.location[:-1] if self.is_key else self.location
        return named(location)

    @property
    def parent(self) -> str:
        """What the key should belong to: the record itself, or the mapping around it."""
        around = self.location[:-2] if self.is_key else self.location[:-1]
        return f"`{named(around)}`" if around else self.noun


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says: its rule, its message, its hint."""

    rule: Rule
    message: str
    hint: str | None = None


def named(location: Location) -> str:
    """Return a location as authors read it: ``sso[0].name``."""
    text = ""
    for step in location:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def worded(problem: Problem) -> Wording:
    """Return the words for an error; one without words of its own says what it expected."""
    if problem.is_key and problem.type in {"literal_error", "enum"}:
        return _unknown_key(problem)
    return _WORDS.get(problem.type, _other)(problem)


def shown(value: Any) -> str:  # noqa: ANN401 - any value of a document
    """Return a value as a short piece of YAML."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    text = str(value)
    return f"`{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}`"


_LONGEST = 40


def meant_by(problem: Problem) -> Location | None:
    """Return the location that a misspelt key was probably meant for."""
    *around, key = problem.location
    near = nearest(str(key), keys_of(type_at(problem.model, around)))
    return None if near is None else (*around, near)


def _unknown_key(problem: Problem) -> Wording:
    location = problem.location[:-1] if problem.is_key else problem.location
    known = keys_of(type_at(problem.model, location[:-1]))
    key = str(location[-1])
    message = f"`{key}` is not a key of {problem.parent}"
    return Wording(UNKNOWN_KEY, message, did_you_mean(key, known))


def _missing(problem: Problem) -> Wording:
    key = str(problem.location[-1])
    return Wording(
        MISSING_KEY, f"{problem.parent} must have `{key}`", f"add the line `{_line(problem, key)}`"
    )


def _line(problem: Problem, key: str) -> str:
    """Return a line to paste: the key with the first of its values, or with an example."""
    words = words_of(type_at(problem.model, problem.location))
    field = field_at(problem.model, problem.location)
    examples = list(field.examples or ()) if field is not None else []
    for value in (*words, *examples):
        return f"{key}: {value if isinstance(value, str) else json.dumps(value)}"
    return f"{key}: …"


def _one_of(problem: Problem) -> Wording:
    allowed = words_of(type_at(problem.model, problem.location))
    words = [str(word) for word in allowed]
    listed = _or([f"`{word}`" for word in words])
    if problem.value in words and problem.value not in allowed:
        bare = f"write it without quotes: `{_last(problem)}: {problem.value}`"
        return _must(problem, f"be {listed}", bare)
    near = nearest(str(problem.value), words) if isinstance(problem.value, str) else None
    hint = f"did you mean `{near}`?" if near else None
    return _must(problem, f"be {listed}", hint)


def _boolean(problem: Problem) -> Wording:
    meant = _BOOLEANS.get(str(problem.value).casefold())
    hint = f"write `{_last(problem)}: {meant}`" if meant else None
    return _must(problem, "be true or false", hint)


_BOOLEANS = {
    **dict.fromkeys(("yes", "y", "on", "true", "1"), "true"),
    **dict.fromkeys(("no", "n", "off", "false", "0"), "false"),
}


def _text(problem: Problem) -> Wording:
    hint = None
    if isinstance(problem.value, bool | int | float):
        hint = f'put it in quotes: `{_last(problem)}: "{shown(problem.value)}"`'
        if isinstance(_step(problem), int):
            hint = f'put it in quotes: `"{shown(problem.value)}"`'
    return _must(problem, "be text", hint)


def _integer(problem: Problem) -> Wording:
    hint = None
    if isinstance(problem.value, str) and problem.value.isdecimal():
        if len(problem.value) > _DIGITS:
            return _must(
                problem, f"be a whole number that programs can hold, of {_DIGITS} digits at most"
            )
        hint = f"write it without quotes: `{_last(problem)}: {problem.value}`"
    return _must(problem, "be a whole number", hint)


_DIGITS = 15
"""Of a number that JavaScript reads as it is written."""


def _greater(problem: Problem) -> Wording:
    return _must(problem, f"be greater than {problem.context.get('gt')}")


def _at_least(problem: Problem) -> Wording:
    return _must(problem, f"be {problem.context.get('ge'):g} or more")


def _at_most(problem: Problem) -> Wording:
    return _must(problem, f"be {problem.context.get('le'):g} or less")


def _mapping(problem: Problem) -> Wording:
    if not problem.location:
        keys = keys_of(problem.model)
        lists = isinstance(problem.value, list) and len(keys) == 1
        return Wording(
            INVALID_VALUE,
            f"{problem.noun} is written as lines of `key: value`; this is {shown(problem.value)}",
            f"write `{keys[0]}:` above the list" if lists else None,
        )
    return _must(problem, "be a mapping, with lines of `key: value` below it")


def _list(problem: Problem) -> Wording:
    hint = None
    if isinstance(problem.value, str | int):
        hint = f"write `{_last(problem)}: [{problem.value}]`"
    return _must(problem, "be a list", hint)


def _said(problem: Problem) -> Wording:
    """A validator of ours: its words continue the sentence that begins with the key."""
    words = str(problem.context.get("error", ""))
    if problem.value == "":
        words = "must not be empty"
    what = "is a key that" if problem.is_key else ""
    return Wording(INVALID_VALUE, " ".join(filter(None, (f"`{problem.name}`", what, words))))


def _other(problem: Problem) -> Wording:
    return Wording(INVALID_VALUE, f"`{problem.name}` cannot be {shown(problem.value)}")


def _must(problem: Problem, words: str, hint: str | None = None) -> Wording:
    message = f"`{problem.name}` must {words}, not {shown(problem.value)}"
    return Wording(INVALID_VALUE, message, hint)


def _step(problem: Problem) -> str | int:
    return problem.location[-1]


def _last(problem: Problem) -> str:
    return str(_step(problem))


def _or(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} or {words[-1]}"


_WORDS: dict[str, Callable[[Problem], Wording]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _one_of,
    "enum": _one_of,
    "is_instance_of": _one_of,
    "bool_type": _boolean,
    "string_type": _text,
    "int_type": _integer,
    "int_from_float": _integer,
    "greater_than": _greater,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "dict_type": _mapping,
    "model_type": _mapping,
    "list_type": _list,
    "value_error": _said,
}
