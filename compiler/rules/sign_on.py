"""Rules about signing in: addresses that must be safe, proofs that must be asked for, scopes."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.spots import Route
from compiler.model.area import Area
from compiler.model.scopes import SCOPES
from compiler.rules.check import Scope

_WITHOUT_TLS = "http"
_LOCALHOST = "localhost"


def unencrypted_address(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An address of an area begins with `http://`.

    **Why** Whoever is on the way reads along: passwords, codes, answers of the identity provider.

    **Bad**

    ```yaml
    url: http://portal.acme.example
    ```

    **Good**

    ```yaml
    url: https://portal.acme.example
    ```

    **Not flagged** Addresses of the machine itself, for developing and for apps: `localhost`,
    `127.0.0.1`, `[::1]`.
    """
    for area in scope.content.areas.values():
        for route, address in _addresses(area.record.record):
            parts = urlsplit(address)
            if parts.scheme == _WITHOUT_TLS and not _is_loopback(parts.hostname or ""):
                yield rule.at(
                    area.record.places.value(*route),
                    f"`{address}` is not encrypted",
                    hint=f"write `https{address.removeprefix(_WITHOUT_TLS)}`",
                    entity=str(area.record.reference),
                )


def _addresses(area: Area) -> Iterator[tuple[Route, str]]:
    yield ("url",), area.url
    for index, sign_on in enumerate(area.sso):
        if sign_on.acs_url is not None:
            yield ("sso", index, "acs_url"), sign_on.acs_url
    for index, client in enumerate(area.oauth_clients):
        for number, address in enumerate(client.redirect_uris):
            yield ("oauth_clients", index, "redirect_uris", number), address


def _is_loopback(host: str) -> bool:
    if host == _LOCALHOST or host.endswith(f".{_LOCALHOST}"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def foreign_acs_url(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The identity provider is to send its answers to a host that is none of the area's.

    **Why** Such an answer signs somebody in: whoever gets it is that visitor.

    **Bad**

    ```yaml
    url: https://portal.acme.example
    sso: [{name: web, protocol: saml, acs_url: "https://portal.acme-mail.example/saml/acs"}]
    ```

    **Good** The area's own host, or one that the area names.

    ```yaml
    url: https://portal.acme.example
    hosts: [sign-in.acme.example]
    sso: [{name: web, protocol: saml, acs_url: "https://sign-in.acme.example/saml/acs"}]
    ```

    **Not flagged** Another port or path.
    """
    for area in scope.content.areas.values():
        record = area.record.record
        hosts = {(urlsplit(record.url).hostname or "").lower(), *record.hosts}
        for index, sign_on in enumerate(record.sso):
            host = (urlsplit(sign_on.acs_url or "").hostname or "").lower()
            if sign_on.acs_url is not None and host not in hosts:
                yield rule.at(
                    area.record.places.value("sso", index, "acs_url"),
                    f"`{host}` is no host of the area, which is at `{record.url}`",
                    hint=f"correct the address, or write `hosts: [{host}]` if it is one",
                    entity=str(area.record.reference),
                )


def unproven_provider(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Nothing says by what the answers of a SAML provider are known to be its own.

    **Why** An answer that nobody can prove is refused, and nobody signs in; or it is taken, and
    anybody does.

    **Bad**

    ```yaml
    sso: [{name: web, protocol: saml, acs_url: "https://portal.acme.example/saml/acs"}]
    ```

    **Good** The provider's metadata, its certificate, or at least its fingerprint.

    ```yaml
    sso: [{name: web, protocol: saml, metadata: idp.xml}]
    ```

    **Not flagged** OpenID Connect, whose providers publish their keys.
    """
    for area in scope.content.areas.values():
        for index, sign_on in enumerate(area.record.record.sso):
            proofs = (sign_on.metadata, sign_on.certificates, sign_on.certificate_sha256)
            if sign_on.protocol == "saml" and not any(proofs):
                yield rule.at(
                    area.record.places.value("sso", index),
                    f"nothing says by what answers to `{sign_on.name}` are known to be genuine",
                    hint="write `metadata: …` with the provider's metadata beside `area.yaml`",
                    entity=str(area.record.reference),
                )


def saml_only(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A sign-on by OpenID Connect has a field that only SAML knows.

    **Why** Nobody reads it, so that whoever wrote it believes in something that is not so.

    **Bad**

    ```yaml
    sso: [{name: app, protocol: oidc, acs_url: "https://portal.acme.example/saml/acs"}]
    ```

    **Good** The address stands with the client.

    ```yaml
    sso: [{name: app, protocol: oidc}]
    oauth_clients: [{id: app, redirect_uris: ["https://portal.acme.example/callback"]}]
    ```

    **Not flagged** `entity_id`, which both have under some name.
    """
    for area in scope.content.areas.values():
        for index, sign_on in enumerate(area.record.record.sso):
            if sign_on.protocol != "oidc":
                continue
            for name, instead in _SAML_ONLY.items():
                if getattr(sign_on, name):
                    yield rule.at(
                        area.record.places.key("sso", index, name),
                        f"`{name}` means nothing to OpenID Connect",
                        hint=instead,
                        entity=str(area.record.reference),
                    )


_KEYS_COME_FROM_THE_PROVIDER = "remove it: the provider publishes its keys"
_SAML_ONLY = {
    "acs_url": "remove it, and write the address to `redirect_uris` of the OAuth client",
    "certificate_sha256": _KEYS_COME_FROM_THE_PROVIDER,
    "certificates": _KEYS_COME_FROM_THE_PROVIDER,
    "metadata": _KEYS_COME_FROM_THE_PROVIDER,
}


def missing_pkce(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A mobile app signs in without PKCE.

    **Why** Any app on the telephone may claim the address that the code is sent to; only PKCE
    proves that it is the one which asked (RFC 8252, 6).

    **Bad**

    ```yaml
    type: mobile_app
    oauth_clients: [{id: app, redirect_uris: ["com.acme.app:/cb"], pkce: false}]
    ```

    **Good** Nothing, since `pkce` is true where it is absent.

    ```yaml
    oauth_clients: [{id: app, redirect_uris: ["com.acme.app:/cb"]}]
    ```

    **Not flagged** Areas of other types, which may keep a secret on their server.
    """
    for area in scope.content.areas.values():
        if area.record.record.type == "mobile_app":
            for index, client in enumerate(area.record.record.oauth_clients):
                if not client.pkce:
                    yield rule.at(
                        area.record.places.value("oauth_clients", index, "pkce"),
                        f"`{client.id}` is a mobile app, and signs in without PKCE",
                        hint="remove `pkce: false`",
                        entity=str(area.record.reference),
                    )


def private_scope(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A token of an embedded widget may read what is for the back office alone.

    **Why** The token stands in the page that the widget is embedded in: every visitor has it.

    **Bad**

    ```yaml
    type: embed
    tokens: [{name: widget, scopes: [templates.read], verifier: "sha256:…", expires: 2027-01-01}]
    ```

    **Good** What the widget shows.

    ```yaml
    type: embed
    tokens: [{name: widget, scopes: [analytics.read], verifier: "sha256:…", expires: 2027-01-01}]
    ```

    **Not flagged** Tokens of other areas, which their servers keep.
    """
    for area in scope.content.areas.values():
        if area.record.record.type == "embed":
            for index, token in enumerate(area.record.record.tokens):
                for number, name in enumerate(token.scopes):
                    if SCOPES[name].private:
                        yield rule.at(
                            area.record.places.value("tokens", index, "scopes", number),
                            f"`{name}` opens what is private, and every visitor has `{token.name}`",
                            hint=f"write one of {_public_scopes()}",
                            entity=str(area.record.reference),
                        )


def _public_scopes() -> str:
    return ", ".join(f"`{name}`" for name, reach in SCOPES.items() if not reach.private)
