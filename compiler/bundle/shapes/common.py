"""Shapes that bundles of both sides have in common.

In `Annotated` a text describes a value, a `Pattern` says what it looks like; both go into schemas.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple, TypedDict


class Pattern(NamedTuple):
    """What a text looks like, in what Python and ECMAScript share of regular expressions."""

    regex: str


AssetPath = Annotated[
    str,
    Pattern(r"^assets/[0-9a-f]{64}/[A-Za-z0-9._-]{1,100}$"),
    "An asset, relative to the public side.",
]
Locale = Annotated[str, "A BCP 47 tag as CLDR writes it: `es-MX`."]
Properties = Annotated[Mapping[str, Any], "What its author gave it beside words: any JSON."]
Messages = Annotated[Mapping[str, str], "By label, as the format's runtime reads it."]


class RichWords(TypedDict):
    """A description, compiled; null where there is none."""

    html: Annotated[str | None, "Sanitised HTML."]
    text: Annotated[str | None, "The same as plain text."]


class Words(RichWords):
    """What is said in one language, from wherever it falls back to."""

    title: Annotated[str | None, "One line of plain text."]
    properties: Properties


class Branding(TypedDict):
    """What an area looks like."""

    colors: Annotated[Mapping[str, str], "By name, such as `primary`."]
    fonts: Annotated[Mapping[str, Sequence[str]], "Families by name, the first that is there."]
    logo: AssetPath | None


class AreaLanguages(TypedDict):
    """The languages of an area."""

    source: Locale
    enabled: Annotated[Sequence[Locale], "Those a visitor may choose."]
    fallbacks: Annotated[Mapping[str, Sequence[Locale]], "What each falls back to; done already."]


class KnownLanguages(AreaLanguages):
    """The languages of an area, and what CLDR knows of them."""

    names: Annotated[Mapping[str, str], "Each in its own words."]
    names_in: Annotated[Mapping[str, Mapping[str, str]], "By language, all in the words of it."]
    directions: Mapping[str, Literal["ltr", "rtl"]]
    plural_categories: Mapping[str, Sequence[str]]


class Account(TypedDict):
    """What holds right after sign-up."""

    open_on_sign_up: bool
    required_level: str | None
    required_status: str


class Clients(TypedDict):
    """What customers may have and do."""

    accounts_max: Annotated[int | None, "Null: no limit."]
    activate_on_creation: bool
    demo_account: bool
    personal_manager: bool
    exchange_tfa: bool
    withdrawal_tfa: bool


class Security(TypedDict):
    """How long sessions last."""

    session_minutes: int
    refresh_session_minutes: int


class VerificationDocument(TypedDict):
    """What is asked of a customer, and for what."""

    required: bool
    purposes: Sequence[Literal["login", "identity", "approval", "compliance"]]


class LevelField(TypedDict):
    """What a level asks for beyond documents."""

    required: bool
    names: Annotated[Mapping[str, str], "By language."]


class Level(TypedDict):
    """A verification level."""

    type: Literal["personal", "business"]
    fields: Mapping[str, LevelField]
    locales: Mapping[str, Words]


class Status(TypedDict):
    """A status of customers."""

    locales: Mapping[str, Words]


class Settings(TypedDict):
    """How an area behaves."""

    area: str
    account: Account
    clients: Clients
    security: Security
    verification_documents: Mapping[str, VerificationDocument]
    levels: Mapping[str, Level]
    statuses: Mapping[str, Status]
    languages: KnownLanguages
