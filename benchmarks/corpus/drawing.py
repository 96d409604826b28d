"""Draws that come out the same on every Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Draw:
    """Random choices from a seed.

    Of the module ``random`` only the method ``random`` is promised to give the same numbers in
    every version, so everything is made from it.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def one_of(self, choices: Sequence[_T]) -> _T:
        """Return one of several things, each equally likely."""
        return choices[int(self._random.random() * len(choices))]
