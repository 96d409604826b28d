"""`diff-po`: a catalogue as `git diff` shows it, and `git log -p`, in clones that installed it."""

from pathlib import Path

from compiler.base.failure import UsageError
from compiler.commands.exits import FINE
from compiler.edit.catalogue.faults import faults_of
from compiler.read.po import read_po
from compiler.report.catalogue_text import catalogue_text
from compiler.report.console import Console


def run(console: Console, *, project: str | None, file: str) -> int:  # noqa: ARG001 - needs none
    """Write a catalogue an entry a line; as it is, where it cannot be read as one."""
    try:
        data = Path(file).read_bytes()
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise UsageError(f"`{file}` cannot be read: {reason}") from failure
    read = read_po("", data)
    text = data.decode("utf-8", "replace") if faults_of(read) else catalogue_text(read)
    console.result(text.rstrip("\n"))
    return FINE
