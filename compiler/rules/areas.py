"""Rules about area records."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
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
        key = (address.netloc.lower(), address.path.rstrip("/"), address.query)
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


def duplicate_credential(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two sign-ons, OAuth clients or tokens of an area have one name.

    **Why** They are looked up by name; only one of them would work.

    **Bad**

    ```yaml
    tokens:
      - {name: analytics, scopes: [analytics.read], verifier: "sha256:…", expires: 2027-01-01}
      - {name: analytics, scopes: [texts.read], verifier: "sha256:…", expires: 2027-01-01}
    ```

    **Good**

    ```yaml
    tokens:
      - {name: analytics, scopes: [analytics.read], verifier: "sha256:…", expires: 2027-01-01}
      - {name: reader, scopes: [texts.read], verifier: "sha256:…", expires: 2027-01-01}
    ```

    **Not flagged** The same name in two areas, or for a token and an OAuth client.
    """
    for area in scope.content.areas.values():
        for group, key, names in _credential_names(area.record.record):
            for index, name in enumerate(names):
                if name in names[:index]:
                    yield rule.at(
                        area.record.places.value(group, index, key),
                        f"`{name}` stands twice in `{group}`",
                        entity=str(area.record.reference),
                    )


def _credential_names(area: Area) -> Iterator[tuple[str, str, list[str]]]:
    yield "sso", "name", [one.name for one in area.sso]
    yield "oauth_clients", "id", [one.id for one in area.oauth_clients]
    yield "tokens", "name", [one.name for one in area.tokens]
