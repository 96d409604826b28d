"""What the memory of the repository answers of tasks, before anybody is asked."""

from collections.abc import Mapping
from typing import NamedTuple

from compiler.rules.check import Scope
from compiler.translate.batching import Segment
from compiler.translate.masking import restored
from compiler.translate.memory import Memory, as_answer
from compiler.translate.task import Piece, Task


class Recall(NamedTuple):
    """What is known of a task: whole pieces by number, and answers by segment."""

    wholes: Mapping[int, str]
    answers: Mapping[Segment, str]


def memory_of(scope: Scope, locale: str) -> Memory:
    """Return the memory of a language, read for the first who asks."""
    memories = scope.once(_memories)
    if locale not in memories:
        memories[locale] = Memory(scope, locale)
    return memories[locale]


def _memories(_: Scope) -> dict[str, Memory]:
    return {}


def recalled(scope: Scope, task: Task) -> Recall:
    """Return what the memory has of a task."""
    memory = memory_of(scope, task.locale)
    wholes: dict[int, str] = {}
    answers: dict[Segment, str] = {}
    for number, piece in enumerate(task.pieces):
        whole = memory.exact(piece.original) if piece.original else None
        if whole is not None:
            wholes[number] = whole
        elif len(piece.cut.segments) > 1:
            found = _blocks(memory, piece)
            answers |= {(number, index): text for index, text in found.items()}
    return Recall(wholes, answers)


def _blocks(memory: Memory, piece: Piece) -> dict[int, str]:
    """Return the blocks of a long text that are known."""
    if piece.source != piece.original:
        return {}
    found = {}
    for index, masked in enumerate(piece.cut.segments):
        translation = memory.exact(restored(masked))
        answer = None if translation is None else as_answer(masked, translation)
        if answer is not None:
            found[index] = answer
    return found
