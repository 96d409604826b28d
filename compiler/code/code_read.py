"""What was read of an application's code: a value that judging is a pure function of."""

from dataclasses import dataclass
from typing import NamedTuple

from compiler.code.uses import Uses


class FileUses(NamedTuple):
    """A file of code, by its path seen from the project, and what it uses.

    ``digest`` is the SHA-256 of its bytes.
    """

    path: str
    uses: Uses
    digest: str = ""


@dataclass(frozen=True, slots=True)
class SourceUses:
    """What the files of one entry of the setting `code` use.

    ``namespace`` is that of keys which name none, ``fallbacks`` are asked after it. ``index`` is
    that of the entry, ``aliases`` a hash of the aliases that its imports follow. ``unread`` are
    files that could not be read, each with why. With one of those, and without any file, nobody
    knows what that code uses.
    """

    namespace: str
    files: tuple[FileUses, ...]
    fallbacks: tuple[str, ...] = ()
    index: int = 0
    patterns: tuple[str, ...] = ()
    aliases: str = ""
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all of its code has been read."""
        return bool(self.files) and not self.unread

    @property
    def unread_words(self) -> tuple[str, ...]:
        """What could not be read, as a clause for each reason."""
        by_reason: dict[str, list[str]] = {}
        for path, why in self.unread:
            by_reason.setdefault(why, []).append(path)
        return tuple(_unread(paths, why) for why, paths in by_reason.items())


def _unread(paths: list[str], why: str) -> str:
    more = len(paths) - 1
    others = "" if not more else f" and {more:,} more {'file' if more == 1 else 'files'}"
    verb = "has" if not more else "have"
    return f"`{paths[0]}`{others} {verb} not been read: {why}"


@dataclass(frozen=True, slots=True)
class CodeRead:
    """What all code uses; ``readable`` is false where nothing is installed that reads it."""

    sources: tuple[SourceUses, ...] = ()
    readable: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether all code that the settings name has been read."""
        return self.readable and all(one.is_whole for one in self.sources)
