"""Serves a preview on this machine, from memory, and tells open pages when there is a new one.

Only pages of its own may read it: what is asked for under another name, as a site does that has its
name lead to this machine, is refused, and so is what another site would take in.
"""

import ipaddress
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from posixpath import splitext
from urllib.parse import unquote, urlsplit

from typing_extensions import override

from compiler.base.failure import UsageError
from compiler.bundle.artifacts import ANY_TYPE, MEDIA_TYPES

Files = Mapping[str, Callable[[], bytes]]
"""What is served: the bytes of each file, by its path."""

_TYPES = {
    **MEDIA_TYPES,
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_EVENTS = "events"
_SWITCH = 0.0005
"""Seconds after which the work on a preview lets a request pass; usual are ten times as many, and a
page asks for several files one after the other."""
_PULSE = 10.0
"""Seconds after which a line is written to a page that waits, to see whether it is still there."""


class LiveSite:
    """The newest preview, and what to tell open pages."""

    def __init__(self, site: Files) -> None:
        self.site = site
        self._news = threading.Condition()
        self._message = ""
        self._number = 0

    def show(self, site: Files) -> None:
        """Show another preview from now on; open pages load it."""
        self.site = site
        self._tell("event: changed\ndata: \n\n")

    def trouble(self, sentence: str) -> None:
        """Let open pages say why there is no new preview; the one of before stays."""
        lines = "".join(f"data: {line}\n" for line in sentence.splitlines())
        self._tell(f"event: trouble\n{lines}\n")

    def events(self) -> Iterator[str]:
        """Yield what is told from now on; now and then a line that says nothing."""
        seen = self._number
        yield ": open\n\n"
        while True:
            with self._news:
                if self._number == seen:
                    self._news.wait(_PULSE)
                told, seen, message = self._number != seen, self._number, self._message
            yield message if told else ": still here\n\n"

    def _tell(self, message: str) -> None:
        with self._news:
            self._number += 1
            self._message = message
            self._news.notify_all()


@contextmanager
def serving(live: LiveSite, host: str, port: int) -> Iterator[str]:
    """Serve at a host and port (0: any that is free) for as long as it is used; yield the address.

    Raises UsageError where that address cannot be had.
    """
    if not host:
        raise UsageError("`--host` is the name or the address where to listen: `127.0.0.1`")
    kind = _Server6 if ":" in host else ThreadingHTTPServer
    try:
        server = kind((host, port), partial(_Handler, live, host))
    except (OSError, OverflowError) as failure:
        why = getattr(failure, "strerror", None) or str(failure)
        raise UsageError(
            f"cannot serve at `{host}:{port}` ({why.lower()}); `--port` names another one"
        ) from failure
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        yield f"http://{f'[{host}]' if ':' in host else host}:{server.server_port}/"
    finally:
        sys.setswitchinterval(usual)
        server.shutdown()
        server.server_close()
        thread.join()


class _Server6(ThreadingHTTPServer):
    """Serves at an address of IPv6."""

    address_family: int = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server_version = "clientarea"
    sys_version = ""

    def __init__(self, live: LiveSite, host: str, *arguments: object) -> None:
        self._live, self._host = live, host
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file, or what happens."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Say what would be sent."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        if not self._is_asked_by_own_name() or self._is_of_another_site():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"", with_body=False)
            return
        name = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        read = self._live.site.get(name)
        if name == _EVENTS and with_body:
            self._stream()
        elif read is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"not here\n", with_body=with_body)
        else:
            kind = _TYPES.get(splitext(name)[1].lower(), ANY_TYPE)
            self._send(HTTPStatus.OK, kind, read(), with_body=with_body)

    def _is_asked_by_own_name(self) -> bool:
        """Tell whether the request names this machine, and no name that only leads here."""
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        if name in {"localhost", self._host}:
            return True
        with suppress(ValueError):
            return bool(ipaddress.ip_address(name))
        return False

    def _is_of_another_site(self) -> bool:
        """Tell whether a page of another site takes it in; to follow a link here is fine."""
        site = self.headers.get("Sec-Fetch-Site", "none")
        return site == "cross-site" and self.headers.get("Sec-Fetch-Mode") != "navigate"

    def _send(self, status: HTTPStatus, kind: str, data: bytes, *, with_body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            with suppress(ConnectionError):
                self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):
            for event in self._live.events():
                self.wfile.write(event.encode())
                self.wfile.flush()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a page asks for dozens of files."""
