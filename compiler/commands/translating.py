"""What `translate` and `review` share: what is to be translated, by whom, and how it is written."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from compiler.adapters.answer_ledger import AnswerLedger
from compiler.base.failure import UsageError
from compiler.base.finding import Severity
from compiler.edit.translations.writing import (
    NewLocalisation,
    NewString,
    write_localisation,
    write_strings,
)
from compiler.edit.verbs.editor import Editor, StringOf
from compiler.rules.check import Scope, Senses
from compiler.settings import Integration
from compiler.translate.batching import Tongue
from compiler.translate.campaign import Campaign, Manner
from compiler.translate.entities import entity_tasks
from compiler.translate.judging import Judge, Made
from compiler.translate.outcome import Outcome
from compiler.translate.recalling import memory_of
from compiler.translate.strings import string_tasks
from compiler.translate.task import EntityTarget, Skipped, StringTarget, Task
from compiler.translate.wish import Wish
from compiler.wiring import template_renderer

_PSEUDO = "pseudo"


class Ahead(NamedTuple):
    """What is to be done, and what cannot be."""

    tasks: tuple[Task, ...]
    skipped: tuple[Skipped, ...]


def work_ahead(scope: Scope, wish: Wish) -> Ahead:
    """Return what a wish comes to. Raises UsageError where a catalogue of it has errors."""
    found = [*string_tasks(scope, wish), *entity_tasks(scope, wish)]
    tasks = tuple(one for one in found if isinstance(one, Task))
    _check_catalogues(tasks)
    return Ahead(tasks, tuple(one for one in found if isinstance(one, Skipped)))


def campaign_for(
    scope: Scope,
    wish: Wish,
    tasks: Sequence[Task],
    integration: tuple[str, Integration],
    ledger: AnswerLedger | None = None,
    *,
    recall: bool = True,
) -> Campaign:
    """Return the campaign that translates tasks, after the memory has been asked."""
    _, settings = integration
    judge = Judge(
        scope, Senses(renderer=template_renderer()), only_errors=settings.provider == _PSEUDO
    )
    identity = f"{settings.provider} {settings.model} {settings.base_url} {wish.from_}"
    manner = Manner(identity, settings.batch)
    if ledger is not None:
        manner = Manner(identity, settings.batch, ledger.recorded, ledger.begun)
    tongue = Tongue(scope.content, wish.from_, scope.settings.style, _similar(scope))
    campaign = Campaign(tasks, judge, tongue, manner)
    if recall and settings.provider != _PSEUDO:
        campaign.recall(scope)
    return campaign


def _similar(scope: Scope) -> Callable[[str, str], list[tuple[str, str]]]:
    def similar(locale: str, text: str) -> list[tuple[str, str]]:
        near = memory_of(scope, locale).similar(text) if text else []
        return [(one.source, one.translation) for one in near]

    return similar


def write_outcomes(
    editor: Editor, wish: Wish, outcomes: Mapping[str, Outcome]
) -> dict[str, Outcome]:
    """Put translations into the draft of files as they are now; return what became of each.

    An entry that is not what it was when it was asked for stays as it is.
    """
    now = {one.name: one for one in work_ahead(editor.scope, wish).tasks}
    done: dict[str, Outcome] = {}
    strings: list[NewString] = []
    for name, outcome in outcomes.items():
        task = now.get(name)
        if outcome.made is None:
            done[name] = outcome
        elif task is None or task.state != outcome.task.state:
            done[name] = Outcome(outcome.task, reason=_MEANWHILE, asked=outcome.asked)
        else:
            done[name] = outcome
            strings += _string(task, outcome.made)
            _write_entity(editor, task, outcome.made)
    write_strings(editor, strings)
    return done


_MEANWHILE = "it was changed meanwhile, and stays as it is"


def _string(task: Task, made: Made) -> list[NewString]:
    target = task.target
    if not isinstance(target, StringTarget):
        return []
    string = StringOf(target.namespace, target.source.label)
    return [NewString(string, task.locale, made.texts)]


def _write_entity(editor: Editor, task: Task, made: Made) -> None:
    target = task.target
    if isinstance(target, EntityTarget):
        new = NewLocalisation(target.written, task.locale, made.values, target.stamp, target.source)
        write_localisation(editor, new)


def _check_catalogues(tasks: Sequence[Task]) -> None:
    """Refuse to pay for what could not be written."""
    for task in tasks:
        target = task.target
        if isinstance(target, StringTarget):
            findings = target.catalogue.entries.findings
            if any(one.severity is Severity.ERROR for one in findings):
                raise UsageError(
                    f"`{target.catalogue.path}` has errors; `clientarea check` says which"
                )
