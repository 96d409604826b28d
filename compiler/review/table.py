"""The table of history rules: each looks at two versions, and not at one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compiler.base.finding import Finding, Severity
from compiler.base.rule import Rule, documented
from compiler.review import asked, deletions, promises, replaced
from compiler.review.versions import Versions

Find = Callable[[Versions, Rule], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class HistoryCheck:
    """A rule about two versions, with the function that finds it."""

    rule: Rule
    run: Find


def _check(rule_id: str, run: Find, severity: Severity = Severity.ERROR) -> HistoryCheck:
    return HistoryCheck(documented(rule_id, severity, run), run)


CHECKS = (
    _check("deleted-locked-text", deletions.deleted_locked_text),
    _check("deleted-active-template", deletions.deleted_active_template),
    _check("deleted-active-document", deletions.deleted_active_document),
    _check("deleted-default-status", deletions.deleted_default_status),
    _check("deleted-used-entry", deletions.deleted_used_entry),
    _check("deleted-computed-key", asked.deleted_computed_key, Severity.WARNING),
    _check("disabled-language", deletions.disabled_language),
    _check("removed-consumed-key", deletions.removed_consumed_key),
    _check("changed-level-type", promises.changed_level_type),
    _check("renamed-label", promises.renamed_label),
    _check("changed-channel", promises.changed_channel),
    _check("removed-variable", promises.removed_variable),
    _check("newly-required-variable", promises.newly_required_variable),
    _check("replaced-pdf", replaced.replaced_pdf),
)
RULES = tuple(check.rule for check in CHECKS)
RULE_IDS = frozenset(rule.id for rule in RULES)


def history_findings(versions: Versions) -> Iterator[Finding]:
    """Yield what every history rule finds."""
    for check in CHECKS:
        yield from check.run(versions, check.rule)
