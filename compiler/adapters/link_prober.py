"""Follows links: politely, never into a private network, never for long."""

import http.client
import ssl
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from compiler.adapters.parallel import in_parallel
from compiler.adapters.pinned_http import Reply, ask, port_of
from compiler.ports.links import Answer, Fate, Network, NoSuchHostError

_GONE = (404, 410)
_GUARDED = (401, 402, 403, 405, 406, 407, 451)
"""Answers of a server that has the page, and does not show it to us."""
_REFUSED = 400
_FOR_GOOD = (301, 308)
_LEADS_ON = (301, 302, 303, 307, 308)
_MOST_HOPS = 10


class Pace(NamedTuple):
    """How much is asked at once, and how long: seconds of one request, of all, between two."""

    hosts: int = 8
    request: float = 10
    in_all: float = 600
    pause: float = 0.2


class HttpLinkProber:
    """Follows links over a network; several hosts at once, each of them one link at a time."""

    def __init__(
        self, network: Network, context: ssl.SSLContext | None = None, pace: Pace | None = None
    ) -> None:
        self._network = network
        self._context = context or ssl.create_default_context()
        self._pace = pace or Pace()

    def answers(self, urls: Collection[str]) -> Mapping[str, Answer]:
        """Return where each address leads."""
        until = time.monotonic() + self._pace.in_all
        by_host: dict[str, list[str]] = {}
        for url in urls:
            by_host.setdefault(_host(url), []).append(url)

        def followed(those: list[str]) -> dict[str, Answer]:
            return dict(self._of_host(those, until))

        found: dict[str, Answer] = {}
        for answers in in_parallel(followed, by_host.values(), self._pace.hosts):
            found.update(answers)
        return found

    def _of_host(self, urls: Iterable[str], until: float) -> Iterable[tuple[str, Answer]]:
        known: dict[str, Answer] = {}
        for url in urls:
            whole = urldefrag(url).url
            if whole in known:
                pass
            elif time.monotonic() > until:
                known[whole] = Answer(Fate.UNKNOWN, "was not asked for: there are too many links")
            else:
                if known:
                    time.sleep(self._pace.pause)
                known[whole] = self._answer(whole)
            yield url, known[whole]

    def _answer(self, url: str) -> Answer:
        """Follow one address to its end."""
        try:
            return self._followed(url)
        except NoSuchHostError as failure:
            return Answer(Fate.DEAD, f"has a host that there is not: `{failure}`")
        except ssl.SSLCertVerificationError as failure:
            return Answer(
                Fate.DEAD, f"has a certificate that is not trusted: {failure.verify_message}"
            )
        except (OSError, http.client.HTTPException) as failure:
            why = getattr(failure, "strerror", None) or str(failure) or type(failure).__name__
            return Answer(Fate.UNKNOWN, f"does not answer: {why.lower()}")
        except ValueError:
            return Answer(Fate.DEAD, "is no address")

    def _followed(self, url: str) -> Answer:
        at, target, for_good = url, url, True
        for _ in range(_MOST_HOPS):
            parts = urlsplit(at)
            if parts.scheme not in ("http", "https"):
                return Answer(Fate.ALIVE)  # an application takes it from here
            reply = self._reply(parts)
            if reply is None:
                way = "" if at == url else f" by way of `{at}`"
                return Answer(Fate.PRIVATE, f"leads into a private network{way}")
            if reply.status not in _LEADS_ON or not reply.location:
                return _settled(reply.status, url, at, target)
            at = urldefrag(urljoin(at, reply.location)).url
            for_good = for_good and reply.status in _FOR_GOOD
            target = at if for_good else target
        return Answer(Fate.DEAD, f"is led on more than {_MOST_HOPS} times")

    def _reply(self, url: SplitResult) -> Reply | None:
        """Ask for one address; None where it is not public. Some servers know no HEAD."""
        addresses = self._network.addresses(url.hostname or "", port_of(url))
        if not addresses or not all(map(self._network.is_public, addresses)):
            return None
        with suppress(http.client.HTTPException):
            reply = ask("HEAD", url, addresses, self._context, self._pace.request)
            if reply.status < _REFUSED:
                return reply
        return ask("GET", url, addresses, self._context, self._pace.request)


def _settled(status: int, url: str, at: str, target: str) -> Answer:
    answers = f"answers {status}" if at == url else f"leads to `{at}`, which answers {status}"
    if status in _GONE:
        return Answer(Fate.DEAD, answers)
    if status >= _REFUSED and status not in _GUARDED:
        return Answer(Fate.UNKNOWN, answers)
    return Answer(Fate.ALIVE) if target == url else Answer(Fate.MOVED, target=target)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
