"""A check that is asked for more: what code asks for, what was taken away, where links lead."""

from dataclasses import replace
from functools import cache

from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.code.code_read import CodeRead
from compiler.commands.code_reading import read_code
from compiler.commands.code_state import state_of
from compiler.commands.judging import Judged, judge_loaded, settings_places
from compiler.commands.kept_outcome import Question
from compiler.commands.opening import Project
from compiler.load.loading import Loaded, load
from compiler.review.table import RULE_IDS as HISTORY_RULES
from compiler.rules.keys.judging import judge
from compiler.rules.keys.table import RULE_IDS as KEY_RULES
from compiler.rules.keys.table import key_findings
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
    if project.settings.code:
        more, asked = (*more, *about_keys(project, loaded, code(), more)), asked | KEY_RULES
    if question.online:
        from compiler.commands.auditing import audited

        more, asked = (*more, *audited(loaded)), asked | LINK_RULES
    judged = judge_loaded(project, loaded, gate, more, keep=True, asked=asked)
    if not project.settings.code:
        return replace(judged, lasting=not question.online)
    lasting = code().readable and not question.online
    return replace(judged, lasting=lasting, code=state_of(code()))


def about_keys(
    project: Project, loaded: Loaded, code: CodeRead, known: tuple[Finding, ...] = ()
) -> tuple[Finding, ...]:
    """Return what there is to say about keys in code, but for places that are ``known``."""
    said = {(one.place, one.entity) for one in known}
    found = key_findings(judge(loaded.content, code), code, settings_places(project))
    return tuple(one for one in found if (one.place, one.entity) not in said)
