"""Which entry of the namespace each message of the foreign files is, and under which label.

Files with keys of their own are followed; gettext files that know an entry by its text are
compared over all locales, so that the labels do not depend on which file was read first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.unit import Refusal


@dataclass(frozen=True, slots=True)
class LocaleFile:
    """The messages of one foreign file. ``family`` is the same for a file in all its locales."""

    locale: str
    path: str
    family: str
    messages: tuple[Message, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that the namespace has already, and what it was in the file it came from."""

    label: str
    source: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of the source's catalogue: its label, text, origin, and what is said about it.

    ``message`` is None where only the project knows it and the import has no source for it.
    """

    label: str
    source: tuple[str, ...]
    origin: Origin
    message: Message | None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """All entries in order, each locale's messages by label, and what there is to say about them.

    ``merged`` counts entries of the files that became one with another, ``merged_in`` those of each
    locale; ``renamed`` has the key
    or text and the label of what could not keep its name; ``conflicts`` are source texts that
    differ between the source's catalogue and the msgids.
    """

    registry: Mapping[str, Registered]
    translations: Mapping[str, Mapping[str, Message]]
    merged: int = 0
    renamed: Sequence[tuple[str, str]] = ()
    conflicts: Sequence[Refusal] = ()
    refused: Sequence[tuple[str, Refusal]] = ()
    merged_in: Mapping[str, int] = field(default_factory=dict)


def by_locale(files: Sequence[LocaleFile]) -> dict[str, list[LocaleFile]]:
    """Group files by locale, locales and paths sorted."""
    grouped: dict[str, list[LocaleFile]] = {}
    for file in sorted(files, key=lambda one: (one.locale, one.path)):
        grouped.setdefault(file.locale, []).append(file)
    return grouped
