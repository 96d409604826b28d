"""A plan kept in a file: what was looked at is what is done, or nothing is.

It says after which record of the target it is made, with which options, and every step. Whoever
carries it out plans again: where the outcome differs in anything, that is refused.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from compiler.base.finding import Severity
from compiler.base.gate import Gate
from compiler.release.committing import Planner
from compiler.release.explain import plan_data
from compiler.release.plan import Plan, Refusal, refusal
from compiler.release.record import Record
from compiler.release.result import Remark

VERSION = 1


@dataclass(frozen=True, slots=True)
class Options:
    """With which options a plan was made; whoever carries it out has no say in them."""

    gate: Gate
    staged: bool
    allow_older: bool
    allow_dirty: bool
    yes: bool
    pseudo: bool

    @property
    def flags(self) -> dict[str, bool]:
        """The options but for the gate, as the command line names them."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != "gate"}


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a file says: the target, the nonce of the record that the plan comes after, the plan."""

    target: str
    after: str | None
    options: Options
    plan: Mapping[str, Any]


class UnreadablePlanError(Exception):
    """A file is not a plan; ``str()`` continues "`file` …"."""


def plan_text(target: str, planned: Plan, options: Options) -> str:
    """Return a plan as the text of a file."""
    data = {
        "version": VERSION,
        "target": target,
        "after": planned.after,
        "options": {"gate": options.gate.value, **options.flags},
        "plan": _comparable(target, planned),
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n"


def parse_plan(text: str) -> PlanFile:
    """Read the text of a file. Raises UnreadablePlanError."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise UnreadablePlanError("was written by another version of clientarea; plan again")
        given = dict(data["options"])
        flags = {one.name: given[one.name] is True for one in fields(Options)}
        options = Options(**{**flags, "gate": Gate(given["gate"])})  # type: ignore[arg-type]
        after = data["after"]
        return PlanFile(
            str(data["target"]), None if after is None else str(after), options, dict(data["plan"])
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadablePlanError("is not a plan: `clientarea plan --out` writes one") from error


def exactly(planner: Planner, target: str, told: PlanFile) -> Planner:
    """Return a planner that refuses whatever is not the plan that was told."""

    def plan(head: Record | None) -> Plan | Refusal:
        if (head.nonce if head else None) != told.after:
            now = f"record {head.number} stands there now" if head else "its log is empty now"
            words = f"`{target}` has moved since the plan: {now}"
            return refusal(head, (_outdated(target, words),))
        planned = planner(head)
        if isinstance(planned, Refusal):
            return planned
        if _comparable(target, planned) != told.plan:
            words = "the content is not the one that was planned"
            return refusal(head, (_outdated(target, words),))
        return planned

    return plan


def _comparable(target: str, planned: Plan) -> dict[str, Any]:
    """Return a plan for programs, without what somebody else has to finish before, and words."""
    data = plan_data(target, replace(planned, before=()))
    found: dict[str, Any] = json.loads(json.dumps({**data, "findings": []}))
    return found


def _outdated(target: str, words: str) -> Remark:
    hint = f"`clientarea plan {target} --out FILE` makes a new plan to look at"
    return Remark("plan-outdated", Severity.ERROR, words, hint)
