"""Where bundles stand between being made and being published: each once, however many name it."""

from collections.abc import Callable
from dataclasses import replace

from compiler.bundle.artifacts import Bundle, Held

Keep = Callable[[bytes], Callable[[], bytes]]
"""Takes bytes, and returns what reads them again."""


class Shelf:
    """Takes in bundles, and hands out those to use: equal ones are one, kept where ``keep`` says.

    Most areas show most content alike, so that memory grows with what differs.
    """

    def __init__(self, keep: Keep = Held) -> None:
        self._keep = keep
        self._by_hash: dict[str, Bundle] = {}

    def put(self, bundle: Bundle) -> Bundle:
        """Return the bundle of these bytes."""
        known = self._by_hash.get(bundle.sha256)
        if known is None:
            known = replace(bundle, read=self._keep(bundle.read()))
            self._by_hash[bundle.sha256] = known
        return known
