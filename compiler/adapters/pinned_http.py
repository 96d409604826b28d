"""One request to an address that was looked at before: no name is resolved a second time."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote

_HEADERS = {"User-Agent": "clientarea (audit of links)", "Accept": "*/*", "Connection": "close"}
_PATH = "/%:=&?~+!$,;'@()*[]"
_TRIED = 3
"""Addresses of a host that are tried, one after the other."""
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered: its status, and where it leads on."""

    status: int
    location: str | None


def port_of(url: SplitResult) -> int:
    """Return the port of an address. Raises ValueError for one that is none."""
    return url.port or _PORTS[url.scheme]


def ask(
    method: str, url: SplitResult, addresses: Sequence[str], context: ssl.SSLContext, seconds: float
) -> Reply:
    """Send a request to the first of the addresses that takes it; its body is not read.

    Raises OSError, http.client.HTTPException.
    """
    link = _connected(addresses, port_of(url), seconds)
    with link, link.dup() as same, _alarm(same, seconds):
        return _asked(method, url, link, context)


@contextmanager
def _alarm(link: socket.socket, seconds: float) -> Iterator[None]:
    """Break a connection off after a while. Raises TimeoutError.

    A server that sends a byte now and then would hold us longer than any pause allows.
    """
    fired = threading.Event()
    alarm = threading.Timer(seconds, _break_off, [link, fired])
    alarm.start()
    try:
        yield
    except (OSError, http.client.HTTPException):
        if not fired.is_set():
            raise
    finally:
        alarm.cancel()
        alarm.join()
    if fired.is_set():  # what came until then may be half an answer
        raise TimeoutError("timed out")


def _connected(addresses: Sequence[str], port: int, seconds: float) -> socket.socket:
    failure: OSError | None = None
    for address in addresses[:_TRIED]:
        try:
            return socket.create_connection((address, port), timeout=seconds)
        except OSError as one:
            failure = failure or one
    raise failure or OSError("no address")


def _asked(method: str, url: SplitResult, link: socket.socket, context: ssl.SSLContext) -> Reply:
    host, port = url.hostname or "", port_of(url)
    name = f"[{host}]" if ":" in host else host
    connection: http.client.HTTPConnection
    if url.scheme == "https":
        connection = http.client.HTTPSConnection(name, port, context=context)
        connection.sock = context.wrap_socket(link, server_hostname=host)
    else:
        connection = http.client.HTTPConnection(name, port)
        connection.sock = link
    connection.auto_open = 0
    try:
        connection.request(method, _target(url), headers=_HEADERS)
        answer = connection.getresponse()
        return Reply(answer.status, _as_written(answer.getheader("Location")))
    finally:
        connection.close()


def _target(url: SplitResult) -> str:
    query = f"?{url.query}" if url.query else ""
    return quote(f"{url.path or '/'}{query}", safe=_PATH)


def _as_written(location: str | None) -> str | None:
    """Return a header as browsers read it: bytes of UTF-8, which the library takes for Latin-1."""
    return location and location.encode("latin-1", "replace").decode("utf-8", "replace")


def _break_off(link: socket.socket, fired: threading.Event) -> None:
    fired.set()
    with suppress(OSError):  # it may have ended by itself
        link.shutdown(socket.SHUT_RDWR)
