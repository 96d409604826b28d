"""What keeps people from signing in after a change of an area, though its record is right. Pure."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from compiler.model.reference import Kind
from compiler.review.change import Change, What
from compiler.review.versions import Versions

_Item = Mapping[str, Any]


def sign_on_changed(change: Change, _: Versions) -> str | None:
    """People of an area sign in elsewhere than before, or are trusted by less than before.

    **Why** They cannot sign in until the other side knows it, too.

    **Bad** Another `acs_url` of `sso`; a redirect URI that an application still sends.

    **Good** The new one beside the old one; or agreed with the other side for the same moment.

    **Not flagged** What comes beside what is there: a certificate, a redirect URI, a client. Tokens
    and secrets, which are rolled by having two for a while, and ended at once where one is stolen.
    """
    part = change.part or ""
    if not change.entity.startswith(f"{Kind.AREAS}/") or change.what is What.ADDED:
        return None
    if part == "url":
        return "people sign in elsewhere until the other side knows it"
    if part not in _LOSSES:
        return None
    key, losses = _LOSSES[part]
    now = {one[key]: one for one in change.after or ()}
    lost = [
        why
        for one in change.before or ()
        for why in _lost(one[key], one, now.get(one[key]), losses)
    ]
    return "; ".join(lost) or None


_Losses = Callable[[_Item, _Item], Iterator[str]]


def _lost(name: str, before: _Item, now: _Item | None, losses: _Losses) -> Iterator[str]:
    if now is None:
        yield f"nobody signs in by `{name}` any more"
    else:
        yield from (f"`{name}` {loss}" for loss in losses(before, now))


def _of_sign_on(before: _Item, now: _Item) -> Iterator[str]:
    for key in ("protocol", "entity_id", "acs_url", "metadata", "certificate_sha256"):
        if before.get(key) is not None and before.get(key) != now.get(key):
            yield f"has another `{key}` than the identity provider knows"
    gone = [one for one in before.get("certificates", ()) if one not in now.get("certificates", ())]
    if gone:
        yield f"takes no answer any more that `{gone[0]}` signs"


def _of_client(before: _Item, now: _Item) -> Iterator[str]:
    kept = now.get("redirect_uris", ())
    for one in before.get("redirect_uris", ()):
        if one not in kept:
            yield f"is sent back to `{one}` no more"
    if now.get("pkce") and not before.get("pkce"):
        yield "has to prove its codes by PKCE"


_LOSSES: Mapping[str, tuple[str, _Losses]] = {
    "sso": ("name", _of_sign_on),
    "oauth_clients": ("id", _of_client),
}
"""By field of the record: the name of an item, and what a change of it takes away."""
