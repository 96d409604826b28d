"""Data made into a record: every error of the validator becomes a finding at its exact place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from compiler.base.finding import Finding
from compiler.base.place import Place, Places
from compiler.load.mending import fixes_of
from compiler.load.rules_records import INVALID_VALUE
from compiler.load.shape import KEY
from compiler.load.wording import Problem, Wording, meant_by, worded
from compiler.model.record import OpenSecretError, Record
from compiler.read.limits import MOST_FAULTS

R = TypeVar("R", bound=Record)
Reword = Callable[[Problem, Wording], Wording]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is validated, for findings: what it is (``a text``), where, whose, in which language.

    ``reword`` may say something else about a problem than what is said of every record.
    """

    noun: str
    places: Places
    entity: str | None = None
    locale: str | None = None
    reword: Reword | None = None


def validate(data: Any, model: type[R], subject: Subject) -> tuple[R | None, tuple[Finding, ...]]:  # noqa: ANN401 - any JSON value
    """Return the record that ``data`` is, or None and what is wrong with it.

    No data at all (an empty file) is a mapping without keys.
    """
    try:
        return model.model_validate({} if data is None else data), ()
    except ValidationError as error:
        return None, tuple(_findings(error, model, subject))


def _findings(error: ValidationError, model: type[Record], subject: Subject) -> Iterator[Finding]:
    problems = [
        Problem(
            model=model,
            noun=subject.noun,
            type=one["type"],
            location=tuple(one["loc"]),
            value=one["input"],
            context=one.get("ctx", {}),
        )
        for one in error.errors(include_url=False)
    ]
    told, more = problems[:MOST_FAULTS], len(problems) - MOST_FAULTS
    misspelt = {meant_by(problem) for problem in told if problem.type == "extra_forbidden"}
    if more > 0:
        place = _place(problems[MOST_FAULTS], subject.places)
        message = f"{more:,} more faults of the form of this file begin here"
        yield INVALID_VALUE.at(place, message, entity=subject.entity, locale=subject.locale)
    for problem in told:
        if problem.type == "missing" and problem.location in misspelt:
            continue  # the key is there, only misspelt, and that is told
        wording = worded(problem)
        if subject.reword is not None:
            wording = subject.reword(problem, wording)
        yield wording.rule.at(
            _place(problem, subject.places),
            wording.message,
            hint=wording.hint,
            entity=subject.entity,
            locale=subject.locale or _locale(problem),
            fixes=fixes_of(problem, wording, subject.places),
            hidden=isinstance(problem.context.get("error"), OpenSecretError),
        )


def _place(problem: Problem, places: Places) -> Place:
    """Return the key where a key is wrong, that around it where one is missing, else the value."""
    if problem.type == "missing":
        around = places.settle(problem.location[:-1])
        return places.key(*around)
    location = tuple(step for step in problem.location if step != KEY)
    route = places.settle(location)
    if problem.type == "extra_forbidden" or problem.is_key:
        return places.key(*route)
    return places.value(*route)


def _locale(problem: Problem) -> str | None:
    """Return the language in which the problem lies."""
    match problem.location:
        case ("locales", str(locale), *rest) if KEY not in rest[:1]:
            return locale
    return None
