"""Waivers: errors let pass for a while, with a reason and an end."""

import datetime as dt
from dataclasses import dataclass

from pydantic import Field

from compiler.base.place import Places
from compiler.model.record import IsoDate, OneLine, Record


class WaiverRecord(Record):
    """One error that may pass until a day."""

    rule: OneLine = Field(examples=["changed-url"], description="The id of the rule.")
    entity: OneLine = Field(
        examples=["texts/legal.terms"], description="What the finding is about: `kind/label`."
    )
    reason: OneLine = Field(examples=["agreed with the owner"], description="Why it may pass.")
    expires: IsoDate = Field(examples=["2027-01-31"], description="The last day on which it holds.")


class WaiverFile(Record):
    """waivers.yaml: errors let pass for a while."""

    waivers: list[WaiverRecord] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver; ``places`` addresses ``rule``, ``entity``, ``reason``, ``expires``.

    It holds up to and including the day ``expires``.
    """

    rule: str
    entity: str
    reason: str
    expires: dt.date
    places: Places
