"""What mends a finding, as data: rules say it where they see the fault, editing carries it out."""

from dataclasses import dataclass
from typing import Any, get_args

from compiler.base.spots import Route


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """In a catalogue, some characters of a text become others.

    ``form`` is the gettext plural form (of a source text: 0 the singular, 1 the plural), ``start``
    and ``end`` are code points of the text as it is read, ``old`` is what stands there.
    """

    path: str
    label: str
    form: int
    start: int
    end: int
    old: str
    new: str
    of_source: bool = False


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """The entry of a catalogue goes."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class RemoveFlag:
    """The entry of a catalogue loses a flag."""

    path: str
    label: str
    flag: str


@dataclass(frozen=True, slots=True)
class RemoveSuppression:
    """In YAML or front matter, the comment that begins at a line and column silences a rule less.

    Both count from 1, columns in code points.
    """

    path: str
    line: int
    column: int
    rule: str


@dataclass(frozen=True, slots=True)
class RemoveUse:
    """In code, the comment `clientarea: uses …` at a line and column names one pattern less.

    Both count from 1, columns in code points; there stands the ``pattern``.
    """

    path: str
    line: int
    column: int
    pattern: str


@dataclass(frozen=True, slots=True)
class RenameKey:
    """In YAML, a key gets another name."""

    path: str
    route: Route
    key: str


@dataclass(frozen=True, slots=True)
class PutValue:
    """In YAML, a key gets a value, whether it is there or not."""

    path: str
    route: Route
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class RemoveValue:
    """In YAML, a key or an item goes."""

    path: str
    route: Route


@dataclass(frozen=True, slots=True)
class RemoveFile:
    """A file goes."""

    path: str


@dataclass(frozen=True, slots=True)
class MoveFile:
    """A file gets another name."""

    path: str
    to: str


Fix = (
    ReplaceText
    | RemoveEntry
    | RemoveFlag
    | RemoveSuppression
    | RemoveUse
    | RenameKey
    | PutValue
    | RemoveValue
    | RemoveFile
    | MoveFile
)

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in get_args(Fix)}


def fix_data(fix: Fix) -> list[Any]:
    """Return a fix as JSON values."""
    kind = type(fix)
    return [kind.__name__, *(getattr(fix, name) for name in kind.__slots__)]


def fix_object(fix: Fix) -> dict[str, Any]:
    """Return a fix as a JSON object for programs: its ``kind``, and its parts by name."""
    kind = type(fix)
    return {"kind": kind.__name__, **{name: getattr(fix, name) for name in kind.__slots__}}


def fix_of(data: list[Any]) -> Fix:
    """Return the fix that `fix_data` has written."""
    name, *values = data
    fix: Fix = _KINDS[name](*(tuple(one) if isinstance(one, list) else one for one in values))
    return fix
