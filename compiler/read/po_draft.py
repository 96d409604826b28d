"""An entry of a catalogue while it is being read, and what is wrong with it when it is done."""

from collections.abc import Callable
from dataclasses import dataclass, field

from compiler.read.po_file import Part, PoEntry

Complain = Callable[[Part, str, str | None], None]
"""Told the place, what is wrong, and how to mend it."""

HEADER = "msgstr"


@dataclass(slots=True)
class Draft:
    """What has been read of an entry; ``texts`` are by keyword (``msgstr[1]``), in file order."""

    texts: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    header_lines: list[tuple[str, Part]] = field(default_factory=list)
    obsolete: bool = False
    complete: bool = False
    """Whether a ``msgstr`` has been read, so that what follows may begin the next entry."""

    @property
    def is_header(self) -> bool:
        """Whether this is the entry with an empty ``msgid`` and no context."""
        return not self.texts.get("msgid") and "msgctxt" not in self.texts

    def entry(self, path: str, complain: Complain) -> PoEntry | None:
        """Return the entry, or None where too little of it is there to be one."""
        texts = self.texts
        if "msgid" not in texts:
            if "msgctxt" in texts:
                complain(self.parts["msgctxt"], "no `msgid` follows this `msgctxt`", None)
            return None
        if not self.complete:
            hint = 'write `msgstr ""` below it where there is no translation yet'
            complain(self.parts["msgid"], "no `msgstr` follows this `msgid`", hint)
            return None
        return PoEntry(
            texts["msgid"],
            self._forms(complain),
            texts.get("msgctxt"),
            texts.get("msgid_plural"),
            tuple(self.flags),
            tuple(self.comments),
            tuple(self.extracted),
            tuple(self.references),
            texts.get("previous_msgctxt"),
            texts.get("previous_msgid"),
            texts.get("previous_msgid_plural"),
            self.obsolete,
            path,
            self.parts,
        )

    def _forms(self, complain: Complain) -> tuple[str, ...]:
        texts = self.texts
        plural = "msgid_plural" in texts
        single = texts.get("msgstr")
        if single is not None:
            if plural:
                message = "an entry with `msgid_plural` has `msgstr[0]`, `msgstr[1]`, …"
                complain(self.parts["msgstr"], message, "write one line for each plural form")
            return (single,)
        names = [name for name in texts if name.startswith("msgstr[")]
        self.parts["msgstr"] = self.parts[names[0]]
        if not plural:
            message = f"`{names[0]}` is for an entry with `msgid_plural`, and this one has none"
            complain(self.parts[names[0]], message, "write `msgstr`, or add the `msgid_plural`")
        for index, name in enumerate(names):
            if name != f"msgstr[{index}]":
                message = f"`msgstr[{index}]` should stand here, and not `{name}`"
                complain(self.parts[name], message, "number the plural forms 0, 1, 2, …")
                break
        return tuple(texts[name] for name in names)
