"""What an import came to, counted: what came in, what went where, what stayed outside and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from compiler.edit.interchange.unit import Refusal


@dataclass(frozen=True, slots=True)
class FileCount:
    """One foreign file: the locale it was taken for, and its entries."""

    path: str
    locale: str
    entries: int


@dataclass(frozen=True, slots=True)
class LocaleCount:
    """What became of the entries that were read in a locale.

    ``read`` is the sum of ``translated`` (of which ``fuzzy``), ``waiting`` for a text, ``merged``
    with an equal one, and ``refused``.
    """

    locale: str
    read: int
    translated: int
    waiting: int
    fuzzy: int
    merged: int
    refused: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole of an import.

    ``entries`` are those of the source's catalogue that came in, ``plurals`` of them plurals.
    ``merged`` entries of the files became one with another. ``renamed`` has keys (or texts) and
    labels that differ, ``read_as`` words of paths and the locales they were read as. ``refused``
    is by locale. ``left_out`` are files with the reason, ``activated`` locales that were not active
    before, ``contradictions`` files and the other language that they name themselves. ``unstyled``
    labels are not in the project's style. ``stayed`` entries were there before and did not come.
    ``replaced`` has locale and label where a text of the project gave way to another one.
    """

    namespace: str
    source_locale: str
    files: Sequence[FileCount] = ()
    locales: Sequence[LocaleCount] = ()
    entries: int = 0
    plurals: int = 0
    merged: int = 0
    obsolete: int = 0
    renamed: Sequence[tuple[str, str]] = ()
    read_as: Sequence[tuple[str, str]] = ()
    conflicts: Sequence[Refusal] = ()
    refused: Sequence[tuple[str, Refusal]] = ()
    left_out: Sequence[tuple[str, str]] = ()
    activated: Sequence[str] = ()
    contradictions: Sequence[tuple[str, str]] = ()
    unstyled: int = 0
    stayed: int = 0
    replaced: Sequence[tuple[str, str]] = ()
