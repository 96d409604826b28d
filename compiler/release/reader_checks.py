"""What the public side must answer to readers: anybody, from the pages of any origin."""

import gzip
from collections.abc import Iterator

from compiler.ports.readers import Page, Readers
from compiler.ports.store import ObjectStore
from compiler.release.layout import PUBLIC_OBJECT
from compiler.release.store_checks import Verdict

ORIGIN = "https://portal.example"
"""A page of another origin, which reads content with `fetch`."""

_BODY = b'{"text":"' + b"word " * 500 + b'"}'
_FINE = 200


def read_as_a_reader(
    store: ObjectStore, public_url: str, readers: Readers, within: str
) -> Iterator[Verdict]:
    """Write an object, read it at its public address, take it away. Raises StoreError.

    ``within`` is the folder of this run.
    """
    name = f"{within}reader.json"
    store.put(name, _BODY, PUBLIC_OBJECT)
    try:
        address = f"{public_url.rstrip('/')}/{name}"
        page = readers.read(address, {"Origin": ORIGIN, "Accept-Encoding": "gzip"})
    finally:
        store.delete([name])
    wrong = None if page.status == _FINE else f"`{address}` answers {page.status}"
    yield Verdict("anybody can read the public side", wrong)
    if wrong is None:
        yield Verdict("bytes arrive as they were written", _bytes(page))
        yield Verdict("pages of other origins may read it (CORS)", _origins(page))
        yield Verdict("caches are told how long to keep it", _cached(page))


def _bytes(page: Page) -> str | None:
    coding = page.headers.get("content-encoding")
    try:
        data = gzip.decompress(page.data) if coding == "gzip" else page.data
    except (OSError, EOFError):
        return "what is said to be compressed is not"
    if data != _BODY:
        return "other bytes arrive" if coding else "other bytes arrive: is Content-Encoding lost?"
    return None


def _origins(page: Page) -> str | None:
    allowed = page.headers.get("access-control-allow-origin")
    if allowed in {"*", ORIGIN}:
        return None
    said = f"it allows `{allowed}` alone" if allowed else "there is no Access-Control-Allow-Origin"
    return f"{said}: a page of `{ORIGIN}` could not read content"


def _cached(page: Page) -> str | None:
    said = page.headers.get("cache-control")
    if said == PUBLIC_OBJECT.cache_control:
        return None
    return f"Cache-Control is `{said}`, not `{PUBLIC_OBJECT.cache_control}`"
