"""What is wrong with a layout or a mail, at an offset (in characters) of its source."""

from dataclasses import dataclass
from enum import StrEnum


class FlawKind(StrEnum):
    """What kind of flaw it is; each is a rule of its own."""

    LAYOUT = "layout"
    SCRIPT = "script"
    FORM = "form"
    RELATIVE = "relative"
    INSECURE = "insecure"
    IMAGE_TEXT = "image text"
    IMAGE_SIZE = "image size"
    REMOTE_STYLES = "remote styles"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw from ``at`` on, ``length`` characters long, in the author's words."""

    kind: FlawKind
    message: str
    at: int
    length: int = 1
    hint: str | None = None
