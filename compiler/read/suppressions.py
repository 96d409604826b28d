"""Comments that silence a warning: ``clientarea: ignore <rule>[, <rule>] -- <reason>``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.document import Suppression
from compiler.read.rules import SUPPRESSION_WITHOUT_REASON

MARK = "clientarea:"
_SHAPE = re.compile(
    r"ignore[ \t]+(?P<rules>[a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)"
    r"(?:[ \t]+--[ \t]*(?P<reason>.*))?"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment addressed to us: what follows the mark, where it is, which lines it speaks of."""

    text: str
    place: Place
    lines: tuple[int, ...]


def understand(
    remarks: Sequence[Remark],
) -> tuple[tuple[Suppression, ...], tuple[Finding, ...]]:
    """Return what the remarks silence, and what is wrong with the others."""
    suppressions: list[Suppression] = []
    findings: list[Finding] = []
    for remark in remarks:
        match = _SHAPE.fullmatch(remark.text.strip())
        if match is None:
            findings.append(_not_understood(remark))
            continue
        reason = (match["reason"] or "").strip()
        rules = [rule.strip() for rule in match["rules"].split(",")]
        if not reason:
            findings.append(_without_reason(remark, rules))
            continue
        place = remark.place
        suppressions += [
            Suppression(rule, reason, place.path, place.line, place.column, remark.lines)
            for rule in rules
        ]
    return tuple(suppressions), tuple(findings)


def _not_understood(remark: Remark) -> Finding:
    return SUPPRESSION_WITHOUT_REASON.at(
        remark.place,
        "this comment silences nothing: it cannot be understood",
        hint="write `clientarea: ignore <rule> -- <reason>`",
    )


def _without_reason(remark: Remark, rules: list[str]) -> Finding:
    named = ", ".join(rules)
    return SUPPRESSION_WITHOUT_REASON.at(
        remark.place,
        "this comment silences nothing: it gives no reason",
        hint=f"write `clientarea: ignore {named} -- <reason>`",
    )
