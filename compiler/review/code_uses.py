"""What code asks for now: handed to history rules as a value, never read by them."""

from dataclasses import dataclass

from compiler.code.use import Use


@dataclass(frozen=True, slots=True)
class CodeUses:
    """The uses of keys in code, each with its namespace, in the order of the files."""

    uses: tuple[Use, ...] = ()
