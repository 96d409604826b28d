"""What settings make of the weight of rules: warnings go up and down, errors stay errors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from compiler.base.finding import Finding, Severity
from compiler.base.place import Places
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.rules.about import LOWERED_ERROR, UNKNOWN_RULE
from compiler.settings import RuleLevel


@dataclass(frozen=True, slots=True)
class Levels:
    """The `rules` of clientarea.yaml, by rule id."""

    wanted: Mapping[str, RuleLevel]
    known: Mapping[str, Rule]
    places: Places

    def weigh(self, finding: Finding) -> Finding | None:
        """Return a finding with the weight the settings give it, None where they switch it off."""
        level = self.wanted.get(finding.rule)
        if level is None or finding.severity is Severity.ERROR:
            return finding
        return None if level == "off" else replace(finding, severity=Severity(level))

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the settings themselves."""
        for rule_id, level in self.wanted.items():
            rule = self.known.get(rule_id)
            if rule is None:
                near = nearest(rule_id, self.known)
                yield UNKNOWN_RULE.at(
                    self.places.key("rules", rule_id),
                    f"there is no rule `{rule_id}`",
                    hint=f"did you mean `{near}`?" if near else "`clientarea rules` lists them",
                )
            elif rule.severity is Severity.ERROR and level != "error":
                yield LOWERED_ERROR.at(
                    self.places.value("rules", rule_id),
                    f"`{rule_id}` is an error, and cannot be made `{level}`",
                    hint="a single one is let pass for a while in waivers.yaml",
                )
