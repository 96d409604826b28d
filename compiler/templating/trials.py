"""What is asked of whoever renders templates, and what they answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from compiler.templating.escaping import Output
from compiler.templating.fault import Fault


class TroubleKind(StrEnum):
    """What came of a rendering."""

    FAILED = "failed"
    LEAKED = "leaked"
    GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class Trial:
    """A subject or body in one language, compiled for each output.

    ``source`` is the text as its author writes it, ``samples`` makes the samples by name. ``key``
    tells what they are made from: trials with the same key come to the same.
    """

    source: str
    locale: str
    templates: Mapping[Output, str]
    samples: Callable[[], Mapping[str, Mapping[str, Any]]]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with what came out, and with which sample.

    ``piece`` is what to look for in the source, the one after ``skip`` others; empty where nothing
    of it is to blame more than the rest. Not ``lasting`` is what another run may not find: that
    something takes too long.
    """

    kind: TroubleKind
    message: str
    sample: str
    piece: str = ""
    skip: int = 0
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """A template to be rendered for its text."""

    template: str
    values: Mapping[str, Any]
    locale: str
    output: Output


class Renderer(Protocol):
    """What renders templates of strangers, within limits of time, memory and output."""

    def probe(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        """Return for each trial what `probed` finds, or that it took too much."""
        ...

    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        """Return for each job what `render` returns, or that it took too much."""
        ...
