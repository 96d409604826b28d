"""What a translation would take, worked out before anybody is asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.model.catalogue import Standing
from compiler.ports.translator import Usage
from compiler.translate.campaign import Campaign
from compiler.translate.prompt import estimated
from compiler.translate.task import Task


@dataclass(frozen=True, slots=True)
class LanguageEstimate:
    """One language: how many entries, how they stand, what the memory has, what is to be asked."""

    entries: int = 0
    standings: Mapping[Standing, int] = field(default_factory=dict)
    known: int = 0
    requests: int = 0
    usage: Usage = field(default_factory=Usage)


def estimate_of(
    campaign: Campaign, tasks: Sequence[Task], *, asks: bool
) -> dict[str, LanguageEstimate]:
    """Return the estimate by language; without ``asks`` the provider costs nothing."""
    known = Counter(one.task.locale for one in campaign.outcomes.values())
    batches = campaign.ready() if asks else []
    found = {}
    for locale in dict.fromkeys(task.locale for task in tasks):
        requests = [one.request for one in batches if one.request.target == locale]
        usage = Usage()
        for request in requests:
            usage = usage.plus(estimated(request))
        mine = [task for task in tasks if task.locale == locale]
        found[locale] = LanguageEstimate(
            len(mine),
            Counter(task.standing for task in mine),
            known[locale],
            len(requests),
            usage,
        )
    return found
