"""Configurations: clients and security, verification documents, support, account."""

from typing import Literal

from pydantic import Field, PositiveInt

from compiler.model.record import Name, Record

SESSION_MINUTES = 60


class Clients(Record):
    """What customers may have; ``accounts_max`` absent means no limit."""

    accounts_max: PositiveInt | None = Field(None, description="How many accounts at most.")
    activate_on_creation: bool = False
    demo_account: bool = False
    personal_manager: bool = False
    exchange_tfa: bool = False
    withdrawal_tfa: bool = False


class Security(Record):
    """Lengths of sessions, in minutes."""

    session_minutes: PositiveInt = SESSION_MINUTES
    refresh_session_minutes: PositiveInt | None = Field(
        None, description="Twice the session where nothing is said."
    )

    @property
    def refresh_minutes(self) -> int:
        """The refresh session: twice the session where nothing is said."""
        if self.refresh_session_minutes is None:
            return 2 * self.session_minutes
        return self.refresh_session_minutes


class General(Record):
    """configurations/general.yaml."""

    clients: Clients = Field(default_factory=Clients)
    security: Security = Field(default_factory=Security)


Purpose = Literal["login", "identity", "approval", "compliance"]


class VerificationDocument(Record):
    """A document asked of customers, and what for."""

    required: bool = False
    purposes: list[Purpose] = Field(default_factory=list)


class VerificationDocuments(Record):
    """configurations/documents.yaml."""

    documents: dict[Name, VerificationDocument] = Field(default_factory=dict)


class SupportDesk(Record):
    """configurations/support.yaml: the desk of areas that name none."""

    desk: Name = Field(examples=["client-support"])
    tags: list[Name] = Field(default_factory=list)


class Account(Record):
    """configurations/account.yaml: what holds right after sign-up."""

    open_on_sign_up: bool = False
    required_level: Name | None = Field(None, description="The name of a file in levels/.")
    required_status: Name = Field("init", description="The name of a file in statuses/.")


class Configurations(Record):
    """All configurations of one area, or the shared ones."""

    general: General = Field(default_factory=General)
    documents: VerificationDocuments = Field(default_factory=VerificationDocuments)
    support: SupportDesk | None = None
    account: Account = Field(default_factory=Account)
