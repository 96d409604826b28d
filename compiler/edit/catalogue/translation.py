"""What an entry says of its translation, read out of flags and `#|` lines and written back.

| flags                  | `#|`     | the translation was made from | confirmed |
|------------------------|----------|-------------------------------|-----------|
| –                      | –        | the `msgid`                   | yes       |
| `fuzzy`                | –        | the `msgid`                   | no        |
| `fuzzy`                | `msgid`  | that older text (stale)       | yes       |
| `fuzzy`, `unreviewed`  | `msgid`  | that older text (stale)       | no        |

`unreviewed` is ours: gettext cannot say both, and a text that nobody has confirmed must not become
a confirmed one when its source changes and changes back.
"""

from dataclasses import dataclass, replace

from compiler.edit.catalogue.aside import FORM, aside
from compiler.edit.catalogue.entry import SourceText, revised, source_of, with_comments, with_flags
from compiler.read.po_file import PoEntry

FUZZY = "fuzzy"
UNREVIEWED = "unreviewed"
MARKS = (FUZZY, UNREVIEWED)


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation, without empty forms at its end; no texts at all where there is none.

    ``other_label`` is the label it was taken over from, as `msgmerge` notes it beside the text.
    """

    texts: tuple[str, ...] = ()
    made_from: SourceText = ("", None)
    unreviewed: bool = False
    other_label: str | None = None


def translation_of(entry: PoEntry) -> Translation:
    """Return what an entry says of its translation. Without `fuzzy`, `#|` lines mean nothing."""
    texts = trimmed(entry.msgstr)
    source = source_of(entry)
    if not texts or not entry.fuzzy:
        return Translation(texts, source)
    label, singular, plural = (
        entry.previous_msgctxt,
        entry.previous_msgid,
        entry.previous_msgid_plural,
    )
    if singular is None and plural is None:
        return Translation(texts, source, unreviewed=True)
    previous = (entry.msgid if singular is None else singular, plural)
    unreviewed = UNREVIEWED in entry.flags or label is not None
    return Translation(texts, previous, unreviewed, label)


def with_translation(
    entry: PoEntry, source: SourceText, translation: Translation, forms: int
) -> PoEntry:
    """Return an entry with a source text and a translation; ``forms`` are those of a plural.

    A form for which there is no room any more becomes a comment, and the entry unreviewed.
    """
    msgstr, left = _fitted(translation.texts, forms if source[1] is not None else 0)
    if left:
        translation = replace(translation, unreviewed=True)
    stale = any(msgstr) and translation.made_from != source
    fuzzy = any(msgstr) and (stale or translation.unreviewed)
    marks = [FUZZY] if fuzzy else []
    if stale and translation.unreviewed and translation.other_label is None:
        marks.append(UNREVIEWED)
    others = [flag for flag in entry.flags if flag not in MARKS]
    made = revised(
        entry,
        msgid=source[0],
        msgid_plural=source[1],
        msgstr=msgstr,
        previous_msgctxt=translation.other_label if stale else None,
        previous_msgid=translation.made_from[0] if stale else None,
        previous_msgid_plural=translation.made_from[1] if stale else None,
    )
    return with_comments(with_flags(made, (*marks, *others)), aside(FORM, left))


def tidied(entry: PoEntry) -> PoEntry:
    """Return an entry whose flags and `#|` lines are those of the table above."""
    return with_translation(entry, source_of(entry), translation_of(entry), len(entry.msgstr))


def trimmed(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return texts without the empty ones at their end."""
    while texts and not texts[-1]:
        texts = texts[:-1]
    return texts


def _fitted(texts: tuple[str, ...], forms: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return texts in as many forms as there are (0: a text that is no plural), and the rest."""
    if forms:
        kept = texts[:forms]
        return (*kept, *[""] * (forms - len(kept))), tuple(filter(None, texts[forms:]))
    first = next(filter(None, texts), "")
    return (first,), tuple(text for text in texts if text not in ("", first))
