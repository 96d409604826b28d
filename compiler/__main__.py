"""Where the command line begins, as `clientarea` and as `python -m compiler`.

It imports nothing before it can take an interruption.
"""

import gc
import os
import sys

TYPE_CHECKING = False  # to import it takes longer than all that is imported here
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130


def run() -> "NoReturn":
    """Run the command line; an interruption while it is still starting is one word too."""
    gc.disable()  # a run is short, and what it makes is needed to its end
    try:
        from compiler.adapters import listed_ahead

        listed_ahead.begin(sys.argv[1:])
        from compiler.cli import main

        code = main()
        listed_ahead.end()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        code = INTERRUPTED
    _leave(code)


def _leave(code: int) -> "NoReturn":
    """End at once with this code.

    To take apart what a large project has made would take a tenth of the time again. And after an
    interruption inside `exec`, which making a dataclass is, Python 3.11 would kill itself by the
    signal at its end, whoever has handled it.
    """
    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105 - `contextlib` is not imported yet
            stream.flush()
        except (OSError, ValueError):
            pass
    os._exit(code)


if __name__ == "__main__":
    run()
