"""The ladder of gates: what weighs how much, and in which languages it is asked."""

from collections.abc import Iterator

from compiler.base.finding import Severity
from compiler.base.gate import Gate
from compiler.model.reference import Kind
from compiler.rules.assessment import Assessment, assess_entities
from compiler.rules.check import Scope
from compiler.rules.strings import CatalogueAssessment, assess_strings

MISSING_WEIGHT = {
    Gate.DRAFT: Severity.WARNING,
    Gate.COMPLETE: Severity.ERROR,
    Gate.REVIEWED: Severity.ERROR,
}
BEHIND_WEIGHT = {
    Gate.DRAFT: Severity.INFO,
    Gate.COMPLETE: Severity.WARNING,
    Gate.REVIEWED: Severity.ERROR,
}


def enabled_entities(scope: Scope) -> Iterator[Assessment]:
    """Yield what was assessed of entities in enabled languages."""
    return (one for one in scope.once(assess_entities) if one.locale in scope.enabled)


def enabled_catalogues(scope: Scope) -> Iterator[CatalogueAssessment]:
    """Yield what was assessed of catalogues in enabled languages."""
    return (one for one in scope.once(assess_strings) if one.locale in scope.enabled)


def weight_behind(scope: Scope, found: Assessment) -> Severity:
    """Return the weight of an entity that is behind its source.

    What no gate demands is a remark in an inactive template, a warning at most elsewhere.
    """
    weight = BEHIND_WEIGHT[scope.gate]
    if found.counted:
        return weight
    if found.written.kind is Kind.TEMPLATES:
        return Severity.INFO
    return Severity.WARNING if weight is Severity.ERROR else weight
