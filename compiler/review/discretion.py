"""What changes is told without the secrets that stand in it, before and now."""

import re
from dataclasses import replace
from typing import Any

from compiler.review.change import Change
from compiler.review.visible import Seen
from compiler.secrets.literals import HIDDEN, concealed
from compiler.secrets.names import names_a_secret
from compiler.secrets.randomness import looks_random

_STEPS = re.compile(r"[./:]")


def discreet_change(change: Change) -> Change:
    """Return the same change, fit for whoever may not see the secrets themselves."""
    secret = _is_named(change.entity, change.part)
    before, after = _shown(change.before, secret=secret), _shown(change.after, secret=secret)
    if (before, after) == (change.before, change.after):
        return change
    return replace(change, before=before, after=after)


def discreet_seen(seen: Seen) -> Seen:
    """Do the same to what visitors see."""
    secret = _is_named(seen.entity, seen.part)
    return seen._replace(
        before=_shown(seen.before, secret=secret), after=_shown(seen.after, secret=secret)
    )


def _is_named(entity: str, part: str | None) -> bool:
    """Tell whether a value is of a field, or of a string, that is named like a secret."""
    return any(map(names_a_secret, _STEPS.split(f"{entity}.{part or ''}")))


def _shown(value: Any, *, secret: bool) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return {
            key: _shown(inner, secret=secret or names_a_secret(str(key)))
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_shown(inner, secret=secret) for inner in value]
    if not isinstance(value, str):
        return value
    return HIDDEN if secret and looks_random(value) else concealed(value)
