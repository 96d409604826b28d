"""Works on images here, without limits: for images that are one's own, and for tests."""

from collections.abc import Sequence

from compiler.base.failure import WorldError
from compiler.base.hashing import sha256
from compiler.images.work import Answer, Done, Failure, Order, Read, Task


class DirectWork:
    """Does what is asked about images in this process; the same is done once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Task], Done] = {}

    def done(self, orders: Sequence[Order], read: Read) -> dict[Order, Answer]:
        """Return the answer to each order, as `ImageWork.done`."""
        return {order: self._one(order, read).answer for order in orders}

    def data(self, order: Order, read: Read) -> bytes:
        """Return the bytes that an order made, as `ImageWork.data`."""
        done = self._one(order, read)
        if isinstance(done.answer, Failure):
            raise WorldError(f"`{order.path}`: {done.answer.reason}")
        return done.data

    def _one(self, order: Order, read: Read) -> Done:
        data = read(order.path)
        key = sha256(data), order.task
        if key not in self._kept:
            self._kept[key] = _done(data, order.task)
        return self._kept[key]


def _done(data: bytes, task: Task) -> Done:
    from compiler.images.doing import do  # noqa: PLC0415 - it imports Pillow
    from compiler.images.opening import Unusable  # noqa: PLC0415

    try:
        return do(data, [task])[0]
    except Unusable as unusable:
        return Done(Failure(str(unusable)))
