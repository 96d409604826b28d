"""A text of Apple's with variables, `%#@files@`, made a plural; each placeholder has its number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compiler.edit.interchange.styles import APPLE, STYLES
from compiler.edit.interchange.unit import Plural

_VARIABLE = re.compile(r"%(?:(?P<number>[1-9]\d?)\$)?#@(?P<name>[^@]*)@")
_ARGUMENT = "%arg"


@dataclass(frozen=True, slots=True)
class Variable:
    """What stands for a variable by plural category; ``number`` is that of its argument."""

    forms: Mapping[str, str]
    conversion: str = "lld"
    number: int | None = None


class VariableError(ValueError):
    """A text that is more than one plural; ``str()`` is a clause about it."""


def with_variables(text: str, variables: Mapping[str, Variable]) -> str | Plural:
    """Return what a text says, the text around a variable made part of its forms.

    Raises VariableError.
    """
    found = list(_VARIABLE.finditer(text))
    if not found:
        return text
    if len(found) > 1:
        raise VariableError("it has several plurals in one text")
    (match,) = found
    variable = variables.get(match["name"])
    if variable is None:
        raise VariableError(f"it names the variable `{match['name']}`, which it does not have")
    before = _placeholders(text[: match.start()])
    number = int(match["number"] or variable.number or before + 1)
    head = _numbered(text[: match.start()], 1)
    tail = _numbered(text[match.end() :], before + 2)
    forms = {}
    for category, form in variable.forms.items():
        if _VARIABLE.search(form):
            raise VariableError("it has several plurals in one text")
        own = form.replace(_ARGUMENT, f"%{number}${variable.conversion}")
        forms[category] = head + _numbered(own, number) + tail
    return Plural(forms)


def _placeholders(text: str) -> int:
    found = STYLES[APPLE].pattern.finditer(text)
    return sum(one["literal"] is None and one["number"] is None for one in found)


def _numbered(text: str, turn: int) -> str:
    """Return a text whose placeholders have numbers, from a turn on."""

    def give(match: re.Match[str]) -> str:
        nonlocal turn
        if match["literal"] is not None or match["number"] is not None:
            return match[0]
        turn += 1
        return f"%{turn - 1}${match[0][1:]}"

    return STYLES[APPLE].pattern.sub(give, text)
