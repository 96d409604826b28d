"""What is returned where one format cannot say what another can."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotExpressible:
    """Why a message cannot be written in a format: a clause for people."""

    reason: str
