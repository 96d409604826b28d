"""`translate`: have what is missing or stale translated, checked, and written to be reviewed."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from compiler.adapters.answer_ledger import AnswerLedger, open_ledger
from compiler.adapters.asking import Asking, Came
from compiler.adapters.translators.table import OFFLINE
from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.editing import Asked, alone, edited, editor_on, finish
from compiler.commands.exits import FINE, REFUSED, WORLD
from compiler.commands.former_sources import FormerSources
from compiler.commands.integrations import chosen_integration
from compiler.commands.locales import listed_locales
from compiler.commands.translating import Ahead, campaign_for, work_ahead, write_outcomes
from compiler.edit.verbs.cloning import KINDS
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.report.diff_text import diff_text
from compiler.report.progress import WorkProgress
from compiler.report.translation import (
    Result,
    estimate_data,
    estimate_text,
    result_data,
    result_text,
)
from compiler.settings import Integration
from compiler.translate.campaign import Campaign
from compiler.translate.estimate import estimate_of
from compiler.translate.former import with_former_source
from compiler.translate.outcome import Outcome
from compiler.translate.wish import Wish
from compiler.wiring import project_folder, translator

_NOBODY = "the memory has no translation of it"


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    from_: str | None,
    to: str,
    integration: str | None,
    area: str | None,
    overwrite: bool,
    estimate: bool,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Translate entries; return the exit code.

    1 where something is left as it was, 3 where the provider could not go on.
    """
    asked = Asked(project, area, dry_run, format, ("translate", *what, to))
    root = project_folder(project, PROJECT_FILE)
    if not (dry_run or estimate):
        with alone(root) as here:
            finish(console, here)
    editor = editor_on(console, asked)
    wish = _wish(editor, what, from_, to, overwrite=overwrite)
    who = chosen_integration(editor.scope.settings, integration, any_does=estimate)
    one = _Run(console, asked, who, wish)
    if estimate:
        return one.estimate(root, editor)
    with open_ledger(root) as ledger:
        return one.translate(root, editor, ledger)


def _tasks(editor: Editor, wish: Wish, root: Path) -> Ahead:
    """Return what is to be done, each entry with what it was translated from."""
    ahead = work_ahead(editor.scope, wish)
    former = FormerSources(root)
    return ahead._replace(
        tasks=tuple(with_former_source(one, former.of(one)) for one in ahead.tasks)
    )


class _Run(NamedTuple):
    """One run of the verb: who is asked for what."""

    console: Console
    asked: Asked
    who: tuple[str, Integration]
    wish: Wish

    def estimate(self, root: Path, editor: Editor) -> int:
        """Say what a run would take; nobody is asked, and no key is read."""
        ahead = _tasks(editor, self.wish, root)
        campaign = campaign_for(editor.scope, self.wish, ahead.tasks, self.who)
        found = estimate_of(campaign, ahead.tasks, asks=self.who[1].provider not in OFFLINE)
        if self.asked.format == "json":
            self.console.data(estimate_data(found, self.who[1]))
        else:
            self.console.result(estimate_text(found, self.who[1]))
        return FINE

    def translate(self, root: Path, editor: Editor, ledger: AnswerLedger) -> int:
        """Ask, write, and say what came of it."""
        ahead = _tasks(editor, self.wish, root)
        campaign = campaign_for(editor.scope, self.wish, ahead.tasks, self.who, ledger)
        came = self._ask(campaign, len(ahead.tasks), ledger)
        campaign.leave_rest((came.failure and f"the provider {came.failure}") or _NOBODY)
        done: dict[str, Outcome] = {}

        def plan(now: Editor) -> None:
            done.update(write_outcomes(now, self.wish, campaign.outcomes))

        made = edited(self.console, root, self.asked, plan)
        if not (came.failure or self.asked.dry_run):
            ledger.clear()
        result = Result(done, ahead.skipped, came, self.who, dry_run=self.asked.dry_run)
        self._say(result, made)
        if came.failure:
            return WORLD
        return FINE if result.complete else REFUSED

    def _ask(self, campaign: Campaign, total: int, ledger: AnswerLedger) -> Came:
        if not campaign.open:
            return Came()
        name, settings = self.who
        provider = translator(name, settings)
        if provider is None:
            return Came()
        asking = Asking(
            campaign,
            provider,
            ledger,
            concurrency=settings.concurrency,
            per_minute=settings.requests_per_minute,
        )
        progress = WorkProgress(self.console.err, name="translating", unit="entries")
        try:
            return asking.run(progress.worked, total)
        except KeyboardInterrupt:
            self.console.note("\nThe answers that came are kept: run the same command to go on.")
            raise

    def _say(self, result: Result, editor: Editor) -> None:
        changes = editor.draft.changes
        if self.asked.format == "json":
            data = result_data(result)
            data["written"] = [path for path, one in changes.items() if one is not None]
            data["diff"] = diff_text(editor.draft.before, changes)
            self.console.data(data)
            return
        if self.asked.dry_run:
            self.console.result(diff_text(editor.draft.before, changes))
        self.console.result(result_text(self.console, result, len(changes)))


def _wish(
    editor: Editor, what: Sequence[str], from_: str | None, to: str, *, overwrite: bool
) -> Wish:
    """Return what is asked for. Raises UsageError where that makes no sense."""
    (origin,) = listed_locales(from_ or editor.source, editor.active)
    targets = listed_locales(to, editor.active)
    if origin in targets:
        raise UsageError(f"`{origin}` cannot be translated into itself")
    if editor.source in targets:
        raise UsageError(f"`{editor.source}` is the source language: write it with `edit`")
    chosen = None
    if what:
        found = editor.chosen(what, KINDS, "translate")
        references = [str(one.reference) for one in found.entities]
        chosen = frozenset([*references, *(one.reference for one in found.strings)])
    return Wish(origin, targets, chosen, editor.area, overwrite)
