"""What is asked at once: questions of one language, as many as a request may have."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from compiler.base.hashing import canonical_json, sha256
from compiler.model.content import Content
from compiler.ports.translator import Question, Request, Topic
from compiler.translate.context import topic_of
from compiler.translate.masking import Masked, anchored
from compiler.translate.task import Task

_LARGEST = 6000
"""Characters of source text in a request, unless one segment alone has more."""

_DIGITS = 16

Segment = tuple[int, int]
"""A piece of a task and a segment of it, by number."""


class Ask(NamedTuple):
    """Segments of one task that are asked for together; ``key`` is the same in every run.

    ``problems`` say by segment what was wrong with the answer before, and what it was.
    """

    key: str
    task: Task
    segments: tuple[Segment, ...]
    attempt: int = 1
    problems: Mapping[Segment, tuple[str, str]] = {}
    alone: bool = False

    @property
    def size(self) -> int:
        """How many characters it asks for."""
        return sum(len(masked_of(self.task, one).text) for one in self.segments)


class Batch(NamedTuple):
    """A request and the asks that it is made of; ``names`` tell which question is which segment."""

    request: Request
    asks: tuple[Ask, ...]
    names: Mapping[str, tuple[int, Segment]]


class Tongue(NamedTuple):
    """What all requests into a language share."""

    content: Content
    source: str
    styles: Mapping[str, str]
    similar: Callable[[str, str], Sequence[tuple[str, str]]]


def masked_of(task: Task, segment: Segment) -> Masked:
    """Return a segment of a task."""
    return task.pieces[segment[0]].cut.segments[segment[1]]


def ask_key(
    identity: str,
    task: Task,
    segments: Sequence[Segment],
    attempt: int,
    problems: Mapping[Segment, tuple[str, str]],
) -> str:
    """Return a key of what is asked of whom, the same whatever is asked beside it."""
    said = [masked_of(task, one)[:3] for one in segments]
    told = [problems.get(one) for one in segments]
    return sha256(canonical_json([identity, task.name, task.state, said, attempt, told]))[:_DIGITS]


def parted(asks: Iterable[Ask], most: int) -> Iterator[tuple[Ask, ...]]:
    """Part asks into groups for a request each: of one language, those that stand alone alone."""
    group: list[Ask] = []
    number = size = 0
    for one in asks:
        full = number + len(one.segments) > most or size + one.size > _LARGEST
        if group and (full or one.alone or group[0].task.locale != one.task.locale):
            yield tuple(group)
            group, number, size = [], 0, 0
        group.append(one)
        number, size = number + len(one.segments), size + one.size
        if one.alone:
            yield tuple(group)
            group, number, size = [], 0, 0
    if group:
        yield tuple(group)


def chunks(task: Task, segments: Sequence[Segment], most: int) -> Iterator[tuple[Segment, ...]]:
    """Part the segments of a task so that each part has room in a request."""
    part: list[Segment] = []
    size = 0
    for one in segments:
        length = len(masked_of(task, one).text)
        if part and (len(part) == most or size + length > _LARGEST):
            yield tuple(part)
            part, size = [], 0
        part.append(one)
        size += length
    if part:
        yield tuple(part)


def batch_of(asks: tuple[Ask, ...], tongue: Tongue) -> Batch:
    """Return the request that asks for all of them."""
    target = asks[0].task.locale
    names: dict[str, tuple[int, Segment]] = {}
    topics: list[Topic] = []
    for index, ask in enumerate(asks):
        questions = []
        for segment in ask.segments:
            key = str(len(names) + 1)
            names[key] = index, segment
            questions.append(_question(key, ask, segment))
        topics.append(
            topic_of(
                ask.task,
                questions,
                tongue.content,
                lambda text: tongue.similar(target, text),
                alone=ask.alone,
            )
        )
    identity = sha256(canonical_json([[one.key for one in asks], [repr(one) for one in topics]]))
    chain = (target, *tongue.content.languages.chain(target).parents)
    style = next((tongue.styles[tag] for tag in chain if tag in tongue.styles), "")
    return Batch(Request(identity, tongue.source, target, tuple(topics), style), asks, names)


def _question(key: str, ask: Ask, segment: Segment) -> Question:
    piece = ask.task.pieces[segment[0]]
    masked = piece.cut.segments[segment[1]]
    problem, rejected = ask.problems.get(segment, ("", ""))
    name = "" if piece.name == "text" else piece.name
    note = "; ".join(word for word in (name, masked.note) if word)
    former = piece.former if segment[1] == 0 else ""
    return Question(key, anchored(key, masked.text), note, former, rejected, problem)
