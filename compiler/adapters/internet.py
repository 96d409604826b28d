"""Names and addresses of the internet: what a name resolves to, and which addresses are public."""

import ipaddress
import socket
from collections.abc import Sequence

from compiler.ports.links import NoSuchHostError

_NOBODY = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Internet:
    """Asks the resolver of this machine."""

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """Return the IP addresses of a host. Raises NoSuchHostError, OSError."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as failure:
            if failure.errno in _NOBODY:
                raise NoSuchHostError(host) from failure
            raise
        except UnicodeError as failure:  # a part of the name is empty or too long
            raise NoSuchHostError(host) from failure
        return tuple(dict.fromkeys(str(one[4][0]) for one in found))

    def is_public(self, address: str) -> bool:
        """Tell whether an IP address is one that anybody may ask, whatever way it is written."""
        try:
            ip = ipaddress.ip_address(address)
        except ValueError:  # with the name of an interface: only of this machine
            return False
        inner = _within(ip) if isinstance(ip, ipaddress.IPv6Address) else None
        return all(one.is_global and not one.is_multicast for one in (ip, inner or ip))


def _within(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, None where it is its own."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
