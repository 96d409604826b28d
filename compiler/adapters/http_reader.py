"""Reading an address as a browser does that has no credentials."""

import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping

from compiler.ports.readers import Page
from compiler.ports.store import StoreError

_TIMEOUT = 30


class HttpReader:
    """Asks by HTTP, follows redirects, sends no cookie."""

    def read(self, address: str, headers: Mapping[str, str]) -> Page:
        """Ask for an address; an answer that refuses is an answer."""
        request = urllib.request.Request(address, headers=dict(headers))  # noqa: S310 - a Url
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
                return _page(answer.status, answer.headers.items(), answer.read())
        except urllib.error.HTTPError as refusal:
            with refusal:
                return _page(refusal.code, refusal.headers.items(), b"")
        except OSError as error:
            why = getattr(error, "reason", None) or error
            raise StoreError(f"cannot read `{address}`: {why}") from error


def _page(status: int, headers: Iterable[tuple[str, str]], data: bytes) -> Page:
    return Page(status, {name.lower(): value for name, value in headers}, data)
