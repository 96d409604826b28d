"""What comes back from a translator: texts by entry, and how they are told from what was sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from compiler.translate.sheet import SheetRow


class UnreadableHandoffError(Exception):
    """A file cannot be taken back; ``str()`` is one sentence for people."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One text as it came back; ``done`` says that somebody marked it as read."""

    reference: str
    locale: str
    part: str
    digest: str
    text: str
    done: bool


@dataclass(slots=True)
class Returned:
    """An entry that came back: its texts by part, the digest with which it went out."""

    reference: str
    locale: str
    digest: str
    texts: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    def changed(self, row: SheetRow) -> frozenset[str]:
        """Return the names of the texts that are other ones now."""
        there = {part.name: part.translation for part in row.parts}
        return frozenset(name for name, text in self.texts.items() if text != there.get(name))

    def is_read(self, row: SheetRow) -> bool:
        """Tell whether every text of an entry was marked as read, or is another one now."""
        return {part.name for part in row.parts} <= self.done | self.changed(row)

    def objection(self, row: SheetRow) -> str:
        """Return why the texts cannot be those of an entry, nothing where they can."""
        there = {part.name: part.translation for part in row.parts}
        for name, text in self.texts.items():
            if name not in there:
                return f"it has no text `{name}`"
            if not text.strip() and there[name].strip():
                return f"the text `{name}` came back empty"
        return ""


def gathered(units: Iterable[Unit]) -> Mapping[tuple[str, str], Returned]:
    """Return what came back by entry and language. Raises UnreadableHandoffError."""
    found: dict[tuple[str, str], Returned] = {}
    for unit in units:
        name = unit.reference, unit.locale
        one = found.setdefault(name, Returned(*name, unit.digest))
        if one.digest != unit.digest or unit.part in one.texts:
            raise UnreadableHandoffError(
                f"`{unit.reference}` in `{unit.locale}` stands in it twice"
            )
        one.texts[unit.part] = unit.text
        if unit.done:
            one.done.add(unit.part)
    return found
