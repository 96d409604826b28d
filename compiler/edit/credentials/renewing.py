"""`credential new`: a token, or the secret of an OAuth client, beside the one that still holds."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from compiler.base.failure import UsageError
from compiler.base.place import Places
from compiler.base.suggest import did_you_mean
from compiler.edit.credentials.finding import area_of
from compiler.edit.verbs.editor import Deed, Editor
from compiler.edit.yaml.edits import Edit, InsertItem, Put, Remove
from compiler.load.shape import keys_of
from compiler.model.area import Area
from compiler.model.credentials import OAuthClient
from compiler.model.entity import Entity
from compiler.model.scopes import ScopeName
from compiler.read.yaml import read_yaml

_AT_ONCE = 2
"""How many of one name may hold while their users change over."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made: whose, with which scopes, until when; ``verifier`` is its hash."""

    area: str
    name: str
    scopes: Sequence[str] | None
    expires: dt.date
    verifier: str


def renew(editor: Editor, wish: Wish, today: dt.date) -> None:
    """Add a token, or give an OAuth client a new secret, by the hash of what is printed once.

    What has ended of the same name goes. Raises UsageError where two hold already, for an area or
    scope that there is not, and for an end that has passed.
    """
    area = area_of(editor, wish.area)
    if wish.expires <= today:
        raise UsageError(f"`--expires {wish.expires}` is too early: choose a day after {today}")
    clients = [client.id for client in area.record.oauth_clients]
    if wish.name in clients and wish.scopes is None:
        _renew_client(editor, area, clients.index(wish.name), wish, today)
    else:
        _add_token(editor, area, wish, today)


def _add_token(editor: Editor, area: Entity[Area], wish: Wish, today: dt.date) -> None:
    own = [(n, one) for n, one in enumerate(area.record.tokens) if one.name == wish.name]
    valid = [token for _, token in own if token.expires >= today]
    scopes = wish.scopes or (list(valid[-1].scopes) if valid else None)
    if scopes is None:
        raise UsageError(f"`{wish.name}` is new: say with `--scopes` what it may read")
    for scope in scopes:
        if scope not in get_args(ScopeName):
            known = get_args(ScopeName)
            hint = did_you_mean(scope, known) or f"they are {', '.join(known)}"
            raise UsageError(f"there is no scope `{scope}`; {hint}")
    if len(valid) >= _AT_ONCE:
        raise UsageError(
            f"two tokens `{wish.name}` hold already, until {valid[0].expires} and "
            f"{valid[1].expires}: once nobody uses the older one any more, "
            f"`clientarea credential end {area.label} {wish.name}` takes it away"
        )
    value = {"name": wish.name, "scopes": list(dict.fromkeys(scopes)), **_proof(wish)}
    ended = [index for index, token in own if token.expires < today]
    edits: list[Edit] = [Remove(("tokens", index)) for index in reversed(ended)]
    if len(ended) < len(area.record.tokens):
        edits.append(InsertItem(("tokens",), value))
    else:
        edits = [Put(("tokens",), [value], keys_of(Area))]
    _done(editor, area, edits, f"a token that holds until {wish.expires}{_beside(len(valid))}")


def _renew_client(
    editor: Editor, area: Entity[Area], index: int, wish: Wish, today: dt.date
) -> None:
    client = area.record.oauth_clients[index]
    old, older = client.secret, client.old_secret
    if older is not None and older.expires >= today:
        raise UsageError(
            f"two secrets of `{client.id}` hold already: once nobody uses the old one any more, "
            f"`clientarea credential end {area.label} {client.id}` takes it away"
        )
    order = keys_of(OAuthClient)
    route = ("oauth_clients", index)
    edits: list[Edit] = [Put((*route, "secret"), _proof(wish), order)]
    holds = old is not None and old.expires >= today
    if old is not None and holds:
        before = {"verifier": old.verifier, "expires": old.expires.isoformat()}
        edits.append(Put((*route, "old_secret"), before, order))
    elif older is not None:
        edits.append(Remove((*route, "old_secret")))
    _done(editor, area, edits, f"a secret that holds until {wish.expires}{_beside(int(holds))}")


def _proof(wish: Wish) -> dict[str, Any]:
    return {"verifier": wish.verifier, "expires": wish.expires.isoformat()}


def _beside(valid: int) -> str:
    return ", beside the one before" if valid else ""


def _done(editor: Editor, area: Entity[Area], edits: Sequence[Edit], message: str) -> None:
    for edit in edits:
        editor.draft.edit(Places(area.places.path), edit)
    data = editor.draft.data(area.places.path) or b""
    route = edits[-1].route
    place = read_yaml(area.places.path, data).places.value(*route)
    editor.done.append(Deed(str(area.reference), message, place))
