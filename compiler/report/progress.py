"""How far a long piece of work is: one line on a terminal, in a log a line a minute at most."""

import time
from collections.abc import Callable
from typing import TextIO

_MINUTE = 60.0
_BAR = 24


class UploadProgress:
    """Shows how many objects are written, on a line that is written over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._seen = stream.isatty()

    def uploaded(self, count: int, total: int) -> None:
        """Show that ``count`` of ``total`` objects are written; the last one clears the line."""
        if not self._seen:
            return
        words = f"uploaded {count:,} of {total:,}"
        self._stream.write(f"\r{' ' * len(words) if count == total else words}")
        if count == total:
            self._stream.write("\r")
        self._stream.flush()


class WorkProgress:
    """Shows how much of some work is done: a bar on a terminal, a line a minute in a log.

    ``name`` is what is worked on (``images``), ``unit`` what is counted (``pieces of work``).
    """

    def __init__(
        self,
        stream: TextIO,
        seconds: Callable[[], float] = time.monotonic,
        *,
        name: str = "images",
        unit: str = "pieces of work",
    ) -> None:
        self._stream = stream
        self._seconds = seconds
        self._last = seconds()
        self._name, self._unit = name, unit

    def worked(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` pieces are made; the last one clears the line."""
        if self._stream.isatty():
            self._bar(done, total)
        elif done == 0:
            self._last = self._seconds()
        elif self._seconds() - self._last >= _MINUTE:
            self._last = self._seconds()
            self._stream.write(f"{self._name}: {done:,} of {total:,} {self._unit} done\n")
            self._stream.flush()

    def _bar(self, done: int, total: int) -> None:
        full = _BAR * done // total
        line = f"{self._name} [{'#' * full}{'.' * (_BAR - full)}] {done:,} of {total:,}"
        self._stream.write(f"\r{line}" if done < total else f"\r{' ' * len(line)}\r")
        self._stream.flush()
