"""What is asked about images, and answered: by whoever does it, and remembers it, or not."""

from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any, NamedTuple, Protocol, TypeAlias

from compiler.base.hashing import canonical_json, sha256
from compiler.images.picture import Picture
from compiler.images.recipe import Cut, Look, Recipe, Rendition

SURVEY = "survey"

Task: TypeAlias = "str | Cut | Recipe"
"""One thing to do with an image: `SURVEY` it, look at a part, make a rendition."""


class Failure(NamedTuple):
    """Why something could not be done with an image, in one sentence for people."""

    reason: str


Answer: TypeAlias = "Picture | Look | Rendition | Failure"

Read = Callable[[str], bytes]
"""Returns the bytes of an image by its path."""


class Done(NamedTuple):
    """An answer, and the bytes that were made with it."""

    answer: Answer
    data: bytes = b""


class Order(NamedTuple):
    """A task for an image, which is named by its path."""

    path: str
    task: Task


class ImageWork(Protocol):
    """Who works on images; what was asked once is answered without doing it again."""

    def done(self, orders: Sequence[Order], read: Read) -> dict[Order, Answer]:
        """Return the answer to each order, those that read the same image or not.

        A survey of an image that cannot be used says so; of another task that cannot be done there
        is a `Failure`. Raises what ``read`` raises, and WorldError where no work can be done.
        """
        ...

    def data(self, order: Order, read: Read) -> bytes:
        """Return the bytes that an order made. Raises WorldError where it cannot be done."""
        ...


def told(answer: Answer) -> list[Any]:
    """Return an answer as JSON, for `understood`. A failure is not for keeping."""
    if isinstance(answer, Failure):
        raise TypeError(answer.reason)
    return [type(answer).__name__, *astuple(answer)]


def understood(said: Sequence[Any]) -> Answer:
    """Return the answer that `told` has told."""
    name, *values = said
    return _ANSWERS[name](*values)


_ANSWERS: dict[str, Callable[..., Answer]] = {
    one.__name__: one for one in (Picture, Look, Rendition)
}


def task_out(task: Task) -> list[Any]:
    """Return a task as JSON."""
    if isinstance(task, Recipe):
        return ["recipe", list(astuple(task.cut)), *astuple(task)[1:]]
    return ["look", *astuple(task)] if isinstance(task, Cut) else [task]


def task_in(said: Sequence[Any]) -> Task:
    """Return the task that `task_out` has written."""
    name, *values = said
    if name == "recipe":
        return Recipe(Cut(*values[0]), *values[1:])
    return Cut(*values) if name == "look" else SURVEY


def key_of(digest: str, task: Task, maker: str) -> str:
    """Return the name of a result: of the image's hash, what was done, and by which program."""
    return sha256(canonical_json([digest, task_out(task), maker]))
