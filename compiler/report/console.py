"""The terminal: results on stdout, words about the work on stderr, colour only where it is seen."""

import os
import sys
from typing import Any, NamedTuple, TextIO

_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "strong": "\x1b[1m",
    "faint": "\x1b[2m",
    "good": "\x1b[32m",
    "match": "\x1b[1;31m",
}
_RESET = "\x1b[0m"


class Console(NamedTuple):
    """Where a command writes. ``out`` takes its result, ``err`` what it says about its work.

    A named tuple because every run pays for its import, and `dataclasses` costs a third of a start.
    """

    out: TextIO
    err: TextIO
    color: bool = False

    def result(self, text: str) -> None:
        """Write a part of the result, with a line break."""
        self.out.write(text + "\n")

    def data(self, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Write the result for programs: JSON, indented, keys in the order given."""
        import json  # noqa: PLC0415 - only the runs that print JSON pay for it

        self.result(json.dumps(value, ensure_ascii=False, indent=2))

    def note(self, text: str) -> None:
        """Say something about the work; flushed, so that it is seen while the work goes on."""
        self.err.write(text + "\n")
        self.err.flush()

    def style(self, name: str, text: str) -> str:
        """Return ``text`` in a style of the table, where the terminal shows colour."""
        return f"{_STYLES[name]}{text}{_RESET}" if self.color else text


def standard_console() -> Console:
    """Return the console of this process: colour on a terminal, unless NO_COLOR says no."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    seen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return Console(sys.stdout, sys.stderr, color=seen and not os.environ.get("NO_COLOR"))
