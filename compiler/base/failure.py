"""Failures that are not the content's: told apart by type, said in one sentence."""


class UsageError(Exception):
    """The command cannot do what it was asked; ``str()`` is one sentence that says what to do."""


class WorldError(Exception):
    """The outside world failed; ``str()`` is one sentence that says where."""


class RefusedError(Exception):
    """What was asked is possible, and the content forbids it; ``str()`` says why and what to do."""
