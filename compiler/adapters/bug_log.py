"""Where a failure that nobody expected leaves its traceback."""

import os
import tempfile
import traceback


def write_bug_log() -> str:
    """Write the traceback of the exception being handled to a file of its own; return its path."""
    try:
        handle, path = tempfile.mkstemp(prefix="clientarea-bug-", suffix=".log")
    except OSError:
        return "could not be written"
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(traceback.format_exc())
    return path
