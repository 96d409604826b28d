"""Waivers: errors that are let pass until a day, each with a reason."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from compiler.base.finding import Finding, Severity
from compiler.base.fix import Fix, RemoveValue
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.model.waiver import Waiver
from compiler.rules.about import EXPIRED_WAIVER, UNKNOWN_RULE, UNNEEDED_WAIVER


class Waiving:
    """Lets errors pass, and remembers which waivers were needed.

    Only rules of ``waivable`` can be let pass: what could not be read or typed is not in the
    content, and would be missing from a release without a word. Of rules ``unasked`` nobody knows
    whether a waiver is needed. ``met`` are the rules and entities of all findings: one that is less
    than an error at this gate may be one at another.
    """

    def __init__(
        self,
        waivers: Sequence[Waiver],
        today: dt.date,
        *,
        known: Mapping[str, Rule],
        waivable: AbstractSet[str],
        unasked: AbstractSet[str],
        met: AbstractSet[tuple[str, str | None]],
    ) -> None:
        self._waivers = waivers
        self._today = today
        self._known = known
        self._waivable = waivable
        self._unasked = unasked
        self._met = met
        self._needed: set[int] = set()

    def settle(self, finding: Finding) -> Finding:
        """Return an error that a waiver covers as a remark, everything else as it is."""
        waivable = finding.entity is not None and finding.rule in self._waivable
        if finding.severity is not Severity.ERROR or not waivable:
            return finding
        for index, waiver in enumerate(self._waivers):
            if (waiver.rule, waiver.entity) == (finding.rule, finding.entity):
                self._needed.add(index)
                if waiver.expires >= self._today:
                    why = f"let pass until {waiver.expires}: {waiver.reason}"
                    return replace(finding, severity=Severity.INFO, hint=why, fixes=())
        return finding

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the waivers themselves, once all findings are settled."""
        for index, waiver in enumerate(self._waivers):
            if waiver.rule not in self._known:
                near = nearest(waiver.rule, self._known)
                yield UNKNOWN_RULE.at(
                    waiver.places.value("rule"),
                    f"there is no rule `{waiver.rule}`",
                    hint=f"did you mean `{near}`?" if near else "`clientarea rules` lists them",
                )
            elif waiver.rule not in self._waivable:
                yield UNNEEDED_WAIVER.at(
                    waiver.places.value("rule"),
                    f"`{waiver.rule}` cannot be let pass: what cannot be read is not published",
                    hint="mend what it was for, and remove the waiver",
                    entity=waiver.entity,
                )
            elif waiver.expires < self._today:
                yield EXPIRED_WAIVER.at(
                    waiver.places.value("rule"),
                    f"this waiver of `{waiver.rule}` ended on {waiver.expires}",
                    hint="mend what it was for and remove it, or decide anew",
                    entity=waiver.entity,
                )
            elif index not in self._needed and waiver.rule not in self._unasked:
                yield UNNEEDED_WAIVER.at(
                    waiver.places.value("rule"),
                    f"there is no error `{waiver.rule}` in `{waiver.entity}`",
                    hint="remove the waiver",
                    entity=waiver.entity,
                    fixes=self._without(waiver),
                )

    def _without(self, waiver: Waiver) -> tuple[Fix, ...]:
        if (waiver.rule, waiver.entity) in self._met:
            return ()
        return (RemoveValue(waiver.places.path, waiver.places.prefix),)
