"""What becomes of a task, what is recorded on the way, and the state of one that is open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from compiler.ports.translator import Reply
from compiler.translate.batching import Segment, masked_of
from compiler.translate.fault import AnswerFault
from compiler.translate.judging import Made
from compiler.translate.masking import unanchored, unmasked
from compiler.translate.task import StringTarget, Task

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters of control, and halves of characters, which a model may send as JSON escapes."""


class Origin(StrEnum):
    """Where a translation comes from."""

    MEMORY = "memory"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a translation, or the reason why there is none.

    ``remarks`` are matters of style that it was taken with, ``asked`` is how often it was asked.
    """

    task: Task
    made: Made | None = None
    origin: Origin = Origin.PROVIDER
    reason: str = ""
    remarks: tuple[str, ...] = ()
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    """The answer to an ask: by segment the text, and what is wrong with it, empty if nothing is."""

    key: str
    answers: tuple[str, ...]
    faults: tuple[str, ...]


@dataclass(slots=True)
class OpenTask:
    """A task under way: its answers so far, what is asked for, and what was wrong before.

    ``wholes`` are pieces that the memory has; ``fallback`` has matters of style.
    """

    task: Task
    answers: dict[Segment, str] = field(default_factory=dict)
    wholes: dict[int, str] = field(default_factory=dict)
    asked: set[Segment] = field(default_factory=set)
    attempt: int = 1
    alone: bool = False
    problems: dict[Segment, tuple[str, str]] = field(default_factory=dict)
    fallback: Outcome | None = None
    was_asked: bool = False

    @property
    def segments(self) -> list[Segment]:
        """All segments that are asked for, in order."""
        return [
            (number, index)
            for number, piece in enumerate(self.task.pieces)
            if number not in self.wholes
            for index in range(len(piece.cut.segments))
        ]

    @property
    def missing(self) -> list[Segment]:
        """Those that are to be asked for: all without an answer, once nothing is under way."""
        return [] if self.asked else [one for one in self.segments if one not in self.answers]

    @property
    def whole(self) -> bool:
        """Whether every segment has its answer."""
        return all(one in self.answers for one in self.segments)

    def assembled(self) -> Made:
        """Return the translation put together. Raises AnswerFault."""
        values = dict[str, str]()
        for number, piece in enumerate(self.task.pieces):
            if number in self.wholes:
                values[piece.name] = self.wholes[number]
                continue
            said = [self.answers[number, index] for index in range(len(piece.cut.segments))]
            values[piece.name] = piece.cut.join(said)
        target = self.task.target
        if isinstance(target, StringTarget):
            return Made(self.task, texts=target.assembled(values))
        return Made(self.task, values=target.assembled(values))


def read_answer(key: str, reply: Reply) -> tuple[str, str]:
    """Return an answer without its own mark, and what is wrong with it as such."""
    if reply.fault:
        return "", reply.fault
    answer = reply.texts.get(key)
    if answer is None:
        return "", "there is no answer to this text"
    if _UNWRITABLE.search(answer):
        return "", "the answer has characters in it that no text has"
    try:
        return unanchored(key, answer), ""
    except AnswerFault as fault:
        return "", str(fault)


def mark_fault(task: Task, segment: Segment, answer: str) -> str:
    """Return what is wrong with the marks of an answer, nothing where they are right."""
    try:
        unmasked(masked_of(task, segment), answer)
    except AnswerFault as fault:
        return str(fault)
    return "" if answer.strip() else "the answer is empty"


Records = Mapping[str, Recorded]
"""Answers by the key of what was asked."""
