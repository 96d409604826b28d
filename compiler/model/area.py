"""The record of one Client Area: address, sign-on, credentials, support, branding, selection."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Literal

from pydantic import Field

from compiler.model.branding import Branding
from compiler.model.record import (
    CertificateFingerprint,
    IsoDate,
    LocaleTag,
    Name,
    OneLine,
    Record,
    SecretReference,
    Url,
    Verifier,
)

VERIFIER_EXAMPLE = f"sha256:{'0' * 64}"
DEFAULT_AREA = "default"
"""The area under which shared content is published where a repository has no areas."""

RESERVED_AREAS = {
    DEFAULT_AREA: "it is the one that exists where no other does",
    "head": "a store keeps its own pointer under that name",
}
"""Names that no area may have, and why."""


class SingleSignOn(Record):
    """One way to sign in through an identity provider."""

    name: Name = Field(examples=["web"])
    protocol: Literal["saml", "oidc"]
    acs_url: Url | None = Field(None, description="Where the identity provider sends its answer.")
    certificate_sha256: CertificateFingerprint | None = Field(
        None, description="The fingerprint of the provider's certificate."
    )


class OAuthSecret(Record):
    """How an OAuth client proves itself: the hash of its secret, and until when it holds."""

    verifier: Verifier = Field(examples=[VERIFIER_EXAMPLE])
    expires: IsoDate = Field(examples=["2027-01-31"])


class OAuthClient(Record):
    """An OAuth client of the area."""

    id: Name = Field(examples=["portal"])
    redirect_uris: list[Url] = Field(
        default_factory=list, description="Where a visitor may be sent after signing in."
    )
    pkce: bool = Field(
        default=True, description="Whether the client must prove its authorisation code."
    )
    secret: OAuthSecret | None = None


class Token(Record):
    """A long-lived token of the area: its hash, never itself."""

    name: Name = Field(examples=["analytics"])
    scopes: list[OneLine] = Field(
        examples=[["analytics.read"]], description="What the token may do."
    )
    verifier: Verifier = Field(examples=[VERIFIER_EXAMPLE])
    expires: IsoDate = Field(examples=["2027-01-31"])


class Support(Record):
    """Where requests of this area go."""

    desk: Name = Field(examples=["web-support"])
    tags: list[Name] = Field(default_factory=list)


def is_selected(name: str, patterns: Iterable[str] | None) -> bool:
    """Tell whether patterns of a selection choose a label or namespace; None chooses all."""
    return patterns is None or any(fnmatchcase(name, pattern) for pattern in patterns)


class Selection(Record):
    """Which of the shared content this area shows; what is absent means all."""

    languages: list[LocaleTag] | None = Field(None, description="Of the enabled ones, these.")
    namespaces: list[str] | None = Field(None, description="Of the translations, these.")
    texts: list[str] | None = Field(None, description="Labels, with `*` at the end: `deposit.*`.")


class Area(Record):
    """One front door that customers use."""

    name: OneLine = Field(examples=["Client Portal"])
    type: Literal["personal_account", "web_shop", "mobile_app", "website", "embed", "custom"]
    hosting: Literal["integrated", "custom"]
    url: Url = Field(examples=["https://portal.acme.example"])
    owner: Name | None = Field(None, description="The name of a file in owners/.")
    credentials: dict[Name, SecretReference] = Field(
        default_factory=dict, description="References that the back office resolves, never secrets."
    )
    sso: list[SingleSignOn] = Field(default_factory=list)
    oauth_clients: list[OAuthClient] = Field(default_factory=list)
    tokens: list[Token] = Field(default_factory=list)
    support: Support | None = None
    branding: Branding | None = None
    content: Selection = Field(default_factory=Selection)
