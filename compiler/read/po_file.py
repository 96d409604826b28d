"""What reading a gettext catalogue gives: its header and entries, with the place of every part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.read.po_blocks import Blocks
from compiler.read.po_source import Source


# Not frozen: making a frozen one takes six times as long, and a project has them by the ten
# thousand. The fields are final, to which the type checker holds everybody.
@dataclass(slots=True, unsafe_hash=True)
class PoEntry:
    """One entry, its strings without escapes.

    ``msgstr`` has one text, or one for each plural form. ``flags`` are as written, in order.
    ``comments`` are the translator's (``# …``), ``extracted`` the developer's (``#. …``), a line
    each; ``references`` are words of the lines ``#: …``. ``blocks`` and ``position`` tell where it
    was read, if it was; entries are equal wherever they stand.
    """

    msgid: Final[str]
    msgstr: Final[tuple[str, ...]] = ("",)
    msgctxt: Final[str | None] = None
    msgid_plural: Final[str | None] = None
    flags: Final[tuple[str, ...]] = ()
    comments: Final[tuple[str, ...]] = ()
    extracted: Final[tuple[str, ...]] = ()
    references: Final[tuple[str, ...]] = ()
    previous_msgctxt: Final[str | None] = None
    previous_msgid: Final[str | None] = None
    previous_msgid_plural: Final[str | None] = None
    obsolete: Final[bool] = False
    blocks: Final[Blocks | None] = field(default=None, compare=False, repr=False)
    position: Final[int] = field(default=0, compare=False, repr=False)

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has still to look at it."""
        return "fuzzy" in self.flags

    def place(self, part: str = "msgid") -> Place:
        """Return the place of a part, or of the ``msgid`` where the entry has no such part.

        Parts are ``msgctxt``, ``msgid``, ``msgid_plural``, ``msgstr``, ``msgstr[1]``, ``flags``,
        ``flag:fuzzy``, ``previous_msgid``. ``msgstr`` is the first form, whether there are others
        or not.
        """
        blocks = self.blocks
        return Place("") if blocks is None else blocks.place(self.position, part)

    def within(self, part: str, start: int, end: int) -> Place:
        """Return the place of the code points ``start:end`` of a text, as the file has them.

        The text is without escapes, and its lines are joined; the place has the escapes, and ends
        with the line on which it begins.
        """
        blocks = self.blocks
        return Place("") if blocks is None else blocks.within(self.position, part, start, end)


@dataclass(frozen=True, slots=True)
class PoFile:
    """One catalogue.

    ``header`` are the fields of the entry with an empty ``msgid``, which is not among ``entries``;
    ``header_entry`` is that entry itself, for its comments and flags, None where there is none.
    ``entries`` are in file order, obsolete ones too, and of duplicates all. ``closing`` are the
    lines below the last of them, which are comments. ``source`` is the text that was read.
    """

    path: str
    header: Mapping[str, str] = field(default_factory=dict)
    header_entry: PoEntry | None = None
    entries: tuple[PoEntry, ...] = ()
    closing: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: Source | None = field(default=None, compare=False, repr=False)

    @property
    def plural_forms(self) -> str | None:
        """The value of the field ``Plural-Forms``, as written."""
        return self.header.get("Plural-Forms")

    @property
    def header_places(self) -> dict[str, Place]:
        """Where each field of the header begins that stands at the beginning of a string."""
        header = self.header_entry
        places: dict[str, Place] = {}
        if header is None or header.blocks is None:
            return places
        at_begin = True
        for text, _, part in header.blocks.pieces(header.position, "msgstr"):
            name, colon, _ = text.partition(":")
            if at_begin and colon:
                places.setdefault(name.strip(), Place(self.path, *part))
            at_begin = text.endswith("\n") or (at_begin and not text)
        return places
