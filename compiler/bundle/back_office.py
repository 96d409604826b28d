"""area.json and credentials.json: records for the back office alone."""

from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.branding import branding_entry
from compiler.bundle.view import AreaView
from compiler.model.area import Area


def area_bundle(view: AreaView, assets: AssetCollector) -> Any:  # noqa: ANN401
    """Return the area's record without anything that proves who somebody is."""
    if view.area is None:
        return {"area": view.name, "name": None, "type": None, "hosting": None, "url": None}
    record = view.area.record.record
    return {
        "area": view.name,
        "name": record.name,
        "type": record.type,
        "hosting": record.hosting,
        "url": record.url,
        "owner": record.owner,
        "branding": branding_entry(view, assets),
        "content": {
            "languages": list(view.locales),
            "namespaces": record.content.namespaces,
            "texts": record.content.texts,
        },
    }


def credentials_bundle(view: AreaView) -> Any:  # noqa: ANN401
    """Return references to secrets, and hashes by which others know one; never a secret."""
    if view.area is None:
        return {"credentials": {}, "sso": [], "oauth_clients": [], "tokens": []}
    record: Area = view.area.record.record
    return {
        "credentials": dict(record.credentials),
        "sso": [
            {
                "name": one.name,
                "protocol": one.protocol,
                "acs_url": one.acs_url,
                "certificate_sha256": one.certificate_sha256,
            }
            for one in record.sso
        ],
        "oauth_clients": [_oauth_client(client) for client in record.oauth_clients],
        "tokens": [
            {
                "name": token.name,
                "scopes": list(token.scopes),
                "verifier": token.verifier,
                "expires": token.expires.isoformat(),
            }
            for token in record.tokens
        ],
    }


def _oauth_client(client: Any) -> Any:  # noqa: ANN401
    secret = client.secret
    return {
        "id": client.id,
        "redirect_uris": list(client.redirect_uris),
        "pkce": client.pkce,
        "secret": {"verifier": secret.verifier, "expires": secret.expires.isoformat()}
        if secret
        else None,
    }
