"""Source texts that differ in one word only, and by it say the opposite, or another number."""

from collections.abc import Sequence
from typing import Final

_PAIRS: Final = """
    enable disable, enabled disabled, show hide, shown hidden, lock unlock, locked unlocked,
    allow deny, allow forbid, accept reject, accepted rejected, accept decline, approve reject,
    approved rejected, start stop, start end, begin end, before after, minimum maximum, min max,
    increase decrease, first last, more less, more fewer, deposit withdraw, deposit withdrawal,
    buy sell, valid invalid, success failure, succeeded failed, successful failed, on off, in out,
    yes no, open close, open closed, up down, left right, top bottom, ascending descending,
    connect disconnect, connected disconnected, subscribe unsubscribe, activate deactivate,
    active inactive, public private, include exclude, included excluded, mute unmute, add remove,
    next previous, older newer, old new, above below, greater smaller, online offline, read write,
    select deselect, expand collapse, follow unfollow, pin unpin, archive unarchive
"""
_OPPOSITES: Final = frozenset(frozenset(pair.split()) for pair in _PAIRS.split(",") if pair.strip())


def opposed(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether two texts, as lower-case words, differ in one word that makes the opposite."""
    if len(ours) == len(theirs):
        differing = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
        if len(differing) == 1:
            one, two = differing[0]
            return frozenset((one, two)) in _OPPOSITES or _other_numbers(one, two)
        return False
    longer, shorter = (ours, theirs) if len(ours) > len(theirs) else (theirs, ours)
    if len(longer) - len(shorter) != 1 or "not" not in longer:
        return False
    return [word for word in longer if word != "not"] == list(shorter)


def _other_numbers(one: str, two: str) -> bool:
    return one.isdigit() and two.isdigit()
