"""A proxy in front of an HTTP service that counts requests and breaks the one it is told to.

It breaks the connection as networks do, before the service has heard anything or after it has done
all that was asked; or it answers in place of the service, as busy or dying services do.
"""

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPResponse
from io import BufferedReader
from typing import NamedTuple
from urllib.parse import urlsplit

_BODILESS = {204, 304}
_LINGER_NOT = struct.pack("ii", 1, 0)


class Asked(NamedTuple):
    """A request as it came: its number (from 0), method and path, and its bytes."""

    number: int
    method: str
    path: str
    raw: bytes


class Answered(NamedTuple):
    """The answer of the service."""

    raw: bytes


class BreakingError(Exception):
    """The connection ends here; ``reset`` as a crash ends it, else as a close does."""

    def __init__(self, *, reset: bool = False, last: bytes = b"") -> None:
        super().__init__()
        self.reset, self.last = reset, last


Ask = Callable[[], Answered]
Fault = Callable[[Asked, Ask], Answered]
"""What is done with a request: it may ask the service, may break, may answer by itself."""


def passed(_: Asked, ask: Ask) -> Answered:
    return ask()


def closed_before(_: Asked, ask: Ask) -> Answered:
    del ask
    raise BreakingError


def closed_after(_: Asked, ask: Ask) -> Answered:
    ask()
    raise BreakingError


def reset_before(_: Asked, ask: Ask) -> Answered:
    del ask
    raise BreakingError(reset=True)


def reset_after(_: Asked, ask: Ask) -> Answered:
    ask()
    raise BreakingError(reset=True)


def truncated(_: Asked, ask: Ask) -> Answered:
    raw = ask().raw
    raise BreakingError(last=raw[: len(raw) - max(1, len(raw) // 4)])


def delayed(_: Asked, ask: Ask) -> Answered:
    time.sleep(0.3)
    return ask()


def failing(status: int, code: str, *, after: bool = False) -> Fault:
    """Return what answers with an error in place of the service, or after it has done all."""

    def fault(_: Asked, ask: Ask) -> Answered:
        if after:
            ask()
        body = f"<Error><Code>{code}</Code><Message>broken</Message></Error>".encode()
        head = f"HTTP/1.1 {status} Broken\r\nContent-Type: application/xml\r\n"
        return Answered(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    return fault


FAULTS: dict[str, Fault] = {
    "closed before": closed_before,
    "closed after": closed_after,
    "reset before": reset_before,
    "reset after": reset_after,
    "truncated": truncated,
    "delayed": delayed,
    "500": failing(500, "InternalError"),
    "500 after": failing(500, "InternalError", after=True),
    "503": failing(503, "SlowDown"),
}


@dataclass
class Proxy:
    """Where clients connect, what was asked, and what is done with each request."""

    port: int
    fault: Callable[[Asked], Fault] = lambda _: passed
    asked: list[Asked] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def heal(self) -> None:
        """Break nothing any more, and count from 0 again."""
        self.fault = lambda _: passed
        with self._lock:
            self.asked = []

    def break_at(self, number: int, fault: Fault) -> None:
        """Break the request of a number alone; what is asked again goes through."""
        self.heal()
        self.fault = lambda asked: fault if asked.number == number else passed

    def break_from(self, number: int, fault: Fault) -> None:
        """Break the request of a number and all that follow."""
        self.heal()
        self.fault = lambda asked: fault if asked.number >= number else passed

    def note(self, method: str, path: str, raw: bytes) -> Asked:
        with self._lock:
            asked = Asked(len(self.asked), method, path, raw)
            self.asked.append(asked)
        return asked


@contextmanager
def proxy_before(endpoint: str, tls: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """Run a proxy in front of a service of this machine; with ``tls`` it speaks HTTPS."""
    upstream = urlsplit(endpoint)
    assert upstream.hostname == "127.0.0.1"
    assert upstream.port is not None
    with socket.create_server(("127.0.0.1", 0)) as listening:
        proxy = Proxy(listening.getsockname()[1])
        threading.Thread(
            target=_accept, args=(listening, proxy, upstream.port, tls), daemon=True
        ).start()
        yield proxy
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)


def _accept(listening: socket.socket, proxy: Proxy, port: int, tls: ssl.SSLContext | None) -> None:
    while True:
        try:
            client, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(client, proxy, port, tls), daemon=True).start()


def _serve(client: socket.socket, proxy: Proxy, port: int, tls: ssl.SSLContext | None) -> None:
    with suppress(OSError), client:
        _talk(client if tls is None else tls.wrap_socket(client, server_side=True), proxy, port)


def _talk(client: socket.socket, proxy: Proxy, port: int) -> None:
    with client, socket.create_connection(("127.0.0.1", port)) as service:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        service.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader = client.makefile("rb")
        while (request := _request(reader)) is not None:
            asked = proxy.note(*request)

            def ask(asked: Asked = asked) -> Answered:
                service.sendall(asked.raw)
                return _answer(service, asked.method)

            try:
                client.sendall(proxy.fault(asked)(asked, ask).raw)
            except BreakingError as breaking:
                client.sendall(breaking.last)
                if breaking.reset:
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
                reader.close()
                return


def _request(reader: BufferedReader) -> tuple[str, str, bytes] | None:
    first = reader.readline()
    if not first:
        return None
    lines, length = [first], 0
    while (line := reader.readline()) not in {b"\r\n", b""}:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        assert name.lower() != b"transfer-encoding", "the client is not known to send chunks"
        lines.append(line)
    method, path, _ = first.decode().split(" ", 2)
    return method, path, b"".join(lines) + b"\r\n" + reader.read(length)


def _answer(service: socket.socket, method: str) -> Answered:
    response = HTTPResponse(service, method=method)
    response.begin()
    body = response.read()
    kept = [
        (name, value)
        for name, value in response.getheaders()
        if name.lower() not in {"transfer-encoding", "connection"}
        and (method == "HEAD" or name.lower() != "content-length")
    ]
    if method != "HEAD" and response.status not in _BODILESS:
        kept.append(("Content-Length", str(len(body))))
    head = f"HTTP/1.1 {response.status} {response.reason}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in kept)
    return Answered(head.encode() + b"\r\n" + body)
