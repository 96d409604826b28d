"""A web server with the pages of a test: path → status and where it leads; it notes what is asked."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from typing_extensions import override

SLOW = 0
"""The status of a page of which a byte comes now and then, and never the last one."""
SHUT = -1
"""The status of a page at which the server breaks off."""
TAKEN = 0.005
"""How long the making of an answer takes, in seconds: two at once are seen to be at once."""


@dataclass
class Site:
    """``pages`` by path: the status, or the status and the address that it leads to.

    With ``head`` those of HEAD alone are others. ``seen`` has method, host and path of each request.
    """

    pages: Mapping[str, int | tuple[int, str]]
    head: Mapping[str, int] = field(default_factory=dict)
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    most: int = 0
    port: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str, host: str = "shop.example", scheme: str = "http") -> str:
        """Return the address of a page."""
        return f"{scheme}://{host}:{self.port}{path}"

    def answer(self, method: str, path: str) -> tuple[int, str | None]:
        """Return the status of a page, and where it leads."""
        page = self.pages.get(path, 404)
        status, location = page if isinstance(page, tuple) else (page, None)
        status = self.head.get(path, status) if method == "HEAD" else status
        return status, location and location.replace("PORT", str(self.port))

    @contextmanager
    def request(self, method: str, host: str, path: str) -> Iterator[None]:
        """Note a request, and how many there are at once."""
        with self._lock:
            self.seen.append((method, host, path))
            self._now += 1
            self.most = max(self.most, self._now)
        try:
            yield
        finally:
            with self._lock:
                self._now -= 1


class _Handler(BaseHTTPRequestHandler):
    site: ClassVar[Site]

    def do_GET(self) -> None:
        with self.site.request(self.command, self.headers.get("Host", ""), self.path):
            status, location = self.site.answer(self.command, self.path)
            time.sleep(TAKEN)
        # A request is over before its answer goes out: who has it may ask for the next at once.
        if status == SLOW:
            self._drip()
        elif status != SHUT:
            self.send_response(status)
            if location is not None:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()
        self.close_connection = True

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def _drip(self) -> None:
        with suppress(OSError):  # until whoever asked has gone
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                self.wfile.write(b"X: y\r\n")
                self.wfile.flush()
                time.sleep(0.2)

    @override
    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    @override
    def handle_error(self, *_: Any) -> None:
        pass  # a handshake that the client broke off


@contextmanager
def serving(site: Site, context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve a site on this machine."""
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": site}))
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.socket.getsockname()[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def unused_port() -> int:
    """Return a port at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
