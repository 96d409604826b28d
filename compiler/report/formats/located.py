"""What every format for hosts needs of findings: an order of importance, and a name that lasts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from posixpath import normpath

from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.base.place import Place

_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where findings are shown.

    ``prefix`` is the way from the top of the repository to the project. ``changed`` has the lines
    of a change, from 1, by path seen from the project; nothing where nobody knows them.
    """

    prefix: str = ""
    changed: Mapping[str, AbstractSet[int]] = field(default_factory=dict)

    def path(self, finding: Finding) -> str:
        """Return the path of a finding seen from the top of the repository."""
        return self.path_of(finding.place)

    def path_of(self, place: Place) -> str:
        """Return the path of a place seen from the top; code may lie beside the project."""
        return normpath(f"{self.prefix}/{place.path}") if self.prefix else place.path

    def is_changed(self, finding: Finding) -> bool:
        """Tell whether a finding is on a line that has changed."""
        return finding.place.line in self.changed.get(finding.place.path, ())


def by_importance(findings: Sequence[Finding], around: Surroundings) -> list[Finding]:
    """Return findings: those on changed lines first, then by weight; else in their order."""
    return sorted(findings, key=lambda one: importance(one, around))


def importance(finding: Finding, around: Surroundings) -> tuple[bool, int]:
    """Return what a finding is sorted by: changed lines first, then its weight."""
    return not around.is_changed(finding), finding.severity.rank


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return a name for each finding (32 hex digits) that outlives moved lines.

    The same said twice of a file has two names, by their order.
    """
    seen = Counter[str]()
    names = []
    for one in findings:
        said = [one.rule, one.place.path, one.entity, one.locale, one.message]
        key = sha256(canonical_json(said))
        seen[key] += 1
        again = f"{key} {seen[key]}" if seen[key] > 1 else key
        names.append(sha256(again.encode())[:_LENGTH])
    return names
