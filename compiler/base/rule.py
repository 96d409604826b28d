"""A rule as its users know it: an id that reads after "allow …", a severity, a page of words."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compiler.base.finding import Finding, Note, Severity
from compiler.base.place import Place

if TYPE_CHECKING:
    from compiler.base.fix import Fix


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the table.

    ``doc`` is Markdown: a first line that says what is found, then why that is bad, an example,
    what to write instead, and what the rule does not flag. Findings of a ``fixable`` one may have
    fixes.
    """

    id: str
    severity: Severity
    doc: str
    fixable: bool = False

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.doc.partition("\n")[0]

    def at(  # noqa: PLR0913 - a finding has that many parts, and each is named at the call
        self,
        place: Place,
        message: str,
        *,
        hint: str | None = None,
        entity: str | None = None,
        locale: str | None = None,
        severity: Severity | None = None,
        fixes: "tuple[Fix, ...]" = (),
        notes: tuple[Note, ...] = (),
        hidden: bool = False,
    ) -> Finding:
        """Make a finding; ``severity`` replaces the rule's own where a gate says so."""
        return Finding(
            rule=self.id,
            severity=severity or self.severity,
            message=message,
            place=place,
            entity=entity,
            locale=locale,
            hint=hint,
            fixes=fixes,
            notes=notes,
            hidden=hidden,
        )


def documented(
    rule_id: str, severity: Severity, code: Callable[..., Any] | type, *, fixable: bool = False
) -> Rule:
    """Make a rule whose page is the docstring of the code that finds it."""
    return Rule(rule_id, severity, inspect.cleandoc(code.__doc__ or ""), fixable)
