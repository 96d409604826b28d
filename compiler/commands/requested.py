"""A check that is asked for more: what code asks for, what was taken away, where links lead."""

from dataclasses import replace
from functools import cache

from compiler.base.gate import Gate
from compiler.commands.code_reading import read_code
from compiler.commands.code_state import state_of
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.kept_outcome import Question
from compiler.commands.key_findings import about_keys
from compiler.commands.opening import Project
from compiler.load.loading import load
from compiler.review.table import RULE_IDS as HISTORY_RULES
from compiler.rules.online.table import RULE_IDS as LINK_RULES


def judge_requested(project: Project, question: Question, gate: Gate) -> Judged:
    """Judge the project's files, with what else was asked. Raises HistoryError."""
    more, asked = question.known, frozenset[str]()
    code = cache(lambda: read_code(project))
    if question.base is None:
        loaded = load(project.snapshot)
    else:
        from compiler.commands.comparing import taken_away

        loaded, found = taken_away(project, question.base, code)
        more, asked = (*more, *found), HISTORY_RULES
    keys = about_keys(project, loaded.content, code, more)
    more, asked = (*more, *keys.findings), asked | keys.rules
    if question.online:
        from compiler.commands.auditing import audited

        more, asked = (*more, *audited(loaded)), asked | LINK_RULES
    judged = judge_loaded(project, loaded, gate, more, keep=True, asked=asked)
    if not project.settings.code:
        return replace(judged, lasting=not question.online)
    lasting = code().readable and not question.online
    return replace(judged, lasting=lasting, code=state_of(code()))
