"""Push notifications: what the services take, and how much of a text a phone shows. Pure.

Apple: "Generating a remote notification", 4,096 bytes of JSON for a regular notification. Google:
"About FCM messages", 4,096 bytes for a notification. Counted is the JSON that carries the texts,
compact, in UTF-8; what the sender adds (a badge, data of its own) comes on top.
"""

import json
import unicodedata
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 4096
"""What APNs and FCM take; one byte more, and the notification is refused."""

SHOWN_TITLE = 50
"""How many columns of a title a phone shows; a wide character of East Asia takes two."""

SHOWN_BODY = 150
"""How many columns of a body a phone shows before somebody opens it."""


@dataclass(frozen=True, slots=True)
class Push:
    """What a notification comes to: bytes of each payload, columns of each text."""

    apns: int
    fcm: int
    title: int
    body: int

    @property
    def largest(self) -> tuple[str, int]:
        """The service that has the larger payload, and its bytes."""
        return max((("APNs", self.apns), ("FCM", self.fcm)), key=lambda pair: pair[1])


def measured_push(title: str, body: str) -> Push:
    """Return the sizes of a notification."""
    return Push(
        apns=_bytes(apns_payload(title, body)),
        fcm=_bytes(fcm_payload(title, body)),
        title=columns(title),
        body=columns(body),
    )


def apns_payload(title: str, body: str) -> dict[str, Any]:
    """Return the payload as Apple's service takes it."""
    return {"aps": {"alert": {"title": title, "body": body}}}


def fcm_payload(title: str, body: str) -> dict[str, Any]:
    """Return the payload as Google's service counts it."""
    return {"notification": {"title": title, "body": body}}


def columns(text: str) -> int:
    """Return how wide a text is shown: wide characters count twice, combining ones not at all."""
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _bytes(payload: dict[str, Any]) -> int:
    return len(json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode())
