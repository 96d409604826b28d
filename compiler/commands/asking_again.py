"""`review`: one entry translated once more, in the place of what stands there."""

from pathlib import Path

from compiler.adapters.answer_ledger import open_ledger
from compiler.adapters.asking import Asking
from compiler.base.visible import visible
from compiler.commands.editing import Asked, edited, editor_on
from compiler.commands.integrations import chosen_integration
from compiler.commands.reviewing import review_wish
from compiler.commands.translating import campaign_for, work_ahead, write_outcomes
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.translate.sheet import SheetRow, row_of
from compiler.translate.task import Task
from compiler.wiring import translator

Again = tuple[SheetRow, Task, Editor]


def translate_again(
    console: Console, root: Path, asked: Asked, row: SheetRow, integration: str | None
) -> Again | None:
    """Return an entry with another translation, None where there is none; it says why."""
    editor = editor_on(console, asked)
    who = chosen_integration(editor.scope.settings, integration)
    provider = translator(*who)
    wish = review_wish(editor, frozenset([row.reference]), (row.locale,))
    tasks = work_ahead(editor.scope, wish).tasks
    with open_ledger(root) as ledger:
        campaign = campaign_for(editor.scope, wish, tasks, who, ledger, recall=False)
        failure = ""
        if provider is not None:
            asking = Asking(campaign, provider, ledger, concurrency=1)
            failure = asking.run(lambda *_: None, len(tasks)).failure
        campaign.leave_rest(f"the provider {failure}" if failure else "there is nobody to ask")
        done = {}
        edited(
            console,
            root,
            asked,
            lambda now: done.update(write_outcomes(now, wish, campaign.outcomes)),
        )
        ledger.clear()
    for outcome in done.values():
        if outcome.made is None:
            console.result(f"  no other translation: {visible(outcome.reason)}")
            return None
    now = editor_on(console, asked)
    fresh = work_ahead(now.scope, wish).tasks
    return next(((row_of(one), one, now) for one in fresh), None)
