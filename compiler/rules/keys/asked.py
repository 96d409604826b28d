"""What judging comes to: verdicts on strings, and what there is to say about code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from compiler.base.place import Place
from compiler.code.use import Directive, Use
from compiler.rules.keys.declared import Declared, Key


class Verdict(StrEnum):
    """What is known of a string: whether code asks for it."""

    USED = "used"
    UNUSED = "unused"
    UNDETERMINABLE = "undeterminable"
    UNDECLARED = "undeclared"


class Reason(NamedTuple):
    """Why a string may be asked for, in a few words, and where that stands."""

    words: str
    place: Place


_MOST = 5
"""So many reasons of one string are kept: people look at the first few."""


@dataclass(slots=True)
class Asked:
    """What is known of one string: where code names it, and what else keeps it alive."""

    uses: list[Use] = field(default_factory=list)
    sure: list[Reason] = field(default_factory=list)
    maybe: list[Reason] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        """What that comes to, of a string that is declared."""
        if self.sure or any(one.via is None for one in self.uses):
            return Verdict.USED
        return Verdict.UNDETERMINABLE if self.maybe or self.uses else Verdict.UNUSED

    def keep(self, reason: Reason) -> None:
        """Note what may ask for it."""
        if len(self.maybe) < _MOST:
            self.maybe.append(reason)


class Open(NamedTuple):
    """A key that is put together while code runs, and how many strings may be meant by it.

    One that is ``told`` has a comment that says which.
    """

    use: Use
    namespaces: tuple[str, ...]
    number: int


class Unneeded(NamedTuple):
    """A comment `clientarea: uses …` that says nothing, and why."""

    directive: Directive
    why: str


@dataclass(frozen=True)
class Judgement:
    """All that there is to say about code and strings.

    ``asked`` has each string that is declared in a namespace that code was read of; ``undeclared``
    the uses of those that nobody declares.
    """

    declared: Declared
    asked: Mapping[Key, Asked]
    undeclared: Mapping[Key, tuple[Use, ...]]
    opens: tuple[Open, ...] = ()
    unneeded: tuple[Unneeded, ...] = ()

    def of(self, verdict: Verdict) -> tuple[Key, ...]:
        """Return the strings of a verdict."""
        if verdict is Verdict.UNDECLARED:
            return tuple(self.undeclared)
        return tuple(key for key, one in self.asked.items() if one.verdict is verdict)
