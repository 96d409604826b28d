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
OWN = "openai"
"""The provider whose address is known here."""

_BUILT_IN = ("OPENAI_API_KEY", "api.openai.com")
_ADDRESS = re.compile(
    r"(https?)://([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::([0-9]{1,5}))?"
    r"(?:/[A-Za-z0-9._~%/-]*)?"
)
_PORTS = {"http": "80", "https": "443"}
_VARIABLE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


class Destination(NamedTuple):
    """Where requests go: the address, its host (with a port that is not the usual one).

    ``address`` is None where a provider of another package goes to its own. ``variable`` is that of
    the environment in which the key is, None where none is sent.
    """

    address: str | None
    host: str
    variable: str | None
    local: bool = False


def destination(
    name: str, provider: str, base_url: str | None, api_key: str | None, allowed: str
) -> Destination:
    """Return where an integration may send texts, with which key.

    ``allowed`` is the value of CLIENTAREA_ALLOW. Raises UsageError for an address or a pair that
    the operator has not allowed; of other packages a provider stands for its own address.
    """
    is_ours = provider == OWN
    if base_url is None and not is_ours:
        where = Destination(None, provider, _variable(name, api_key))
    else:
        where = _addressed(name, base_url or OPENAI, api_key)
    variable, host = where.variable, where.host
    known = is_ours and (variable, host) == _BUILT_IN
    if not known and f"{variable or ''}@{host}" not in _pairs(allowed):
        what = f"`{variable}` is not sent" if variable else "no text is sent"
        raise UsageError(
            f"{what} to `{host}`, as `integrations.{name}` asks, unless whoever runs this allows "
            f"it: {ALLOW}={variable or ''}@{host}"
        )
    return where


def _addressed(name: str, address: str, api_key: str | None) -> Destination:
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
    return Destination(address, host, _variable(name, api_key), local)


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
