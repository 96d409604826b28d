"""Gathering what a publish is planned from: manifests and pointers, the order in Git."""

from compiler.ports.clients import Effect
from compiler.ports.clock import Clock
from compiler.ports.history import Descent, History, HistoryError
from compiler.release.difference import Difference, contents_of
from compiler.release.log import read_record
from compiler.release.manifest import Manifest, UnreadableManifestError
from compiler.release.moving import Key
from compiler.release.offer import Offer
from compiler.release.planning import Found
from compiler.release.proposal import Order, Stamp
from compiler.release.reading import (
    both_sides,
    read_listing,
    read_manifest,
    read_purged,
    see_pointers,
)
from compiler.release.record import Record, Release
from compiler.release.target import PublishRequest, Target, World


def stamp(clock: Clock) -> Stamp:
    """Take a nonce and the time."""
    return Stamp(clock.nonce(), clock.now())


def order_of(history: History, head: Record | None, commit: str | None) -> Order:
    """Ask how a commit stands to the newest one accepted."""
    front = head.front if head else None
    if commit is None or front is None:
        return Order(None, commit or front)
    if commit == front:
        return Order(Descent.SAME_OR_LATER, front)
    descent = history.descent(commit, front)
    if descent is Descent.SAME_OR_LATER:
        return Order(descent, commit)
    # An older commit let through leaves the front where it is; another line of history takes it.
    older = history.descent(front, commit) is Descent.SAME_OR_LATER
    return Order(descent, front if older else commit)


def effect_of(
    world: World, head: Record | None, offer: Offer, request: PublishRequest
) -> Effect | None:
    """Ask what reaches applications between what is live and what is offered; None: unknown.

    Where the content is the same nothing does, and nobody has to be asked.
    """
    if head is None or not head.live or contents_of(head.release.areas) == offer.contents:
        return Effect()
    if head.release.commit is None:
        return None
    now = None if offer.origin is None else request.commit
    try:
        return world.clients.effect(head.release.commit, now)
    except HistoryError:
        return None


def gather(target: Target, head: Record | None, diff: Difference, *, moving: bool) -> Found:
    """Read what differs: the live manifests, and where pointers are to move, those too."""
    keys = both_sides([*diff.changed, *diff.going]) if moving else []
    seen = see_pointers(target, keys)
    live: dict[Key, Manifest] = {}
    lost: set[Key] = set()
    for area, side in both_sides(diff.changed):
        key = (area, side)
        if head is None or area not in head.release.areas:
            continue
        try:
            if side in diff.changed[area]:
                live[key] = read_manifest(target.private, head.release.areas[area].side(side))
            elif moving:
                live[key] = read_listing(target, head, key, seen[key])
        except UnreadableManifestError:
            lost.add(key)
    return Found(live, seen, read_purged(target.private, head), frozenset(lost))


def names_purged(target: Target, head: Record | None, offer: Offer) -> bool:
    """Tell whether content names what was taken down, from under the live release or before it."""
    if head is None or head.purged is None:
        return False
    return not read_purged(target.private, head).isdisjoint(offer.named())


def staged_content(target: Target, head: Record | None) -> Release | None:
    """Return the content of a staged release that is newer than the live one, if there is one."""
    if head is None or head.staged is None or head.staged < head.live:
        return None
    record = head if head.number == head.staged else read_record(target.private, head.staged)
    return record.stored
