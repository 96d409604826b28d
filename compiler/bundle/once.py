"""What areas have alike is made once: a thousand of them show most content as it is shared."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
Named = Iterable[tuple[str, Any]]


class Once:
    """Remembers what was made of the same values, for all areas of one side.

    The same are those that are one object: what an area has no difference to is not copied for it.
    """

    def __init__(self) -> None:
        # The values stand beside what was made of them, so that no other comes to their identity.
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._shared: set[int] = set()

    def of(self, what: Hashable, values: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what ``make`` makes; ``what`` tells it from all else that is made of the values.

        It must depend on nothing but the two, and nobody may change it.
        """
        key = (what, *map(id, values))
        if key not in self._made:
            made = make()
            self._made[key] = values, made
            self._shared.add(id(made))
        result: T = self._made[key][1]
        return result

    def all_of(
        self, what: Hashable, values: tuple[object, ...], make: Callable[[], Named]
    ) -> list[tuple[str, Any]]:
        """Return logical names and contents as `of` would, each of the contents made here."""
        found = self.of(what, values, lambda: list(make()))
        self._shared.update(id(content) for _, content in found)
        return found

    def has_made(self, value: object) -> bool:
        """Tell whether this very value was made here, and so may come again for another area."""
        return id(value) in self._shared
