"""What an entry says of its translation, read and written."""

import pytest
from hypothesis import given

from compiler.edit.catalogue.entry import source_of
from compiler.edit.catalogue.translation import (
    Translation,
    tidied,
    translation_of,
    with_translation,
)
from compiler.read.po_file import PoEntry
from tests.edit.catalogue.strategies import entries

NOW = ("Pay", None)
OLD = ("Buy", None)


@pytest.mark.parametrize(
    ("flags", "previous", "expected"),
    [
        ((), None, Translation(("Pagar",), NOW)),
        (("fuzzy",), None, Translation(("Pagar",), NOW, unreviewed=True)),
        (("fuzzy",), "Buy", Translation(("Pagar",), OLD)),
        (("fuzzy", "unreviewed"), "Buy", Translation(("Pagar",), OLD, unreviewed=True)),
        ((), "Buy", Translation(("Pagar",), NOW)),
        (("fuzzy",), "Pay", Translation(("Pagar",), NOW)),
    ],
)
def test_flags_and_previous_texts(
    flags: tuple[str, ...], previous: str | None, expected: Translation
) -> None:
    entry = PoEntry("Pay", ("Pagar",), "pay", flags=flags, previous_msgid=previous)
    assert translation_of(entry) == expected


def test_a_text_from_another_label_is_confirmed_by_nobody() -> None:
    entry = PoEntry(
        "Pay", ("Pagar",), "pay", flags=("fuzzy",), previous_msgctxt="buy", previous_msgid="Buy"
    )
    assert translation_of(entry) == Translation(("Pagar",), OLD, unreviewed=True, other_label="buy")
    assert tidied(entry) == entry


def test_flags_of_others_keep_their_order_and_marks_stand_first() -> None:
    entry = PoEntry("Pay", ("Pagar",), "pay", flags=("no-wrap", "ignore-same"))
    stale = with_translation(entry, ("Pay now", None), translation_of(entry), 2)
    assert stale.flags == ("fuzzy", "no-wrap", "ignore-same")
    assert with_translation(stale, NOW, translation_of(stale), 2) == entry


@given(entries())
def test_what_is_written_reads_the_same(entry: PoEntry) -> None:
    once = tidied(entry)
    assert translation_of(tidied(once)) == translation_of(once)
    assert tidied(once) == once


@given(entries(), entries())
def test_a_source_that_changes_and_changes_back_leaves_no_trace(
    entry: PoEntry, other: PoEntry
) -> None:
    before = tidied(entry)
    if (before.msgid_plural is None) is not (other.msgid_plural is None):
        return  # a plural has more forms than one text: those are kept otherwise
    forms = len(before.msgstr)
    away = with_translation(before, source_of(other), translation_of(before), forms)
    back = with_translation(away, source_of(before), translation_of(away), forms)
    assert translation_of(back) == translation_of(before)
    assert back.msgstr == before.msgstr
