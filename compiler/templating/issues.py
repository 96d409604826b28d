"""What is wrong with a template by its text and the schema of its variables alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from compiler.templating.reading import Reading
from compiler.templating.shapes import Shape

Path = tuple[str, ...]
"""A variable and the keys below it."""


class IssueKind(Enum):
    """What an issue is about."""

    UNPORTABLE = auto()
    UNDECLARED = auto()
    UNGUARDED = auto()
    MISTYPED = auto()
    UNESCAPED = auto()
    ADDRESS = auto()


REMARKS = frozenset({IssueKind.ADDRESS})
"""What keeps nothing from being rendered."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong: where in the text, what (in an author's words), and what to write.

    ``offset`` is from 0; ``name`` is the variable that it is about.
    """

    kind: IssueKind
    offset: int
    length: int
    message: str
    hint: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of variables at a place of a template.

    ``there`` are those that have a value, ``filled`` those that are not null: an `if` said so.
    """

    there: frozenset[Path] = frozenset()
    filled: frozenset[Path] = frozenset()

    def __or__(self, other: "Known") -> "Known":
        """Return what either knows."""
        return Known(self.there | other.there, self.filled | other.filled)

    def __and__(self, other: "Known") -> "Known":
        """Return what both know."""
        return Known(self.there & other.there, self.filled & other.filled)


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression may come to; ``path`` where it is a variable, or a part of one.

    ``absent`` where it may not be there, ``offset`` where it stands.
    """

    shape: Shape
    offset: int
    length: int = 1
    path: Path = ()
    absent: bool = False
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that the template itself gives: by `for`, by `set`."""

    shape: Shape
    path: Path
    absent: bool = False


@dataclass(slots=True)
class Scope:
    """Where the walk is: names bound so far, what is known, whether inside of a loop."""

    reading: Reading
    variables: Shape
    names: dict[str, Binding] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    in_loop: bool = False

    def inside(self, known: Known, names: Mapping[str, Binding] | None = None) -> "Scope":
        """Return the scope of a branch or body."""
        return Scope(
            self.reading,
            self.variables,
            {**self.names, **(names or {})},
            self.known | known,
            self.in_loop or names is not None,
        )
