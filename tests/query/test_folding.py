"""What is the same to a search, and what is not; where a folded piece stood before."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from compiler.query.folding import fold, fold_all, unfolded_span

AWKWARD = st.text(
    "aé éийЙ\u0306\u0301\u0323 \u200b\n\t\u00a8\ufe70ßﬁカｶﾞ\uff9e\u3099Ａłæ각\u0640\u064bأ…İıςΣ’-\u2011\0"
)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Zaloguj się", "zaloguj sie"),
        ("ŁÓDŹ", "lodz"),
        ("Über Größe", "uber grosse"),
        ("Ærø, œuvre, þing", "aero, oeuvre, thing"),
        ("Đà Nẵng", "da nang"),
        ("ＡＢＣ　１２", "abc 12"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("Ещё", "еще"),
        ("İstanbul, ılık", "istanbul, ilik"),
        ("ΟΔΟΣ, οδός", "οδοσ, οδοσ"),
        ("الدُّخول أحمد", "الدخول احمد"),
        ("שָׁלוֹם", "שלום"),
        ("cafe\u0301", "café"),
        ("soft\u00adware", "software"),
        ("don’t", "don't"),
        ("e\u2011mail", "e-mail"),
        ("two\n  lines\u00a0of text", "two lines of text"),
    ],
)
def test_these_are_found_by_each_other(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("й", "и"), ("が", "か"), ("कु", "क"), ("กิ", "ก"), ("о", "o"), ("ab", "a b")],
)
def test_these_are_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.lists(AWKWARD, max_size=6))
def test_many_are_folded_as_one_by_one(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


@given(AWKWARD | st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(AWKWARD | st.text(), st.data())
@example("Zaloguj  się", None)
def test_a_piece_is_found_again_where_it_was(text: str, data: st.DataObject | None) -> None:
    folded = fold(text)
    if not folded:
        return
    if data is None:
        start, end = 8, 11
    else:
        start = data.draw(st.integers(0, len(folded) - 1))
        end = data.draw(st.integers(start + 1, len(folded)))
    begin, stop = unfolded_span(text, start, end)
    assert 0 <= begin < stop <= len(text)
    assert folded[start:end].strip() in fold(text[begin:stop])


def test_a_piece_takes_its_accents_along() -> None:
    text = "x sie\u0328 y"
    begin, stop = unfolded_span(text, 2, 5)
    assert text[begin:stop] == "sie\u0328"
    assert unfolded_span("Größe", 3, 5) == (3, 4)
    assert unfolded_span("two   words", 4, 9) == (6, 11)
    # A breve that is kept, and a space that is not, are as long together as neither.
    assert unfolded_span("и\u0306  x", 0, 2) == unfolded_span("и\u0306  x", 1, 2) == (0, 2)
