"""Shapes of what the back office alone may read."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from compiler.bundle.shapes.common import AssetPath, Branding, Locale, Settings


class PrivateConfig(Settings):
    """What the back office holds customers to."""


class ShownContent(TypedDict):
    """Which of the shared content an area shows; null: all."""

    languages: Sequence[Locale]
    namespaces: Sequence[str] | None
    texts: Sequence[str] | None


class AreaRecord(TypedDict):
    """The record of an area; all but its name is null for the area `default`."""

    area: str
    name: str | None
    type: str | None
    hosting: str | None
    url: str | None
    hosts: NotRequired[Annotated[Sequence[str], "Other hosts that belong to it."]]
    owner: NotRequired[str | None]
    branding: NotRequired[Branding]
    content: NotRequired[ShownContent]


class AreaEntry(TypedDict):
    """An area in a list."""

    name: str
    type: str
    hosting: str
    url: str


class OwnerEntry(TypedDict):
    """An owner with the areas that are theirs."""

    name: str
    contact: str | None
    areas: Mapping[str, AreaEntry]


class Owners(TypedDict):
    """All areas by their owner, the same in every area."""

    owners: Mapping[str, OwnerEntry]
    without_owner: Mapping[str, AreaEntry]


class Desk(TypedDict):
    """Where requests go."""

    desk: str
    tags: Sequence[str]


class Routing(TypedDict):
    """Which desk serves which area, the same in every area."""

    default: Desk | None
    areas: Mapping[str, Desk | None]
    desks: Annotated[Mapping[str, Sequence[str]], "The areas by their desk."]


class Agreement(TypedDict):
    """What an agreement is printed from: Typst whose Jinja is kept, and its files."""

    typst: str
    fonts: Sequence[AssetPath]
    files: Sequence[AssetPath]


class Template(TypedDict):
    """A message: Jinja kept, Markdown and layout compiled."""

    channel: Literal["email", "push", "sms", "pdf"]
    subject: str | None
    html: str | None
    text: str
    variables: Annotated[Mapping[str, Any], "A JSON Schema of what it is rendered with."]
    samples: Mapping[str, Mapping[str, Any]]
    pdf: NotRequired[Agreement]


class Certificate(TypedDict):
    """What answers of an identity provider may be signed with."""

    sha256: str
    subject: str
    ends: str
    pem: str


class Provider(TypedDict):
    """An identity provider."""

    entity_id: str
    sign_on: Mapping[str, str]


class SignOn(TypedDict):
    """One way to sign in."""

    name: str
    protocol: Literal["saml", "oidc"]
    entity_id: str
    acs_url: str | None
    certificate_sha256: str | None
    certificates_sha256: Sequence[str]
    certificates: Sequence[Certificate]
    provider: Provider | None
    metadata_xml: Annotated[str | None, "What the identity provider is given."]


class Verifier(TypedDict):
    """The hash by which a secret is known, and its last day."""

    verifier: str
    expires: str


class OAuthClient(TypedDict):
    """An application that signs users in."""

    id: str
    redirect_uris: Sequence[str]
    pkce: bool
    secret: Verifier | None
    old_secret: Verifier | None


class Reads(TypedDict):
    """Patterns of logical names on each side; `*` goes over slashes."""

    public: Sequence[str]
    private: Sequence[str]


class Token(Verifier):
    """What a program may read by its token."""

    name: str
    scopes: Sequence[str]
    reads: Reads


class Credentials(TypedDict):
    """How an area and what speaks for it prove who they are; never a secret."""

    credentials: Annotated[Mapping[str, str], "References that the back office resolves."]
    sso: Sequence[SignOn]
    oauth_clients: Sequence[OAuthClient]
    tokens: Sequence[Token]
