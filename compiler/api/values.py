"""What functions of `compiler.api` return: frozen, and made of the values that commands print."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compiler.base.finding import Finding

if TYPE_CHECKING:
    from compiler.query.completeness import Completeness
    from compiler.release.plan import Plan, Refusal
    from compiler.release.releases import Row
    from compiler.release.result import Result
    from compiler.review.change import Change
    from compiler.review.visible import Seen


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings in source order, of how many entries in which active languages."""

    findings: tuple[Finding, ...]
    entities: int
    locales: tuple[str, ...]

    def passes(self, *, strict: bool = False) -> bool:
        """Tell whether nothing refuses the content; with ``strict`` a warning does."""
        from compiler.commands.outcome import refuses

        return not refuses(self.findings, strict=strict)


@dataclass(frozen=True, slots=True)
class Built:
    """What was compiled into `build/out` of which areas: nothing where ``findings`` refuse it."""

    findings: tuple[Finding, ...]
    areas: tuple[str, ...]
    bundles: int
    assets: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Status:
    """How complete languages are; ``findings`` say what may be missing from the answer."""

    completeness: "Completeness"
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes by entry, and what visitors of each area and language see different."""

    changes: "tuple[Change, ...]"
    seen: "tuple[Seen, ...]"


@dataclass(frozen=True, slots=True)
class Planned:
    """What publishing would do; ``plan`` is None where ``findings`` refuse the content."""

    findings: tuple[Finding, ...]
    plan: "Plan | Refusal | None"


@dataclass(frozen=True, slots=True)
class Published:
    """How publishing ended; ``result`` is None where ``findings`` refuse the content."""

    findings: tuple[Finding, ...]
    result: "Result | None"


@dataclass(frozen=True, slots=True)
class Logged:
    """A release as it is listed, and who wrote its commit, where Git knows."""

    row: "Row"
    author: str | None


@dataclass(frozen=True, slots=True)
class Collected:
    """What no kept release needs: a ``plan`` of what would go, or the ``result``."""

    plan: "Plan | Refusal | None"
    result: "Result | None"


@dataclass(frozen=True, slots=True)
class Added:
    """A new area or owner: its file and finished record; None where ``findings`` refuse it."""

    path: str | None
    record: Mapping[str, Any] | None
    findings: tuple[Finding, ...]
