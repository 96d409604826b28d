"""Exit codes, and which kind of failure has which. Imported on every run: keep it light."""

FINE = 0
REFUSED = 1
USAGE = 2
WORLD = 3
PENDING = 4
BUG = 70
INTERRUPTED = 130
PIPE_CLOSED = 141  # as the shell says of what SIGPIPE has ended


def exit_code_of(failure: Exception) -> int:
    """Return the exit code of a failure by its type; what nobody expected is a bug of ours."""
    from compiler.base.failure import RefusedError, UsageError, WorldError
    from compiler.ports.history import HistoryError
    from compiler.ports.snapshot import UnreadableError
    from compiler.ports.store import StoreError

    table: dict[type[Exception], int] = {
        RefusedError: REFUSED,
        UsageError: USAGE,
        WorldError: WORLD,
        HistoryError: WORLD,
        StoreError: WORLD,
        UnreadableError: WORLD,
        OSError: WORLD,
    }
    return next((code for kind, code in table.items() if isinstance(failure, kind)), BUG)


def sentence_of(failure: Exception) -> str:
    """Return what people are told of a failure, without Python's own decorations."""
    if isinstance(failure, OSError) and failure.strerror:
        where = f": {failure.filename}" if failure.filename else ""
        return f"{failure.strerror}{where}"
    return str(failure)
