"""Decisions about translations carried out: accepted as they are, or with other words."""

from collections.abc import Mapping
from typing import NamedTuple

from compiler.commands.translating import work_ahead
from compiler.edit.translations.writing import (
    NewLocalisation,
    NewString,
    write_localisation,
    write_strings,
)
from compiler.edit.verbs.accepting import accept
from compiler.edit.verbs.editor import Editor, StringOf
from compiler.rules.check import Senses
from compiler.translate.judging import Judge, Made, is_style
from compiler.translate.sheet import changed_parts, revised, row_of
from compiler.translate.task import EntityTarget, StringTarget, Task
from compiler.translate.wish import Wish
from compiler.wiring import template_renderer


class Decision(NamedTuple):
    """What somebody decided of an entry as it was shown: by ``digest``; ``texts`` are new ones.

    Not ``read`` is an entry of which some texts are still to be looked at.
    """

    reference: str
    locale: str
    digest: str
    texts: Mapping[str, str]
    read: bool = True


class Refused(NamedTuple):
    """A decision that was not carried out, and why."""

    decision: Decision
    reason: str


def review_wish(editor: Editor, chosen: frozenset[str] | None, locales: tuple[str, ...]) -> Wish:
    """Return the wish that has every translation of languages."""
    return Wish(editor.source, locales, chosen, editor.area, overwrite=True)


def carry_out(editor: Editor, decisions: list[Decision]) -> list[Refused]:
    """Accept or write translations on the draft; return what was refused.

    That is what is not as it was shown any more, and new words that do not pass the rules.
    """
    chosen = frozenset(one.reference for one in decisions)
    locales = tuple(dict.fromkeys(one.locale for one in decisions))
    tasks = {
        (one.reference, one.locale): one
        for one in work_ahead(editor.scope, review_wish(editor, chosen, locales)).tasks
    }
    refused: list[Refused] = []
    made: list[tuple[Decision, Made]] = []
    for decision in decisions:
        task = tasks.get((decision.reference, decision.locale))
        row = None if task is None else row_of(task)
        if task is None or row is None:
            refused.append(Refused(decision, "there is nothing of it in that language here"))
        elif row.digest != decision.digest:
            refused.append(Refused(decision, "it was changed meanwhile, and stays as it is"))
        elif changed_parts(row, decision.texts):
            made.append((decision, revised(task, decision.texts)))
        else:
            accept(editor, [decision.reference], [decision.locale])
    return [*refused, *_written(editor, made)]


def _written(editor: Editor, made: list[tuple[Decision, Made]]) -> list[Refused]:
    judge = Judge(editor.scope, Senses(renderer=template_renderer()))
    found = judge.findings([one for _, one in made])
    refused = []
    strings: list[NewString] = []
    for decision, one in made:
        against = [f for f in found[one.task.name] if not is_style([f])]
        if against:
            reasons = "; ".join(dict.fromkeys(finding.message for finding in against))
            refused.append(Refused(decision, reasons))
        else:
            strings += _write(editor, one.task, one, read=decision.read)
    write_strings(editor, strings)
    return refused


def _write(editor: Editor, task: Task, made: Made, *, read: bool) -> list[NewString]:
    target = task.target
    done = f"{'reviewed' if read else 'changed'} in `{task.locale}`"
    if isinstance(target, StringTarget):
        string = StringOf(target.namespace, target.source.label)
        editor.say_of(string, done, task.place)
        return [NewString(string, task.locale, made.texts, reviewed=read)]
    if isinstance(target, EntityTarget):
        where = target.written, task.locale, made.values, target.stamp, target.source
        write_localisation(editor, NewLocalisation(*where, reviewed=read))
        editor.say(target.written, done, task.place)
    return []
