"""Whether what is set for an S3 service can be written into a request at all.

The client for S3 panics over an address that cannot, so it is looked at before.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from compiler.base.web_address import has_host_and_port
from compiler.ports.store import StoreError

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(/[!-~]*)?")
_HOST = re.compile(r"[A-Za-z0-9._-]+")
_REGION = re.compile(r"[A-Za-z0-9._-]{1,64}")
_DIGITS = "0123456789"


def check_endpoint(endpoint: str, *, by_path: bool) -> None:
    """Raise StoreError for an address that no service can have."""
    if not _ADDRESS.fullmatch(endpoint) or not has_host_and_port(endpoint):
        raise _unfit(endpoint, "write `https://HOST` or `http://HOST`")
    if any(sign in endpoint for sign in "?#"):
        raise _unfit(endpoint, "leave out what follows `?` or `#`")
    host = urlsplit(endpoint).hostname or ""
    number = _number(host)
    if number is None:
        if not _HOST.fullmatch(host):
            raise _unfit(endpoint, "write letters beside a to z as `xn--…`")
        if host.rstrip(".").rpartition(".")[2].strip(_DIGITS) == "":
            raise _unfit(endpoint, "there is no such IP address")
    elif not by_path:
        raise _unfit(endpoint, "a bucket cannot stand before an IP address: set `path_style: true`")


def check_region(region: str) -> None:
    """Raise StoreError for what no region is called."""
    if not _REGION.fullmatch(region):
        raise StoreError(f"`{region}` is the name of no region: such as `eu-central-1`")


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _unfit(endpoint: str, hint: str) -> StoreError:
    return StoreError(f"`{endpoint}` cannot be the endpoint of a service: {hint}")
