"""Catalogues as people and merges make them: few labels and texts, so that they meet often."""

from hypothesis import strategies as st

from compiler.edit.catalogue.entry import source_of
from compiler.edit.catalogue.translation import (
    FUZZY,
    UNREVIEWED,
    translation_of,
    with_translation,
)
from compiler.read.po_file import PoEntry, PoFile

HEADER = {
    "Language": "es",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
LABELS = [f"key.{letter}" for letter in "abcdef"]

# gettext refuses a plural whose two texts differ in the line ends at their edges.
sources = st.sampled_from(
    [
        *(("One", None), ("Two", None), ("Three\n", None), ("\nFour", None), ('Say "five"', None)),
        *(("One", "Ones"), ("Two", "Ones"), ("Three\n", "Threes\n")),
    ]
)
texts = st.sampled_from(["", "uno", "dos", "tres\n", "\ncuatro", 'di "cinco"', "seis\nsiete"])
comments = st.lists(st.sampled_from(["mine", "yours", "", "why"]), max_size=2).map(tuple)
references = st.lists(st.sampled_from(["a.ts:1", "b.ts:2"]), max_size=2, unique=True).map(tuple)
flags = st.lists(
    st.sampled_from([FUZZY, UNREVIEWED, "max-length:20", "max-length:9", "ignore-same", "no-wrap"]),
    max_size=3,
    unique=True,
).map(tuple)


@st.composite
def entries(draw: st.DrawFn, label: str | None = None, *, obsolete: bool | None = None) -> PoEntry:
    """Draw an entry of a translation, in whatever disorder."""
    source, plural = draw(sources)
    forms = 1 if plural is None else draw(st.integers(1, 3))
    return PoEntry(
        source,
        tuple(draw(texts) for _ in range(forms)),
        draw(st.sampled_from(LABELS)) if label is None else label,
        plural,
        flags=draw(flags),
        comments=draw(comments),
        extracted=draw(comments),
        references=draw(references),
        previous_msgctxt=draw(st.none() | st.none() | st.just("key.x")),
        previous_msgid=draw(st.none() | sources.map(lambda pair: pair[0])),
        previous_msgid_plural=draw(st.none() | st.none() | st.just("Ones")),
        obsolete=draw(st.booleans()) if obsolete is None else obsolete,
    )


@st.composite
def registries(draw: st.DrawFn) -> tuple[PoEntry, ...]:
    """Draw the entries of a source's catalogue, each label once."""
    labels = draw(st.lists(st.sampled_from(LABELS), unique=True))
    made = []
    for label in labels:
        source, plural = draw(sources)
        forms = 1 if plural is None else 2
        about, used = draw(comments), draw(references)
        msgstr = ("",) * forms
        made.append(PoEntry(source, msgstr, label, plural, extracted=about, references=used))
    return tuple(made)


def orderly(label: str) -> st.SearchStrategy[PoEntry]:
    """Draw an entry as `sync` leaves it."""
    return entries(label, obsolete=False).map(_tidy)


def _tidy(entry: PoEntry) -> PoEntry:
    return with_translation(entry, source_of(entry), translation_of(entry), 2)


@st.composite
def catalogues(draw: st.DrawFn) -> PoFile:
    """Draw a catalogue in order: each label once, obsolete ones last."""
    labels = draw(st.lists(st.sampled_from(LABELS), unique=True))
    return PoFile("", HEADER, entries=tuple(draw(orderly(label)) for label in labels))
