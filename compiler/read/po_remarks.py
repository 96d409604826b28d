"""The comment lines of an entry: what the translator, the developer and the tools say of it."""

import re
from dataclasses import dataclass, field

FLAG = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_ISOLATED = "\u2068"
_REFERENCE = re.compile(f"{_ISOLATED}[^\u2069]*\u2069(?::[0-9]+)?|\\S+")


Lines = tuple[str, ...]


@dataclass(slots=True)
class Remarks:
    """What has been read of the comment lines of an entry, in file order."""

    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Take in a line that begins with ``#``, of any kind but ``#|`` and ``#~``."""
        kind = line[1:2]
        if kind == ":":
            # A file name with spaces is isolated by a pair of code points.
            self.references += (
                _REFERENCE.findall(line, 2) if _ISOLATED in line else line[2:].split()
            )
        elif kind in (",", "="):
            self.flags += FLAG.findall(line, 2)
        elif kind == ".":
            self.extracted.append(line[2:].rstrip().removeprefix(" "))
        else:
            self.comments.append(line[1:].rstrip().removeprefix(" "))

    def as_tuples(self) -> tuple[Lines, Lines, Lines, Lines]:
        """Return flags, comments, extracted and references, in the order that `PoEntry` has."""
        return (
            tuple(self.flags),
            tuple(self.comments),
            tuple(self.extracted),
            tuple(self.references),
        )
