"""Three versions of one entry become one, part by part, or a clash where that would be a guess."""

from dataclasses import dataclass

from compiler.edit.catalogue.entry import SourceText, revised, source_of
from compiler.edit.catalogue.translation import (
    MARKS,
    Translation,
    translation_of,
    with_translation,
)
from compiler.edit.merging.sides import merged_lines, sides
from compiler.read.po_file import PoEntry


@dataclass(frozen=True, slots=True)
class Clash:
    """An entry that both sides changed differently; None where a side has removed it."""

    ours: PoEntry | None
    theirs: PoEntry | None

    @property
    def label(self) -> str:
        """The label of the entry, or its text where it has none."""
        entry = self.ours or self.theirs or PoEntry("")
        return entry.msgctxt or entry.msgid


def merge_entry(
    base: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None
) -> PoEntry | Clash | None:
    """Return the merged entry, None where it is gone; ``base`` is None where both added it."""
    found = sides(base, ours, theirs)
    if len(found) == 1:
        return found[0]
    if ours is None or theirs is None:
        changed = ours or theirs
        same = changed is not None and base is not None and _substance(changed) == _substance(base)
        return None if same else Clash(ours, theirs)
    sources = sides(None if base is None else source_of(base), source_of(ours), source_of(theirs))
    if len(sources) > 1:
        return Clash(ours, theirs)
    translation = _merged_translation(base, ours, theirs, sources[0])
    if translation is None:
        return Clash(ours, theirs)
    forms = max(len(ours.msgstr), len(theirs.msgstr))
    return with_translation(_with_remarks(base, ours, theirs), sources[0], translation, forms)


def _substance(entry: PoEntry) -> tuple[SourceText, Translation]:
    return source_of(entry), translation_of(entry)


def _merged_translation(
    base: PoEntry | None, ours: PoEntry, theirs: PoEntry, source: SourceText
) -> Translation | None:
    """Return the merged translation, None where the two sides translated differently.

    A translation goes with the source text that it was made from: so one that was made while the
    other side changed the source text comes out stale.
    """
    before = Translation() if base is None else translation_of(base)
    found = sides(before, translation_of(ours), translation_of(theirs))
    if len(found) == 1:
        return found[0]
    texts = sides(before.texts, *(one.texts for one in found))
    if len(texts) > 1:
        return None
    having = [one for one in found if one.texts == texts[0]]
    current = [one for one in having if one.made_from == source and not one.unreviewed]
    return (current or having)[0]


def _with_remarks(base: PoEntry | None, ours: PoEntry, theirs: PoEntry) -> PoEntry:
    old = base or PoEntry("")
    gone = sides(None if base is None else base.obsolete, ours.obsolete, theirs.obsolete)
    marks = [flag for flag in ours.flags if flag in MARKS]
    others = merged_lines(*(_without_marks(one.flags) for one in (old, ours, theirs)))
    return revised(
        ours,
        comments=merged_lines(old.comments, ours.comments, theirs.comments),
        extracted=merged_lines(old.extracted, ours.extracted, theirs.extracted),
        references=merged_lines(old.references, ours.references, theirs.references),
        flags=(*marks, *others),
        obsolete=all(gone),
    )


def _without_marks(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag not in MARKS)
