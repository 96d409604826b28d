"""One use of a key in code."""

from dataclasses import dataclass

from compiler.base.place import Place

UNKNOWN = "?"
"""The namespace of a key where code works it out when it runs."""


@dataclass(frozen=True, slots=True)
class Use:
    """A key as code names it.

    ``text`` is what is written, ``start`` and ``end`` the bytes of it in the file, without quotes.
    ``prefix`` is what a hook puts before it; ``namespace`` is that of the text or of a hook, None
    where neither names one, ``UNKNOWN`` where nobody can know it. Of a key that is put together
    while the program runs (``exact`` is false) ``text`` is how it begins, ``tail`` how it ends.
    """

    place: Place
    text: str
    start: int
    end: int
    exact: bool = True
    prefix: str = ""
    namespace: str | None = None
    tail: str = ""

    @property
    def label(self) -> str:
        """The whole key."""
        return f"{self.prefix}{self.text}"

    def may_be(self, label: str) -> bool:
        """Tell whether it is this key, or could be when the program runs."""
        if self.exact:
            return self.label == label
        return label.startswith(self.label) and label.endswith(self.tail)


@dataclass(frozen=True, slots=True)
class NamedSpace:
    """A namespace as code names it: ``start`` and ``end`` are the bytes of it in the file."""

    place: Place
    name: str
    start: int
    end: int
