"""Why a template could not be rendered."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What kept a template from being rendered."""

    SYNTAX = "syntax"
    ABSENT = "absent"
    VALUE = "value"
    FORBIDDEN = "forbidden"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a template could not be rendered, in words, and the ``offset`` of the construct in it."""

    kind: FaultKind
    message: str
    offset: int = 0
