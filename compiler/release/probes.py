"""Folders in which stores are tried, named by when that began; and what dead runs left of them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from compiler.ports.store import ObjectStore

PROBE = "probe/"
"""Where checks write, on both sides."""

ABANDONED = timedelta(days=1)
"""No run takes so long, however far apart the clocks of two machines are."""

_STAMP = "%Y%m%dT%H%M%SZ"
_FOLDER = re.compile(rf"{PROBE}(\d{{8}}T\d{{6}}Z)-[^/]+/")


def probe_folder(began: datetime, nonce: str) -> str:
    """Return the folder of one run. Others can tell by its name how old it is."""
    return f"{PROBE}{began.astimezone(UTC).strftime(_STAMP)}-{nonce}/"


def left_behind(store: ObjectStore, now: datetime) -> Iterator[str]:
    """Yield what runs that died have left; of a name that says no time nobody knows.

    Raises StoreError.
    """
    for name in store.names(PROBE):
        found = _FOLDER.match(name)
        began = None if found is None else _time(found[1])
        if began is not None and now - began > ABANDONED:
            yield name


def _time(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
