"""What `add` is given for one entry: values by route, files, and the language they are in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.base.failure import UsageError
from compiler.base.spots import Route
from compiler.base.suggest import did_you_mean
from compiler.edit.records.kinds import CONFIGURATION_KINDS, GLOSSARY, KINDS, RecordKind
from compiler.edit.records.labels import problem_of
from compiler.model.reference import Kind

COMMAND = "the command"
"""What stands in the place of a file's name where rows are those of a command."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file of the user's to put into the project."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """Values by their route in the entry's file, files to put in place, and how.

    ``locale`` is the language of images, None where none was named. What is there and says
    something else is replaced only to ``overwrite`` it, or where its field is one of ``replaces``.
    """

    values: Mapping[Route, Any] = field(default_factory=dict)
    files: tuple[GivenFile, ...] = ()
    locale: str | None = None
    slot: str | None = None
    overwrite: bool = False
    replaces: frozenset[str] = frozenset()


_OF_CONTENT = {
    Kind.LEVELS: "level",
    Kind.STATUSES: "status",
    Kind.OWNERS: "owner",
    Kind.AREAS: "area",
    Kind.TEXTS: "text",
    Kind.TEMPLATES: "template",
    Kind.BANNERS: "banner",
    Kind.DOCUMENTS: "document",
    Kind.TRANSLATIONS: GLOSSARY,
}


def split_reference(what: str) -> tuple[Kind, str]:
    """Return the kind and the label of what is to be added. Raises UsageError."""
    word, slash, label = what.partition("/")
    if not slash or not label or "*" in label:
        example = "`texts/deposit.terms` or `translations/portal:checkout.pay`"
        raise UsageError(f"`{what}` names no entry: write KIND/LABEL first, such as {example}")
    if word == Kind.LANGUAGES:
        raise UsageError("languages stand in `content/configurations/languages.yaml`: `active`")
    if word not in list(Kind):
        raise UsageError(f"there is no kind `{word}`; {did_you_mean(word, [*Kind]) or ''}")
    return Kind(word), label


def kind_of(kind: Kind, label: str) -> RecordKind:
    """Return how entries of a kind are written. Raises UsageError where the label cannot be one."""
    if kind is Kind.CONFIGURATIONS:
        found = CONFIGURATION_KINDS.get(label) or next(iter(CONFIGURATION_KINDS.values()))
    else:
        found = KINDS[_OF_CONTENT[kind]]
    problem = problem_of(found, label)
    if problem is not None:
        raise UsageError("; ".join(part for part in problem if part))
    return found
