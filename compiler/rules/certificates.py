"""Rules about the certificates of identity providers, and the metadata that bring them along."""

import datetime as dt
from collections.abc import Iterator
from posixpath import dirname, join
from typing import NamedTuple

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.spots import Route
from compiler.model.content import AreaContent
from compiler.model.credentials import SingleSignOn
from compiler.read.certificate import Certificate, CertificateError, read_certificate
from compiler.read.saml_metadata import (
    IdentityProvider,
    SamlMetadataError,
    read_identity_provider,
)
from compiler.rules.check import Scope
from compiler.rules.expiry import SOON, when
from compiler.rules.files import file_bytes


class _Known(NamedTuple):
    """One certificate of a sign-on: where it is named, and what it is."""

    route: Route
    certificate: Certificate


class _Provider(NamedTuple):
    """What the files of one sign-on say, and what is wrong with them, by route."""

    area: AreaContent
    sign_on: SingleSignOn
    certificates: list[_Known]
    metadata: IdentityProvider | None
    bad_certificates: list[tuple[Route, str]]
    bad_metadata: list[tuple[Route, str]]


def _providers(scope: Scope) -> list[_Provider]:
    return [
        _provider(scope, area, index, sign_on)
        for area in scope.content.areas.values()
        for index, sign_on in enumerate(area.record.record.sso)
    ]


def _provider(scope: Scope, area: AreaContent, index: int, sign_on: SingleSignOn) -> _Provider:
    found = _Provider(area, sign_on, [], None, [], [])
    for number, name in enumerate(sign_on.certificates):
        route: Route = ("sso", index, "certificates", number)
        data = file_bytes(scope, join(dirname(area.record.places.path), name))
        try:
            if data is not None:  # else another rule says so
                found.certificates.append(_Known(route, read_certificate(data)))
        except CertificateError as failure:
            found.bad_certificates.append((route, f"`{name}` {failure}"))
    if sign_on.metadata is None:
        return found
    data = file_bytes(scope, join(dirname(area.record.places.path), sign_on.metadata))
    route = ("sso", index, "metadata")
    try:
        provider = None if data is None else read_identity_provider(data)
    except SamlMetadataError as failure:
        found.bad_metadata.append((route, f"`{sign_on.metadata}` {failure}"))
        return found
    named = () if provider is None else provider.certificates
    known = {one.certificate.sha256 for one in found.certificates}
    found.certificates.extend(_Known(route, one) for one in named if one.sha256 not in known)
    return found._replace(metadata=provider)


def invalid_certificate(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A file that should be a certificate is none, or not the one of the fingerprint beside it.

    **Why** Nobody could sign in: answers are taken only if this certificate signed them.

    **Bad** (`idp.pem` has another fingerprint)

    ```yaml
    sso: [{name: web, protocol: saml, certificates: [idp.pem], certificate_sha256: "AB:CD:…"}]
    ```

    **Good** The file alone: its fingerprint is computed.

    ```yaml
    sso: [{name: web, protocol: saml, certificates: [idp.pem]}]
    ```

    **Not flagged** Who has issued it: providers sign their certificates themselves.
    """
    for provider in scope.once(_providers):
        record, fingerprint = provider.area.record, provider.sign_on.certificate_sha256
        for route, message in provider.bad_certificates:
            yield rule.at(
                record.places.value(*route),
                message,
                hint="export the provider's signing certificate as PEM, without its private key",
                entity=str(record.reference),
            )
        known = {one.certificate.sha256 for one in provider.certificates}
        if fingerprint is not None and known and fingerprint not in known:
            index = record.record.sso.index(provider.sign_on)
            yield rule.at(
                record.places.value("sso", index, "certificate_sha256"),
                "this is the fingerprint of no certificate beside it",
                hint=f"remove the line, or write `certificate_sha256: {min(known)}`",
                entity=str(record.reference),
            )


def invalid_metadata(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A file that should be the SAML metadata of an identity provider cannot be used.

    **Why** It says where visitors sign in and whose answers count; without it nobody can.

    **Bad** The metadata of the area itself, of a federation of many providers, or a page of HTML.

    **Good** What the provider offers for download, as it is.

    ```yaml
    sso: [{name: web, protocol: saml, metadata: idp.xml}]
    ```

    **Not flagged** Signatures and ends within the metadata: a reviewed file is trusted as it is.
    """
    for provider in scope.once(_providers):
        record = provider.area.record
        for route, message in provider.bad_metadata:
            yield rule.at(
                record.places.value(*route),
                message,
                hint="download the provider's own metadata again",
                entity=str(record.reference),
            )


def expiring_certificate(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A certificate of an identity provider ends within 30 days, or has ended.

    **Why** From that day on nobody signs in. `check --today 2027-01-31` says what will be found
    then.

    **Bad** (today is 2026-12-15, and `idp.pem` ends on 2026-12-31)

    ```yaml
    certificates: [idp.pem]
    ```

    **Good** The next one beside it, until the provider has changed over.

    ```yaml
    certificates: [idp.pem, idp-2027.pem]
    ```

    **Not flagged** A certificate beside one that holds for longer.
    """
    if scope.senses.today is None:
        return
    for provider in scope.once(_providers):
        record, known = provider.area.record, provider.certificates
        if not known or not all(_days(one, scope.senses.today) <= SOON for one in known):
            continue
        last = max(known, key=lambda one: one.certificate.ends)
        ends = last.certificate.ends.date()
        yield rule.at(
            record.places.value(*last.route),
            f"the certificate of `{last.certificate.subject}` {when(ends, scope.senses.today)}",
            hint="ask the provider for the next one, and put it beside this one",
            entity=str(record.reference),
        )


def _days(known: _Known, today: dt.date) -> int:
    return (known.certificate.ends.date() - today).days
