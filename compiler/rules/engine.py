"""Runs every check on content and settles what its author silenced, let pass, or set otherwise."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compiler.base.finding import Finding, Severity, in_source_order
from compiler.base.place import Places
from compiler.base.rule import Rule
from compiler.model.content import Content
from compiler.model.reference import Kind
from compiler.model.waiver import Waiver
from compiler.read.document import Suppression
from compiler.read.rules import RULES as READ_RULES
from compiler.rules.check import Scope
from compiler.rules.levels import Levels
from compiler.rules.silence import Silencer
from compiler.rules.table import CHECKS
from compiler.rules.waiving import Waiving
from compiler.settings import PROJECT_FILE, Gate, Settings


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings in source order; how many entries there are, and how many active locales."""

    findings: tuple[Finding, ...]
    entities: int
    locales: int


def judge(  # noqa: PLR0913 - all that a judgement rests on, each named at the call
    content: Content,
    settings: Settings,
    gate: Gate,
    *,
    loaded_findings: Sequence[Finding] = (),
    suppressions: Sequence[Suppression] = (),
    waivers: Sequence[Waiver] = (),
    today: dt.date,
    known_rules: Mapping[str, Rule],
    settings_places: Places | None = None,
) -> Verdict:
    """Return what there is to say about content, with what loading has found already.

    In this order: settings change what rules weigh, languages that are not enabled weigh at most a
    warning, comments and flags silence warnings, waivers let errors pass until a day.
    ``known_rules`` are all rules by id; ``settings_places`` are those of clientarea.yaml.
    """
    scope = Scope(content, settings, gate)
    checked = (one for check in CHECKS for one in check.findings(scope))
    found = [*loaded_findings, *_said_once(checked)]
    levels = Levels(settings.rules, known_rules, settings_places or Places(PROJECT_FILE))
    weighed = [_capped(content, one) for one in map(levels.weigh, found) if one is not None]
    silencer = Silencer(content, suppressions, known_rules)
    heard = [one for one in weighed if not silencer.silences(one)]
    waiving = Waiving(waivers, today, known_rules, _WAIVABLE)
    passed = [waiving.settle(one) for one in heard]
    said = [*levels.findings(), *silencer.findings(), *waiving.findings()]
    about_tool = [one for one in map(levels.weigh, said) if one is not None]
    return Verdict(
        findings=tuple(in_source_order([*passed, *about_tool])),
        entities=sum(1 for _ in _entries(scope)),
        locales=len(content.languages.active),
    )


_WAIVABLE = frozenset(check.rule.id for check in CHECKS)
_ALWAYS = frozenset(rule.id for rule in READ_RULES)


def _said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what is said again of another form or branch of the same string."""
    said: set[tuple[str, str | None, str | None, str]] = set()
    for one in findings:
        key = (one.rule, one.entity, one.locale, one.message)
        if one.entity is None or not one.entity.startswith(_STRINGS) or key not in said:
            said.add(key)
            yield one


_STRINGS = f"{Kind.TRANSLATIONS}/"


def _capped(content: Content, finding: Finding) -> Finding:
    """Make an error in a language that is not enabled a warning; a file must be readable anyway."""
    if finding.severity is not Severity.ERROR or finding.rule in _ALWAYS:
        return finding
    if not content.languages.readable or finding.locale in (None, *content.languages.enabled):
        return finding
    return replace(finding, severity=Severity.WARNING)


def _entries(scope: Scope) -> Iterator[str]:
    """Yield each entry once, however many areas vary it: a string is one, a text is one."""
    content = scope.content
    strings = {f"{catalogue.namespace}:{message.label}" for catalogue, message in scope.labels()}
    entities = {str(entity.reference) for entity in scope.entities()}
    yield from strings
    yield from entities
    yield from content.areas
    yield from content.owners
