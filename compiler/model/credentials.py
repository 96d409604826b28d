"""How areas and what speaks for them prove who they are: SSO, OAuth clients, tokens."""

from typing import Annotated, Literal

from pydantic import Field

from compiler.model.addresses import AnswerUrl, RedirectUri
from compiler.model.record import (
    CertificateFingerprint,
    FileName,
    Form,
    IsoDate,
    Name,
    Record,
    Verifier,
)
from compiler.model.scopes import ScopeName

VERIFIER_EXAMPLE = f"sha256:{'0' * 64}"


EntityId = Annotated[
    str,
    Form(
        r"[!-~]{1,1024}",
        "must be one name such as `https://portal.acme.example`: ASCII, without spaces",
    ),
]
"""What a party of SAML is called: a URI (SAML 2.0 core, 8.3.6), which no XML can garble."""


class SingleSignOn(Record):
    """One way to sign in through an identity provider."""

    name: Name = Field(examples=["web"])
    protocol: Literal["saml", "oidc"]
    entity_id: EntityId | None = Field(
        None, description="What the area is called at the provider (default: the area's address)."
    )
    acs_url: AnswerUrl | None = Field(
        None, description="Where the identity provider sends its answer."
    )
    certificate_sha256: CertificateFingerprint | None = Field(
        None, description="The fingerprint of the provider's certificate."
    )
    certificates: list[FileName] = Field(
        default_factory=list,
        description="The provider's certificates, beside area.yaml: two while one takes over.",
    )
    metadata: FileName | None = Field(
        None, description="The provider's SAML metadata, an XML file beside area.yaml."
    )


class OAuthSecret(Record):
    """How an OAuth client proves itself: the hash of its secret, and until when it holds."""

    verifier: Verifier = Field(examples=[VERIFIER_EXAMPLE])
    expires: IsoDate = Field(examples=["2027-01-31"])


class OAuthClient(Record):
    """An OAuth client of the area."""

    id: Name = Field(examples=["portal"])
    redirect_uris: list[RedirectUri] = Field(
        default_factory=list, description="Where a visitor may be sent after signing in."
    )
    pkce: bool = Field(
        default=True, description="Whether the client must prove its authorisation code."
    )
    secret: OAuthSecret | None = None
    old_secret: OAuthSecret | None = Field(
        None, description="The secret before, while its holders change over to the new one."
    )


class Token(Record):
    """A long-lived token of the area: its hash, never itself."""

    name: Name = Field(examples=["analytics"])
    scopes: list[ScopeName] = Field(
        examples=[["analytics.read"]], description="What the token may read."
    )
    verifier: Verifier = Field(examples=[VERIFIER_EXAMPLE])
    expires: IsoDate = Field(examples=["2027-01-31"])
