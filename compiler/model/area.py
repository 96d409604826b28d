"""The record of one Client Area: address, sign-on, credentials, support, branding, selection."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import Field

from compiler.base.spots import Route
from compiler.model.addresses import SiteUrl
from compiler.model.branding import Branding
from compiler.model.credentials import OAuthClient, SingleSignOn, Token
from compiler.model.record import (
    Form,
    LocaleTag,
    Name,
    OneLine,
    Record,
    SecretReference,
)

DEFAULT_AREA = "default"
"""The area under which shared content is published where a repository has no areas."""

RESERVED_AREAS = {
    DEFAULT_AREA: "it is the one that exists where no other does",
    "head": "a store keeps its own pointer under that name",
}
"""Names that no area may have, and why."""


class Support(Record):
    """Where requests of this area go."""

    desk: Name = Field(examples=["web-support"])
    tags: list[Name] = Field(default_factory=list)


HostName = Annotated[
    str,
    Form(
        r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?",
        "must be the name of a host such as `sign-in.acme.example`, in lower case",
        normal=str.lower,
    ),
]


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
    url: SiteUrl = Field(examples=["https://portal.acme.example"])
    hosts: list[HostName] = Field(
        default_factory=list,
        description="Other hosts that belong to the area, such as the one visitors sign in at.",
    )
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


def sign_on_files(area: Area) -> Iterator[tuple[Route, str]]:
    """Yield the names of the files beside area.yaml that its sign-ons have, each with its route."""
    for index, sign_on in enumerate(area.sso):
        if sign_on.metadata is not None:
            yield ("sso", index, "metadata"), sign_on.metadata
        for number, name in enumerate(sign_on.certificates):
            yield ("sso", index, "certificates", number), name
