"""Addresses that people sign in at: as they are sent, so that two systems compare the same letters.

Sources: RFC 3986 (what an address is made of), RFC 6749, 3.1.2 and RFC 8252, 7.1 (redirects).
"""

import re
from typing import Annotated

from compiler.base.web_address import has_host_and_port
from compiler.model.record import Form

_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = rf"({_LABEL}(\.{_LABEL})*|\[::1\])(:[0-9]{{1,5}})?"
_SIGN = r"([A-Za-z0-9._~!$&'()+,;=:@/-]|%[0-9A-Fa-f]{2})"
_APP = r"[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+"
_DOTS = re.compile(r"/(\.|%2e){1,2}(?=[/?#]|\Z)", re.IGNORECASE)
_SITE_WORDS = "must be an address such as `https://portal.acme.example`, without user or password"
_REDIRECT_WORDS = (
    "must be an address such as `https://portal.acme.example/cb` or `com.acme.app:/cb`"
)
_EXACT_WORDS = "must be one exact address, without `*` and `#`"


def _why_no_site(address: str) -> str:
    return _SITE_WORDS if address.isascii() else _AS_SENT


def _why_no_answer(address: str) -> str:
    return _slip(address) or _SITE_WORDS


def _why_inexact(address: str) -> str:
    return _slip(address) or _REDIRECT_WORDS


def _slip(address: str) -> str | None:
    if "#" in address:
        return "must have no fragment: what stands behind `#` never reaches the server"
    if "*" in address:
        return "must be one exact address, without `*`: whoever gets a page below it gets the codes"
    if not address.isascii():
        return _AS_SENT
    if _DOTS.search(address):
        return "must be one exact address, without `.` or `..` as a part of its path"
    return None


_AS_SENT = "must be written as it is sent: other letters of a host as `xn--…`, of a path as `%…`"


def _is_exact(address: str) -> bool:
    web = address.startswith("http")
    return _DOTS.search(address) is None and (not web or has_host_and_port(address))


SiteUrl = Annotated[
    str,
    Form(
        rf"https?://{_HOST}([/?#]({_SIGN}|[?#*])*)?",
        _SITE_WORDS,
        _why_no_site,
        holds=has_host_and_port,
    ),
]
"""Where an area is."""

AnswerUrl = Annotated[
    str,
    Form(
        rf"https?://{_HOST}([/?]({_SIGN}|\?)*)?",
        _EXACT_WORDS,
        _why_no_answer,
        holds=_is_exact,
    ),
]
"""Where an identity provider sends its answers: one exact address."""

RedirectUri = Annotated[
    str,
    Form(
        rf"(https?://{_HOST}([/?]({_SIGN}|\?)*)?|{_APP}:/({_SIGN}|\?)*)",
        _EXACT_WORDS,
        _why_inexact,
        holds=_is_exact,
    ),
]
"""Where a visitor may be sent back to: compared letter by letter.

An app may have a scheme of its own, the name of a domain turned round.
"""
