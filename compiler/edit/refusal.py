"""Why an edit is refused: told apart by type, said in one sentence. Nothing is written then."""

from compiler.base.failure import UsageError


class UneditableError(UsageError):
    """A file is written in a way that only its author can change; ``str()`` names the line."""

    def __init__(self, path: str, line: int) -> None:
        """``line`` counts from 1."""
        super().__init__(
            f"`{path}` is written in a way that only you can change: see line {line}; "
            "nothing was written"
        )


class BrokenFileError(UsageError):
    """A file cannot be read, and so not be edited; ``str()`` says where and why."""

    def __init__(self, path: str, line: int, message: str) -> None:
        """``message`` is that of the finding, ``line`` counts from 1."""
        super().__init__(f"`{path}` cannot be edited as it is: line {line}: {message}")


class AbsentError(UsageError):
    """A file has no such place, or has it already; ``str()`` names it."""


class UnwritableError(UsageError):
    """A value that the format has no way to write; ``str()`` says what it is."""
