"""Changes for programs."""

from collections.abc import Callable, Sequence
from typing import Any

from compiler.review.change import Change
from compiler.review.reaching import Reach
from compiler.review.visible import Seen


def changes_data(
    changes: Sequence[Change], seen: Sequence[Seen], reach: Callable[[Change], Reach | None]
) -> dict[str, Any]:
    """Return changes of entries, and what visitors see different, as JSON objects.

    ``areas`` are those that a change reaches; null for one of a single area, and without areas.
    """
    return {
        "changes": [
            {
                "entity": one.entity,
                "what": one.what.value,
                "area": one.area,
                "locale": one.locale,
                "part": one.part,
                "before": one.before,
                "after": one.after,
                "weight": one.weight.value,
                "rule": one.rule,
                "reason": one.reason,
                "areas": None if (reached := reach(one)) is None else list(reached.sees),
            }
            for one in changes
        ],
        "visible": [one._asdict() for one in seen],
    }
