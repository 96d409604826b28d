"""Rules about area records."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.spots import Route
from compiler.model.area import Area
from compiler.rules.check import Scope


def shared_address(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two areas have one address.

    **Why** A visitor of that address can see only one of them.

    **Bad**

    ```yaml
    url: https://portal.acme.example      # areas/portal/area.yaml
    url: https://portal.acme.example/     # areas/shop/area.yaml
    ```

    **Good**

    ```yaml
    url: https://portal.acme.example
    url: https://shop.acme.example
    ```

    **Not flagged** Two paths on one host.
    """
    seen: dict[tuple[str, str, str], tuple[str, Place]] = {}
    for name, area in scope.content.areas.items():
        address = urlsplit(area.record.record.url)
        port = address.port or _PORTS[address.scheme]
        key = (f"{address.hostname}:{port}", address.path.rstrip("/"), address.query)
        place = area.record.places.value("url")
        if key in seen:
            other, where = seen[key]
            yield rule.at(
                place,
                f"`{name}` has the address of `{other}`",
                entity=str(area.record.reference),
                notes=(Note(f"`{other}`", where),),
            )
        seen.setdefault(key, (name, place))


_PORTS = {"https": 443, "http": 80}


def duplicate_credential(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two sign-ons or OAuth clients of an area have one name, or more than two tokens.

    **Why** They are looked up by name; only one of them would work. Of a token there may be two,
    while whoever holds the old one changes over to the new one.

    **Bad**

    ```yaml
    oauth_clients:
      - {id: portal, redirect_uris: ["https://portal.acme.example/cb"]}
      - {id: portal, redirect_uris: ["https://portal.acme.example/renew"]}
    ```

    **Good**

    ```yaml
    oauth_clients:
      - id: portal
        redirect_uris: ["https://portal.acme.example/cb", "https://portal.acme.example/renew"]
    ```

    **Not flagged** The same name in two areas, or for a token and an OAuth client.
    """
    for area in scope.content.areas.values():
        for group, key, names, most in _credential_names(area.record.record):
            for index, name in enumerate(names):
                if names[:index].count(name) >= most:
                    often = "twice" if most == 1 else f"more than {most} times"
                    yield rule.at(
                        area.record.places.value(group, index, key),
                        f"`{name}` stands {often} in `{group}`",
                        entity=str(area.record.reference),
                    )


_WHILE_ROTATED = 2


def _credential_names(area: Area) -> Iterator[tuple[str, str, list[str], int]]:
    """Yield lists, the key of a name in them, the names, and how often one may be there."""
    yield "sso", "name", [one.name for one in area.sso], 1
    yield "oauth_clients", "id", [one.id for one in area.oauth_clients], 1
    yield "tokens", "name", [one.name for one in area.tokens], _WHILE_ROTATED


def shared_secret(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two credentials have one hash: whoever has the secret of one has that of the other.

    **Why** The back office knows a token by its hash. With two of them nobody can tell what its
    holder may read, and to end the one lets the holder in by the other.

    **Bad** (copied together with the rest of its lines)

    ```yaml
    tokens:
      - {name: widget, scopes: [analytics.read], verifier: "sha256:3f9a…", expires: 2027-01-31}
      - {name: mailer, scopes: [templates.read], verifier: "sha256:3f9a…", expires: 2027-01-31}
    ```

    **Good** A secret of its own for each: `clientarea credential new AREA mailer …` makes one.

    **Not flagged** Names that are the same in two areas.
    """
    seen: dict[str, tuple[str, Place]] = {}
    for area in scope.content.areas.values():
        record = area.record
        for route, name, verifier in _verifiers(record.record):
            place = record.places.value(*route)
            if verifier in seen:
                other, where = seen[verifier]
                there = "" if where.path == place.path else f", `{where.path}`"
                yield rule.at(
                    place,
                    f"`{name}` has the secret of `{other}`{there}",
                    hint="give it one of its own: take this one out, and run "
                    f"`clientarea credential new {record.label} {name} --expires …`",
                    entity=str(record.reference),
                    notes=(Note(f"`{other}`", where),),
                )
            seen.setdefault(verifier, (name, place))


def _verifiers(area: Area) -> Iterator[tuple[Route, str, str]]:
    """Yield where the hash of each credential is, whose it is, and the hash."""
    for index, token in enumerate(area.tokens):
        yield ("tokens", index, "verifier"), token.name, token.verifier
    for index, client in enumerate(area.oauth_clients):
        for key, secret in (("secret", client.secret), ("old_secret", client.old_secret)):
            if secret is not None:
                yield ("oauth_clients", index, key, "verifier"), client.id, secret.verifier
