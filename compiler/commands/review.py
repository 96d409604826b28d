"""`review`: read translations entry by entry, or hand them to a translator and take them back."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from compiler.base.failure import UsageError, WorldError
from compiler.base.project_file import PROJECT_FILE
from compiler.base.visible import visible
from compiler.commands.asking_again import translate_again
from compiler.commands.editing import Asked, edited, editor_on
from compiler.commands.exits import FINE
from compiler.commands.former_sources import FormerSources
from compiler.commands.handing import hand_out, take_back
from compiler.commands.locales import listed_locales
from compiler.commands.review_editor import edited_texts
from compiler.commands.reviewing import Decision, Refused, carry_out, review_wish
from compiler.commands.translating import work_ahead
from compiler.edit.verbs.cloning import KINDS
from compiler.edit.verbs.editor import Editor
from compiler.report.console import Console
from compiler.report.sheet_text import sheet_text
from compiler.report.words import count
from compiler.rules.check import Senses
from compiler.translate.judging import Judge
from compiler.translate.sheet import SheetRow, revised, to_review
from compiler.translate.task import Task
from compiler.translate.wish import Wish
from compiler.wiring import project_folder, template_renderer

_KEYS = "accept (a), edit (e), skip (s), ask again (g), quit (q)? "


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    what: Sequence[str],
    locale: str,
    output: str | None,
    take: str | None,
    integration: str | None,
    area: str | None,
    dry_run: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Review what is stale or not reviewed; return the exit code.

    1 where something that came back is refused.
    """
    root = project_folder(project, PROJECT_FILE)
    asked = Asked(project, area, dry_run, format, ("review", *what, locale))
    editor = editor_on(console, asked)
    locales = listed_locales(locale, editor.active)
    if editor.source in locales:
        raise UsageError(f"`{editor.source}` is the source language: there is nothing to review")
    if take is not None:
        return take_back(console, root, asked, take, locales)
    tasks = work_ahead(editor.scope, _wish(editor, what, locales)).tasks
    found = list(to_review(tasks, FormerSources(root).of))
    if output is not None:
        return hand_out(console, [row for row, _ in found], output, editor.source)
    if format == "json":
        console.data({"entries": [row._asdict() for row, _ in found]})
        return FINE
    if not found:
        console.result("Nothing is stale or waits to be reviewed.")
        return FINE
    if not sys.stdin.isatty():
        raise UsageError("`review` asks on a terminal; `--output FILE.xlf` hands out a file")
    return _Session(console, root, asked, integration).run(found, editor)


def _wish(editor: Editor, what: Sequence[str], locales: tuple[str, ...]) -> Wish:
    chosen = None
    if what:
        found = editor.chosen(what, KINDS, "review")
        names = [str(one.reference) for one in found.entities]
        chosen = frozenset([*names, *(one.reference for one in found.strings)])
    return review_wish(editor, chosen, locales)


class _Session(NamedTuple):
    """A review on a terminal; every decision is written before the next is asked for."""

    console: Console
    root: Path
    asked: Asked
    integration: str | None

    def run(self, found: Sequence[tuple[SheetRow, Task]], editor: Editor) -> int:
        """Go through entries; return the exit code."""
        done = 0
        for number, (row, task) in enumerate(found, start=1):
            answer = self._one(row, task, f"{number:,} of {len(found):,}", editor)
            if answer is None:
                break
            done += answer
        self.console.result(f"{count(done, 'entry', 'entries')} reviewed.")
        return FINE

    def _one(self, row: SheetRow, task: Task, number: str, editor: Editor) -> int | None:
        """Ask about one entry; return whether it is reviewed now, None to end."""
        while True:
            self._show(row, task, number, editor)
            key = self._key()
            if key in ("q", ""):
                return None
            if key == "s":
                return 0
            try:
                if key == "g":
                    asked = self.console, self.root, self.asked, row, self.integration
                    row, task, editor = translate_again(*asked) or (row, task, editor)
                    continue
                texts: Mapping[str, str] = {} if key == "a" else edited_texts(row)
            except (UsageError, WorldError) as failure:  # the entry is still there to be decided
                self.console.result(f"  {visible(str(failure))}")
                continue
            refused = self._carried_out(Decision(row.reference, row.locale, row.digest, texts))
            if refused is None:
                return 1
            self.console.result(f"  not written: {visible(refused.reason)}")

    def _show(self, row: SheetRow, task: Task, number: str, editor: Editor) -> None:
        judge = Judge(editor.scope, Senses(renderer=template_renderer()))
        findings = judge.findings([revised(task, {})])[task.name]
        place = f"{visible(task.place.path)}:{task.place.line}"
        said = [one.message for one in findings]
        self.console.result(sheet_text(self.console, row, place, number, said))

    def _key(self) -> str:
        while True:
            self.console.out.write(_KEYS)
            self.console.out.flush()
            line = sys.stdin.readline()
            if not line:
                return ""
            key = line.strip().lower()[:1]
            if key in ("a", "e", "s", "g", "q"):
                return key

    def _carried_out(self, decision: Decision) -> Refused | None:
        refused: list[Refused] = []
        edited(
            self.console,
            self.root,
            self.asked,
            lambda editor: refused.extend(carry_out(editor, [decision])),
        )
        return refused[0] if refused else None
