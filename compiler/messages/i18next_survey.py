"""What a message asks of i18next: plurals, contexts, values and formats, and what it refuses."""

from dataclasses import dataclass, field

from compiler.messages.ast import (
    Argument,
    Branch,
    FormatKind,
    Formatted,
    Message,
    Number,
    Plural,
    Select,
    Tag,
)
from compiler.messages.i18next_format import spoiling_names

RESERVED = {
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


class RefusedError(Exception):
    """Carries the reason out of the recursion; `entries` catches it."""


@dataclass(slots=True)
class Survey:
    """What a message asks for, wherever it stands in it."""

    plurals: list[Plural] = field(default_factory=list)
    selects: list[Select] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    formats: set[FormatKind] = field(default_factory=set)
    called: dict[str, str] = field(default_factory=dict)
    """What i18next calls the values that are chosen by: `count` and `context`."""


def survey_of(message: Message) -> Survey:
    """Return what a message asks for. Raises RefusedError where i18next cannot give it."""
    survey = Survey()
    _look(message, survey)
    _check_names(survey)
    return survey


def _look(message: Message, survey: Survey) -> None:
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
                survey.called[node.name] = "count"
                _look_in(node.branches, survey)
            case Select():
                survey.selects.append(node)
                survey.called.setdefault(node.name, "context")
                _look_in(node.branches, survey)
            case _:  # text asks for nothing
                pass


def _look_in(branches: tuple[Branch, ...], survey: Survey) -> None:
    for branch in branches:
        _look(branch.message, survey)


def _check_names(survey: Survey) -> None:
    plurals = {(plural.name, plural.kind) for plural in survey.plurals}
    selects = {select.name for select in survey.selects}
    if len(plurals) > 1:
        raise RefusedError("i18next has one plural a message")
    if len(selects) > 1:
        raise RefusedError("i18next has one context a message")
    if any(plural.offset for plural in survey.plurals):
        raise RefusedError("i18next has no `offset`")
    for chosen, name in ((plurals, "count"), (selects, "context")):
        used = {item[0] if isinstance(item, tuple) else item for item in chosen}
        if used and name not in used and name in survey.names | selects | {p for p, _ in plurals}:
            raise RefusedError(
                f"i18next takes `{name}` for the choice, and here it is another value"
            )
    for name in sorted(survey.names & RESERVED):
        raise RefusedError(f"`{name}` is an option of i18next, not a value")
    for kind in sorted(survey.formats):
        for name in sorted(survey.names & spoiling_names(kind)):
            raise RefusedError(f"i18next takes `{name}` for an option of the {kind}'s format")
