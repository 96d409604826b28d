"""One use of a key in code."""

from collections.abc import Iterator
from typing import NamedTuple

from compiler.base.place import Place

UNKNOWN = "?"
"""The namespace of a key where code works it out when it runs."""


class Passed(NamedTuple):
    """What code hands over beside a key.

    ``names`` are the values for placeholders, None where that cannot be told. ``tags`` are those of
    them that are given as a function or an element. ``default`` is the text that code has for the
    key, ``forms`` its plural forms by category, ``comment`` what it says to translators. ``icu``
    says that the text is an ICU message. ``number`` is that of values which are passed by position.
    """

    names: frozenset[str] | None = None
    tags: frozenset[str] = frozenset()
    default: str | None = None
    forms: tuple[tuple[str, str], ...] = ()
    comment: str | None = None
    icu: bool = False
    number: int | None = None


NOTHING_KNOWN = Passed()


class Use(NamedTuple):
    """A key as code names it.

    ``text`` is what is written, ``start`` and ``end`` the bytes of it in the file, without quotes.
    ``prefix`` is what a hook puts before it; ``namespace`` is that of the text or of a hook, None
    where neither names one, ``UNKNOWN`` where nobody can know it; ``others`` are asked after it.
    Of a key that is put together while the program runs (``exact`` is false) ``text`` is how it
    begins, ``tail`` how it ends; ``via`` is the expression whose written values an exact one is
    one of. One that is ``optional`` need not exist; one that is a ``branch`` asks for all keys
    below it as well. One that is ``loose`` is asked for by what comes from elsewhere: a prefix and
    a namespace may belong to it that do not stand here.
    """

    place: Place
    text: str
    start: int
    end: int
    exact: bool = True
    prefix: str = ""
    namespace: str | None = None
    tail: str = ""
    others: tuple[str, ...] = ()
    via: str | None = None
    passed: Passed = NOTHING_KNOWN
    optional: bool = False
    branch: bool = False
    loose: bool = False

    @property
    def label(self) -> str:
        """The whole key."""
        return f"{self.prefix}{self.text}"

    @property
    def is_open(self) -> bool:
        """Whether nothing at all is known of the key."""
        return not self.exact and not self.label and not self.tail

    def may_be(self, label: str) -> bool:
        """Tell whether it is this key, or could be when the program runs."""
        if self._fits(label):
            return True
        return self.loose and any(self._fits(rest) for rest in endings(label))

    def _fits(self, label: str) -> bool:
        if self.exact:
            return self.label == label
        return (
            len(label) >= len(self.label) + len(self.tail)
            and label.startswith(self.label)
            and label.endswith(self.tail)
        )


def endings(label: str) -> Iterator[str]:
    """Yield what is left of a label behind each of its dots."""
    at = label.find(".")
    while at >= 0:
        yield label[at + 1 :]
        at = label.find(".", at + 1)


class NamedSpace(NamedTuple):
    """A namespace as code names it: ``start`` and ``end`` are the bytes of it in the file."""

    place: Place
    name: str
    start: int
    end: int


class Directive(NamedTuple):
    """A comment `clientarea: uses deposit.*` about what no tool can see.

    ``pattern`` is a label with `*` for anything, ``namespace`` None where it names none. ``line``
    is the line of code that it stands on or above.
    """

    place: Place
    pattern: str
    namespace: str | None
    line: int
