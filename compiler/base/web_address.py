"""What every address on the web has."""

from urllib.parse import urlsplit


def has_host_and_port(address: str) -> bool:
    """Tell whether an address has a host, and a port that exists if any."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
