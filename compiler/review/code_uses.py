"""What code asks for now: handed to history rules as a value, never read by them."""

from dataclasses import dataclass

from compiler.base.place import Place
from compiler.code.use import Use


@dataclass(frozen=True, slots=True)
class CodeUses:
    """The uses of keys in code, each with its namespace, in the order of the files.

    ``unread`` is where the settings name code, if nothing is installed that could read it.
    """

    uses: tuple[Use, ...] = ()
    unread: Place | None = None
