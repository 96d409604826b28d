"""credentials.json: how an area and what speaks for it prove who they are. Never a secret.

A rollback leaves it as it is: what was revoked stays revoked.
"""

from posixpath import dirname, join

from compiler.bundle.saml import service_provider_metadata
from compiler.bundle.shapes import private as shapes
from compiler.bundle.view import AreaView
from compiler.model.area import Area
from compiler.model.credentials import OAuthClient, OAuthSecret, SingleSignOn, Token
from compiler.model.scopes import reach_of
from compiler.ports.snapshot import UnreadableError
from compiler.read.certificate import Certificate, CertificateError, read_certificate
from compiler.read.saml_metadata import (
    IdentityProvider,
    SamlMetadataError,
    read_identity_provider,
)


def credentials_bundle(view: AreaView) -> shapes.Credentials:
    """Return references to secrets, hashes by which others know one, and providers' keys."""
    if view.area is None:
        return {"credentials": {}, "sso": [], "oauth_clients": [], "tokens": []}
    record: Area = view.area.record.record
    return {
        "credentials": dict(record.credentials),
        "sso": [_sign_on(view, record, one) for one in record.sso],
        "oauth_clients": [_oauth_client(client) for client in record.oauth_clients],
        "tokens": [_token(token) for token in record.tokens],
    }


def _sign_on(view: AreaView, area: Area, sign_on: SingleSignOn) -> shapes.SignOn:
    provider = _provider(view, sign_on)
    certificates = _certificates(view, sign_on, provider)
    fingerprints = [one.sha256 for one in certificates]
    if sign_on.certificate_sha256 is not None and sign_on.certificate_sha256 not in fingerprints:
        fingerprints.append(sign_on.certificate_sha256)
    return {
        "name": sign_on.name,
        "protocol": sign_on.protocol,
        "entity_id": sign_on.entity_id or area.url,
        "acs_url": sign_on.acs_url,
        "certificate_sha256": sign_on.certificate_sha256
        or (fingerprints[0] if fingerprints else None),
        "certificates_sha256": fingerprints,
        "certificates": [
            {
                "sha256": one.sha256,
                "subject": one.subject,
                "ends": one.ends.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "pem": one.pem,
            }
            for one in certificates
        ],
        "provider": provider and {"entity_id": provider.entity_id, "sign_on": provider.sign_on},
        "metadata_xml": service_provider_metadata(area, sign_on),
    }


def _provider(view: AreaView, sign_on: SingleSignOn) -> IdentityProvider | None:
    data = None if sign_on.metadata is None else _beside(view, sign_on.metadata)
    try:
        return None if data is None else read_identity_provider(data)
    except SamlMetadataError:
        return None  # the check refuses it; a waiver let it pass


def _certificates(
    view: AreaView, sign_on: SingleSignOn, provider: IdentityProvider | None
) -> list[Certificate]:
    """Return what answers may be signed with, each certificate once."""
    found: dict[str, Certificate] = {}
    for name in sign_on.certificates:
        data = _beside(view, name)
        try:
            one = None if data is None else read_certificate(data)
        except CertificateError:
            continue  # as above
        if one is not None:
            found[one.sha256] = one
    for one in () if provider is None else provider.certificates:
        found.setdefault(one.sha256, one)
    return list(found.values())


def _beside(view: AreaView, name: str) -> bytes | None:
    path = "" if view.area is None else view.area.record.places.path
    try:
        return view.content.asset(join(dirname(path), name))
    except (KeyError, UnreadableError):
        return None


def _oauth_client(client: OAuthClient) -> shapes.OAuthClient:
    return {
        "id": client.id,
        "redirect_uris": list(client.redirect_uris),
        "pkce": client.pkce,
        "secret": _secret(client.secret),
        "old_secret": _secret(client.old_secret),
    }


def _secret(secret: OAuthSecret | None) -> shapes.Verifier | None:
    if secret is None:
        return None
    return {"verifier": secret.verifier, "expires": secret.expires.isoformat()}


def _token(token: Token) -> shapes.Token:
    reach = reach_of(token.scopes)
    return {
        "name": token.name,
        "scopes": list(token.scopes),
        "reads": {"public": list(reach.public), "private": list(reach.private)},
        "verifier": token.verifier,
        "expires": token.expires.isoformat(),
    }
