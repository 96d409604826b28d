"""The table of rules about keys in code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compiler.base.finding import Finding, Severity
from compiler.base.place import Places
from compiler.base.rule import Rule, documented
from compiler.code.code_read import CodeRead
from compiler.rules.keys import computed, fitting, known
from compiler.rules.keys.asked import Judgement
from compiler.rules.keys.view import KeyView

Find = Callable[[KeyView, Rule], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class KeyCheck:
    """A rule about keys, with the function that finds it."""

    rule: Rule
    run: Find


def _check(rule_id: str, severity: Severity, run: Find) -> KeyCheck:
    return KeyCheck(documented(rule_id, severity, run), run)


CHECKS = (
    _check("undeclared-key", Severity.ERROR, known.undeclared_key),
    _check("unused-key", Severity.WARNING, known.unused_key),
    _check("computed-key", Severity.INFO, computed.computed_key),
    _check("unneeded-uses", Severity.WARNING, computed.unneeded_uses),
    _check("unread-code", Severity.INFO, computed.unread_code),
    _check("unpassed-argument", Severity.WARNING, fitting.unpassed_argument),
    _check("needless-argument", Severity.WARNING, fitting.needless_argument),
)
RULES = tuple(check.rule for check in CHECKS)
RULE_IDS = frozenset(rule.id for rule in RULES)


def key_findings(
    judgement: Judgement, code: CodeRead, settings_places: Places
) -> Iterator[Finding]:
    """Yield what every rule about keys finds."""
    view = KeyView(judgement, code, settings_places)
    for check in CHECKS:
        yield from check.run(view, check.rule)
