"""What reading a gettext catalogue gives: its header and entries, with the place of every part."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compiler.base.finding import Finding
from compiler.base.place import Place

Part = tuple[int, int, int]
"""Line and column from 1, and length in code points, of the text of a keyword."""


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One entry, its strings without escapes.

    ``msgstr`` has one text, or one for each plural form. ``flags`` are as written, in order.
    ``comments`` are the translator's (``# …``), ``extracted`` the developer's (``#. …``), a line
    each; ``references`` are words of the lines ``#: …``.
    ``parts`` says where things stand, by name: ``msgctxt``, ``msgid``, ``msgid_plural``,
    ``msgstr``, ``msgstr[1]``, ``flags``, ``flag:fuzzy``, ``previous_msgid``; use `place`.
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    msgctxt: str | None = None
    msgid_plural: str | None = None
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    previous_msgid_plural: str | None = None
    obsolete: bool = False
    path: str = field(default="", compare=False)
    parts: Mapping[str, Part] = field(default_factory=dict, compare=False)

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has still to look at it."""
        return "fuzzy" in self.flags

    def place(self, part: str = "msgid") -> Place:
        """Return the place of a part, or of the ``msgid`` where the entry has no such part.

        ``msgstr`` is that of the first form, whether there are others or not.
        """
        line, column, length = self.parts.get(part) or self.parts.get("msgid") or (1, 1, 1)
        return Place(self.path, line, column, length)


@dataclass(frozen=True, slots=True)
class PoFile:
    """One catalogue.

    ``header`` are the fields of the entry with an empty ``msgid``, which is not among ``entries``;
    ``header_entry`` is that entry itself, for its comments and flags, None where there is none.
    ``entries`` are in file order, obsolete ones too, and of duplicates all.
    """

    path: str
    header: Mapping[str, str] = field(default_factory=dict)
    header_places: Mapping[str, Place] = field(default_factory=dict)
    header_entry: PoEntry | None = None
    entries: tuple[PoEntry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def plural_forms(self) -> str | None:
        """The value of the field ``Plural-Forms``, as written."""
        return self.header.get("Plural-Forms")
