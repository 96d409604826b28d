"""An entry of a catalogue while it is being read, and what is wrong with it when it is done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from compiler.read.po_remarks import Remarks

Part = tuple[int, int, int]
"""Line and column from 1, and length in code points, of the text of a keyword."""

Complain = Callable[[Part, str, str | None], None]
"""Told the place, what is wrong, and how to mend it."""


class Piece(NamedTuple):
    """One quoted string of a text: its meaning, how that is written, where its quote opens."""

    text: str
    written: str
    part: Part


@dataclass(slots=True)
class Draft:
    """What has been read of an entry; ``texts`` are by keyword (``msgstr[1]``), in file order.

    ``parts`` says where things stand, by name: keywords, ``flags``, ``flag:fuzzy``,
    ``previous_msgid``; ``pieces`` are the strings of each text.
    """

    texts: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    remarks: Remarks = field(default_factory=Remarks)
    obsolete: bool = False
    complete: bool = False
    """Whether a ``msgstr`` has been read, so that what follows may begin the next entry."""
    last_line: int = 0

    @property
    def first_line(self) -> int:
        """The line of the first keyword or flag."""
        return min(line for line, _, _ in self.parts.values())

    def begin(self, name: str, part: Part) -> None:
        """Begin a text; until it has a string that is not empty, its keyword is its place."""
        self.texts[name] = ""
        self.parts[name] = part
        self.pieces[name] = []
        self.last_line = part[0]

    def append(self, name: str, piece: Piece) -> None:
        """Continue a text."""
        if not self.texts[name]:
            self.parts[name] = piece.part
        self.texts[name] += piece.text
        self.pieces[name].append(piece)
        self.last_line = piece.part[0]

    def settle(self, complain: Complain) -> bool:
        """Say what is wrong with the whole, and whether enough of it is there for an entry."""
        texts = self.texts
        if "msgid" not in texts:
            if "msgctxt" in texts:
                complain(self.parts["msgctxt"], "no `msgid` follows this `msgctxt`", None)
            elif texts:
                first = self.parts[next(iter(texts))]
                complain(first, "no `msgid` follows this previous text", None)
            return False
        if not self.complete:
            hint = 'write `msgstr ""` below it where there is no translation yet'
            complain(self.parts["msgid"], "no `msgstr` follows this `msgid`", hint)
            return False
        self._settle_forms(complain)
        return True

    def forms(self) -> list[str]:
        """Return the keywords of the translation, one a plural form."""
        return [name for name in self.texts if name.startswith("msgstr")]

    def _settle_forms(self, complain: Complain) -> None:
        names, plural = self.forms(), "msgid_plural" in self.texts
        first = self.parts[names[0]]
        if names == ["msgstr"]:
            if plural:
                message = "an entry with `msgid_plural` has `msgstr[0]`, `msgstr[1]`, …"
                complain(first, message, "write one line for each plural form")
            return
        self.parts["msgstr"], self.pieces["msgstr"] = first, self.pieces[names[0]]
        if not plural:
            message = f"`{names[0]}` is for an entry with `msgid_plural`, and this one has none"
            complain(first, message, "write `msgstr`, or add the `msgid_plural`")
        for index, name in enumerate(names):
            if name != f"msgstr[{index}]":
                message = f"`msgstr[{index}]` should stand here, and not `{name}`"
                complain(self.parts[name], message, "number the plural forms 0, 1, 2, …")
                break
