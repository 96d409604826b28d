"""`credential end`: what came before the newest of a name holds no longer, or all of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place, Places
from compiler.base.suggest import did_you_mean
from compiler.edit.credentials.finding import area_of
from compiler.edit.verbs.editor import Deed, Editor
from compiler.edit.yaml.edits import Edit, Remove
from compiler.model.area import Area
from compiler.model.entity import Entity

Sort = Literal["token", "client"]
"""A token, or a secret of an OAuth client."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is to end: whose, and of which sort where a token and a client have one name.

    With ``every`` the newest ends, too.
    """

    area: str
    name: str
    sort: Sort | None
    every: bool


def end(editor: Editor, ending: Ending) -> None:
    """Take the hashes of old credentials away, so that nobody is let in by them any more.

    Raises UsageError for a name that there is not, RefusedError where the newest is the only one.
    """
    area = area_of(editor, ending.area)
    if _sort(area, ending) == "token":
        _end_tokens(editor, area, ending)
    else:
        _end_secrets(editor, area, ending)


def _sort(area: Entity[Area], ending: Ending) -> Sort:
    tokens = {one.name for one in area.record.tokens}
    clients = {one.id for one in area.record.oauth_clients}
    names: dict[Sort, set[str]] = {"token": tokens, "client": clients}
    sorts = [sort for sort in names if ending.sort in (None, sort) and ending.name in names[sort]]
    if len(sorts) > 1:
        raise UsageError(
            f"`{ending.area}` has a token and an OAuth client `{ending.name}`: say which with "
            "`--of token` or `--of client`"
        )
    if not sorts:
        what = {None: "credential", "token": "token", "client": "OAuth client"}[ending.sort]
        known = sorted(tokens | clients if ending.sort is None else names[ending.sort])
        hint = did_you_mean(ending.name, known) or f"it has {', '.join(known) or 'none'}"
        raise UsageError(f"`{ending.area}` has no {what} `{ending.name}`; {hint}")
    return sorts[0]


def _end_tokens(editor: Editor, area: Entity[Area], ending: Ending) -> None:
    """End tokens by their order in the file, in which `credential new` appends."""
    own = [at for at, one in enumerate(area.record.tokens) if one.name == ending.name]
    going = own if ending.every else own[:-1]
    _refuse_only(area, ending, going)
    whole = len(going) == len(area.record.tokens)
    edits: list[Edit] = [Remove(("tokens", at)) for at in reversed(going)]
    ends = [area.record.tokens[at].expires for at in going]
    places = [area.places.value("tokens", at) for at in going]
    _done(editor, area, [Remove(("tokens",))] if whole else edits, "token", ends, places[0])


def _end_secrets(editor: Editor, area: Entity[Area], ending: Ending) -> None:
    at = [one.id for one in area.record.oauth_clients].index(ending.name)
    client = area.record.oauth_clients[at]
    held = {"old_secret": client.old_secret, "secret": client.secret}
    wanted = ("old_secret", "secret") if ending.every else ("old_secret",)
    going = {key: one for key in wanted if (one := held[key]) is not None}
    _refuse_only(area, ending, tuple(going))
    edits: list[Edit] = [Remove(("oauth_clients", at, key)) for key in going]
    ends = [one.expires for one in going.values()]
    place = area.places.value("oauth_clients", at, next(iter(going)))
    _done(editor, area, edits, "secret", ends, place)


def _refuse_only(area: Entity[Area], ending: Ending, going: Sequence[object]) -> None:
    if going:
        return
    if ending.every:
        raise UsageError(f"`{ending.name}` has no secret: there is nothing to end")
    raise RefusedError(
        f"`{ending.name}` has none but its newest: `clientarea credential new {area.label} "
        f"{ending.name} --expires …` makes one to change over to; `--all` ends this one, too"
    )


def _done(
    editor: Editor,
    area: Entity[Area],
    edits: Sequence[Edit],
    what: str,
    ends: Sequence[dt.date],
    place: Place,
) -> None:
    for edit in edits:
        editor.draft.edit(Places(area.places.path), edit)
    until = " and ".join(f"{day}" for day in ends)
    several = f"{what}s" if len(ends) > 1 else f"the {what}"
    editor.done.append(Deed(str(area.reference), f"{several} until {until} taken away", place))
