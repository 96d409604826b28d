"""Why a mail of another system does not come in."""


class RefusedMailError(Exception):
    """Something in a mail has no counterpart in templates; ``str()`` says what, in one clause."""
