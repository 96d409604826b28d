"""Which key may go to which address: what the operator allows, whatever clientarea.yaml asks for.

A pull request can change clientarea.yaml, so that neither the name of a variable nor an address in
it is believed by itself. `OPENAI_API_KEY` goes to OpenAI; every other pair is allowed by whoever
runs the command, in `CLIENTAREA_ALLOW=NAME@host,…`.
"""

import re
from ipaddress import ip_address
from typing import NamedTuple

from compiler.base.failure import UsageError
from compiler.base.visible import visible

ALLOW = "CLIENTAREA_ALLOW"
OPENAI = "https://api.openai.com/v1"
_BUILT_IN = ("OPENAI_API_KEY", "api.openai.com")
_ADDRESS = re.compile(
    r"(https?)://([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::([0-9]{1,5}))?"
    r"(?:/[A-Za-z0-9._~%/-]*)?"
)
_PORTS = {"http": "80", "https": "443"}
_VARIABLE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


class Destination(NamedTuple):
    """Where requests go: the address, its host (with a port that is not the usual one).

    ``variable`` is that of the environment in which the key is, None where none is sent.
    """

    address: str
    host: str
    variable: str | None
    local: bool


def destination(name: str, base_url: str | None, api_key: str | None, allowed: str) -> Destination:
    """Return where an integration may send texts, with which key.

    ``allowed`` is the value of CLIENTAREA_ALLOW. Raises UsageError for an address or a pair that
    the operator has not allowed.
    """
    address = base_url or OPENAI
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise UsageError(f"`integrations.{name}.base_url` is no plain address: {visible(address)}")
    scheme, named, port = found.groups()
    host = named.lower() if port in (None, _PORTS[scheme]) else f"{named.lower()}:{port}"
    local = _is_local(named)
    if scheme == "http" and not local:
        raise UsageError(
            f"`integrations.{name}.base_url` is not encrypted: write `https://` for `{host}`"
        )
    variable = _variable(name, api_key)
    if (variable, host) != _BUILT_IN and f"{variable or ''}@{host}" not in _pairs(allowed):
        what = f"`{variable}` is not sent" if variable else "no text is sent"
        raise UsageError(
            f"{what} to `{host}`, as `integrations.{name}` asks, unless whoever runs this allows "
            f"it: {ALLOW}={variable or ''}@{host}"
        )
    return Destination(address, host, variable, local)


def _variable(name: str, api_key: str | None) -> str | None:
    if api_key is None:
        return None
    found = _VARIABLE.fullmatch(api_key)
    if found is None:
        raise UsageError(
            f"`integrations.{name}.api_key` is `{api_key}`; keys of translators are read from the "
            "environment alone: write `env:CLIENTAREA_…`"
        )
    return found[1]


def _pairs(allowed: str) -> frozenset[str]:
    pairs = [one.strip() for one in allowed.split(",")]
    names = [one.partition("@") for one in pairs if "@" in one]
    return frozenset(f"{name}@{host.lower()}" for name, _, host in names)


def _is_local(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
