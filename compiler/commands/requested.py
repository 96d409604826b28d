"""A check that is asked for more: what was taken away since a revision, where links lead."""

from dataclasses import replace

from compiler.base.gate import Gate
from compiler.commands.auditing import audited
from compiler.commands.comparing import taken_away
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.kept_outcome import Question
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.review.table import RULE_IDS as HISTORY_RULES
from compiler.rules.online.table import RULE_IDS as LINK_RULES


def judge_requested(project: Project, question: Question, gate: Gate) -> Judged:
    """Judge the project's files, with what else was asked. Raises HistoryError."""
    more, asked, lasting = question.known, frozenset[str](), not question.online
    if question.base is None:
        loaded = load(project.snapshot)
    else:
        loaded, found, same = taken_away(project, question.base)
        more, asked, lasting = (*more, *found), HISTORY_RULES, lasting and same
    if question.online:
        more, asked = (*more, *audited(loaded)), asked | LINK_RULES
    judged = judge_loaded(project, loaded, gate, more, keep=True, asked=asked)
    return replace(judged, lasting=lasting)
