"""The rule about secrets that come to their end; and the words for it."""

import datetime as dt
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.spots import Route
from compiler.model.area import Area
from compiler.rules.check import Scope

SOON = 30
"""Days before an end at which it is told: time enough to have something issued."""


def when(ends: dt.date, today: dt.date) -> str:
    """Return when something ends, as the end of a sentence."""
    days = (ends - today).days
    if days < 0:
        return f"ended on {ends}"
    if days == 0:
        return f"ends today, {ends}"
    return f"ends on {ends}, in {days} day{'s' if days > 1 else ''}"


def expiring_credential(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A token or an OAuth client's secret ends within 30 days, or has ended.

    **Why** Whoever uses it is turned away from that day on. `check --today 2027-01-31` says what
    will be found then.

    **Bad** (today is 2026-12-15)

    ```yaml
    tokens: [{name: mailer, scopes: [templates.read], verifier: "sha256:…", expires: 2026-12-31}]
    ```

    **Good** A new one beside it; the old one goes when nobody uses it any more.

    ```
    clientarea credential new acme-portal mailer --scopes templates.read --expires 2027-12-31
    ```

    **Not flagged** One beside another of the same name that holds for longer.
    """
    today = scope.senses.today
    for area in scope.content.areas.values() if today is not None else ():
        for name, held in _held(area.record.record).items():
            route, ends = max(held, key=lambda one: one[1])
            if today is not None and (ends - today).days <= SOON:
                verb = f"`clientarea credential new {area.record.label} {name} --expires …`"
                renewed = f"{verb} makes a new one, beside which this one goes on until then"
                yield rule.at(
                    area.record.places.value(*route, "expires"),
                    f"`{name}` {when(ends, today)}",
                    hint=renewed if ends >= today else f"remove it; {verb} makes a new one",
                    entity=str(area.record.reference),
                )


def _held(area: Area) -> dict[str, list[tuple[Route, dt.date]]]:
    """Return by name what proves it, each with its route and its end."""
    held: dict[str, list[tuple[Route, dt.date]]] = {}
    for index, token in enumerate(area.tokens):
        held.setdefault(token.name, []).append((("tokens", index), token.expires))
    for index, client in enumerate(area.oauth_clients):
        for key, secret in (("secret", client.secret), ("old_secret", client.old_secret)):
            if secret is not None:
                route: Route = ("oauth_clients", index, key)
                held.setdefault(client.id, []).append((route, secret.expires))
    return held
