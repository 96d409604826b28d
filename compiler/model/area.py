"""The record of one Client Area: address, sign-on, credentials, support, branding, selection."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

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

DEFAULT_AREA = "default"
"""The area under which shared content is published where a repository has no areas."""


class SingleSignOn(Record):
    """One way to sign in through an identity provider."""

    name: Name
    protocol: Literal["saml", "oidc"]
    acs_url: Url | None = None
    certificate_sha256: CertificateFingerprint | None = None


class OAuthSecret(Record):
    """How an OAuth client proves itself: the hash of its secret, and until when it holds."""

    verifier: Verifier
    expires: IsoDate


class OAuthClient(Record):
    """An OAuth client of the area."""

    id: Name
    redirect_uris: list[Url] = Field(default_factory=list)
    pkce: bool = True
    secret: OAuthSecret | None = None


class Token(Record):
    """A long-lived token of the area: its hash, never itself."""

    name: Name
    scopes: list[OneLine]
    verifier: Verifier
    expires: IsoDate


class Support(Record):
    """Where requests of this area go."""

    desk: Name
    tags: list[Name] = Field(default_factory=list)


Color = Annotated[str, StringConstraints(pattern=r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]


class Branding(Record):
    """Colours by name, and a logo: an image beside the record."""

    colors: dict[Name, Color] = Field(default_factory=dict)
    logo: str | None = None


class Selection(Record):
    """Which of the shared content this area shows; what is absent means all."""

    languages: list[LocaleTag] | None = None
    namespaces: list[str] | None = None
    texts: list[str] | None = None


class Area(Record):
    """One front door that customers use."""

    name: OneLine
    type: Literal["personal_account", "web_shop", "mobile_app", "website", "embed", "custom"]
    hosting: Literal["integrated", "custom"]
    url: Url
    owner: Name | None = None
    credentials: dict[Name, SecretReference] = Field(default_factory=dict)
    sso: list[SingleSignOn] = Field(default_factory=list)
    oauth_clients: list[OAuthClient] = Field(default_factory=list)
    tokens: list[Token] = Field(default_factory=list)
    support: Support | None = None
    branding: Branding | None = None
    content: Selection = Field(default_factory=Selection)
