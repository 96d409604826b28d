"""Changes for programs."""

from collections.abc import Sequence
from typing import Any

from compiler.review.change import Change
from compiler.review.visible import Seen


def changes_data(changes: Sequence[Change], seen: Sequence[Seen]) -> dict[str, Any]:
    """Return changes of entries, and what visitors see different, as JSON objects."""
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
            }
            for one in changes
        ],
        "visible": [one._asdict() for one in seen],
    }
