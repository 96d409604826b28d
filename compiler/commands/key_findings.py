"""What rules about keys find, wherever content is judged and the settings say where code is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from compiler.base.finding import Finding
from compiler.commands.judging import settings_places
from compiler.commands.opening import Project
from compiler.model.content import Content
from compiler.rules.keys.judging import judge
from compiler.rules.keys.table import RULE_IDS, key_findings

if TYPE_CHECKING:
    from compiler.code.code_read import CodeRead


class KeyFindings(NamedTuple):
    """What was found, and the rules that were asked for; neither where no code is named."""

    findings: tuple[Finding, ...] = ()
    rules: frozenset[str] = frozenset()


AboutKeys = Callable[[tuple[Finding, ...]], KeyFindings]
"""Tells what there is to say beside what is known."""


def no_keys(_: tuple[Finding, ...]) -> KeyFindings:
    """Return that nobody asked."""
    return KeyFindings()


def about_keys(
    project: Project,
    content: Content,
    code: "Callable[[], CodeRead]",
    known: tuple[Finding, ...] = (),
) -> KeyFindings:
    """Return what there is to say about keys in code, but for places that are ``known``.

    ``code`` reads it. Raises HistoryError where Git cannot be asked which files are code.
    """
    if not project.settings.code:
        return KeyFindings()
    said = {(one.place, one.entity) for one in known}
    read = code()
    found = key_findings(judge(content, read), read, settings_places(project))
    return KeyFindings(tuple(one for one in found if (one.place, one.entity) not in said), RULE_IDS)
