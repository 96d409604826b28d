"""The table of what a visitor may know: every field of every record, public or private.

A record's public fields are what the public side is made of; its private ones are kept from
whatever makes that side (`withheld`), so that no slip there can publish one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from compiler.model import area, configuration, credentials, localised, overlay_record, waiver
from compiler.model.banner import Banner
from compiler.model.branding import Branding
from compiler.model.consumer import ConsumerRecord
from compiler.model.document import Document
from compiler.model.glossary import Glossary, Term
from compiler.model.languages import LanguagesRecord
from compiler.model.level import CustomField, Level
from compiler.model.owner import Owner
from compiler.model.record import Record
from compiler.model.status import Status
from compiler.model.template import LocalisedTemplate, Template
from compiler.model.text import Text

R = TypeVar("R", bound=Record)


class Exposure(StrEnum):
    """Who may know a field.

    ``PUBLIC``: everybody. ``CHOOSES``: the back office; it says what of the rest is public, as
    ``active`` does, and is itself in nothing public. ``PRIVATE``: the back office or the repository
    alone. A field that holds records is public where a part of one is.
    """

    PUBLIC = "public"
    CHOOSES = "chooses"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Marks:
    """The exposure of every field of one record, by the field's name in Python."""

    fields: Mapping[str, Exposure]
    withheld: Mapping[str, "Withheld"]


def _marks(*, public: str = "", chooses: str = "", private: str = "") -> Marks:
    words = {Exposure.PUBLIC: public, Exposure.CHOOSES: chooses, Exposure.PRIVATE: private}
    fields = {name: exposure for exposure, names in words.items() for name in names.split()}
    return Marks(fields, {name: Withheld(name) for name in private.split()})


class WithheldError(AssertionError):
    """Something that makes the public side asked for a private field: a bug."""


class Withheld:
    """Stands where a private field was; whatever is done with it fails, encoding it included."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _fail(self, *_: object) -> NoReturn:
        raise WithheldError(f"the public side is made without `{self._name}`, which is private")

    __bool__ = __len__ = __iter__ = __str__ = __getitem__ = __contains__ = __format__ = _fail

    def __getattr__(self, name: str) -> NoReturn:
        """Fail, whichever part of the field is asked for."""
        self._fail(name)


_LOCALISED = {"public": "title description properties", "private": "from_ review"}

TABLE: Mapping[type[Record], Marks] = {
    area.Area: _marks(
        public="branding",
        chooses="content",
        private="name type hosting url hosts owner credentials sso oauth_clients tokens support",
    ),
    Branding: _marks(public="colors fonts logo"),
    area.Selection: _marks(chooses="languages namespaces texts"),
    credentials.SingleSignOn: _marks(
        private="name protocol entity_id acs_url certificate_sha256 certificates metadata"
    ),
    credentials.OAuthClient: _marks(private="id redirect_uris pkce secret old_secret"),
    credentials.OAuthSecret: _marks(private="verifier expires"),
    credentials.Token: _marks(private="name scopes verifier expires"),
    area.Support: _marks(private="desk tags"),
    Owner: _marks(public="branding", private="name contact"),
    configuration.Configurations: _marks(public="general documents account", private="support"),
    configuration.General: _marks(public="clients security"),
    configuration.Clients: _marks(
        public="accounts_max activate_on_creation demo_account personal_manager exchange_tfa"
        " withdrawal_tfa"
    ),
    configuration.Security: _marks(public="session_minutes refresh_session_minutes"),
    configuration.VerificationDocuments: _marks(public="documents"),
    configuration.VerificationDocument: _marks(public="required purposes"),
    configuration.SupportDesk: _marks(private="desk tags"),
    configuration.Account: _marks(public="open_on_sign_up required_level required_status"),
    LanguagesRecord: _marks(public="source enabled fallbacks", private="active"),
    Level: _marks(public="type properties fields locales"),
    CustomField: _marks(public="required"),
    Status: _marks(public="properties locales"),
    Text: _marks(public="properties locales", private="locked"),
    Template: _marks(private="channel active marketing layout variables samples locales"),
    LocalisedTemplate: _marks(private="title description properties from_ review"),
    Banner: _marks(public="properties decorative locales"),
    Document: _marks(
        public="name file link expires description locales", chooses="active", private="review_by"
    ),
    localised.LocalisedRecord: _marks(**_LOCALISED),
    localised.FrontMatter: _marks(public="title properties", private="from_ review"),
    localised.LocalisedLevel: _marks(
        public="title description properties fields", private="from_ review"
    ),
    localised.LocalisedBanner: _marks(
        public="title description properties descriptions",
        chooses="active",
        private="from_ review master",
    ),
    localised.Master: _marks(private="file focus"),
    localised.Focus: _marks(private="x y"),
    overlay_record.LocalesOverlay: _marks(public="locales"),
    overlay_record.EntityOverlay: _marks(public="locales", chooses="active"),
    overlay_record.LevelOverlay: _marks(public="locales"),
    overlay_record.BannerOverlay: _marks(public="locales"),
    ConsumerRecord: _marks(private="keys entries"),
    Glossary: _marks(private="terms"),
    Term: _marks(private="term translations comment"),
    waiver.WaiverFile: _marks(private="waivers"),
    waiver.WaiverRecord: _marks(private="rule entity reason expires"),
}


def withheld(record: R) -> R:
    """Return a record without its private fields: what the public side may be made of."""
    hidden: Mapping[str, Any] = TABLE[type(record)].withheld
    return record.model_copy(update=dict(hidden)) if hidden else record
