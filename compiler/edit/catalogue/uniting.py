"""Two entries of one label, where there should be one: the better one, and all the other says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compiler.edit.catalogue.aside import SOURCE, TRANSLATION, aside
from compiler.edit.catalogue.entry import SourceText, revised, source_of, with_comments
from compiler.edit.catalogue.translation import (
    MARKS,
    Translation,
    translation_of,
    with_translation,
)
from compiler.read.po_file import PoEntry


@dataclass(frozen=True, slots=True)
class United:
    """What became of several entries; ``differing``: they said different things."""

    entry: PoEntry
    differing: bool = False


def unite(entries: Sequence[PoEntry], wanted: SourceText | None = None) -> United:
    """Return one entry for several of one label, a text that gives way in a comment.

    ``wanted`` is the source text, None for the source's own catalogue. A translation is better than
    none, then one of the source text as it is, then a confirmed one, then the first. Where two
    differ, somebody has to look at it.
    """
    united = United(entries[0])
    for other in entries[1:]:
        one = _two(united.entry, other, wanted)
        united = United(one.entry, one.differing or united.differing)
    return united


def _two(first: PoEntry, second: PoEntry, wanted: SourceText | None) -> United:
    ranks = [_rank(translation_of(one), wanted) for one in (first, second)]
    better, other = (first, second) if ranks[0] >= ranks[1] else (second, first)
    kept, left = translation_of(better), translation_of(other)
    texts_differ = bool(left.texts) and left.texts != kept.texts
    sources_differ = wanted is None and source_of(first) != source_of(second)
    if texts_differ:
        kept = replace(kept, unreviewed=True)
    if wanted is None:
        better = revised(better, msgid=first.msgid, msgid_plural=first.msgid_plural)
    forms = max(len(first.msgstr), len(second.msgstr))
    made = with_translation(_with_remarks(better, other), source_of(better), kept, forms)
    lines = aside(TRANSLATION, left.texts) if texts_differ else ()
    if sources_differ:
        lines += aside(SOURCE, filter(None, source_of(second)))
    return United(with_comments(made, lines), texts_differ or sources_differ)


def _rank(translation: Translation, wanted: SourceText | None) -> tuple[bool, bool, bool]:
    return bool(translation.texts), translation.made_from == wanted, not translation.unreviewed


def _with_remarks(entry: PoEntry, other: PoEntry) -> PoEntry:
    flags = [flag for flag in other.flags if flag not in (*MARKS, *entry.flags)]
    return revised(
        entry,
        comments=_joined(entry.comments, other.comments),
        extracted=_joined(entry.extracted, other.extracted),
        references=_joined(entry.references, other.references),
        flags=(*entry.flags, *flags),
        obsolete=entry.obsolete and other.obsolete,
    )


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(line for line in second if line not in first))
