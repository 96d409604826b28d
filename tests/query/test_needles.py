"""What is found in a segment of many texts is what is found in each text alone."""

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiler.base.failure import UsageError
from compiler.query.folding import fold
from compiler.query.index import Segment, new_numbers
from compiler.query.needles import Needle, pattern_needles, word_needles

PATTERNS = [
    "a",
    "a+",
    "^b",
    "b$",
    r"\s",
    "[^c]+",
    "x*",
    "a.b",
    r"\bb",
    "(?:a|ab)c?",
    "b{2}",
    r"\Ac",
    r"c\z",
]


def segment(texts: list[str]) -> Segment:
    folded = [fold(text).encode() for text in texts]
    numbers, end = new_numbers(), 0
    numbers["owners"] = array("I", range(len(texts)))
    for one in folded:
        numbers["folded_ends"].append(end + len(one))
        end += len(one) + 1
    data = b"before\n" + b"".join(one + b"\n" for one in folded) + b"behind"
    return Segment("", (), (), numbers, data, 0, len(b"before\n"))


def found(needle: Needle, texts: list[str]) -> list[int]:
    return [number for number, _ in needle.texts(segment(texts))]


@given(st.lists(st.text("abc \n", max_size=6), max_size=6), st.sampled_from(PATTERNS))
def test_a_pattern_finds_in_all_what_it_finds_in_each(texts: list[str], pattern: str) -> None:
    (needle,) = pattern_needles([pattern])
    alone = re.compile(pattern.replace(r"\z", r"\Z")).search
    assert found(needle, texts) == [n for n, text in enumerate(texts) if alone(fold(text))]


@given(st.lists(st.text("abcé ", max_size=6), max_size=6), st.text("abé", min_size=1, max_size=3))
def test_a_word_finds_the_texts_that_have_it(texts: list[str], word: str) -> None:
    (needle,) = word_needles([word])
    assert found(needle, texts) == [n for n, text in enumerate(texts) if fold(word) in fold(text)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("ZALOGUJ SI[ęe]", "Zaloguj się"),
        ("się$", "zaloguj się"),
        ("^größe", "Größe"),
        ("ｃａｒｄ", "Card"),
        (r"\d{4}\b", "Lizenz 2026"),
        (r"Wi\Sty", "Wízty"),
        ("a…b", "a...b"),
    ],
)
def test_letters_of_a_pattern_are_folded_and_its_signs_are_not(pattern: str, text: str) -> None:
    (needle,) = pattern_needles([pattern])
    assert found(needle, [text]) == [0]


def test_a_sign_of_full_width_has_no_meaning_in_a_pattern() -> None:
    (needle,) = pattern_needles(["a．b"])
    assert found(needle, ["a.b", "axb"]) == [0]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a(b", "at character 2: missing )"),
        ("x[ab", "at character 2: missing ]: [ab"),
        ("ab**", "at character 4: bad repetition operator: **"),
        ("*", "at character 1: no argument for repetition operator"),
        (r"(a)\1", r"at character 4: invalid escape sequence: \1"),
        ("(?=a)", "at character 1: invalid perl operator: (?="),
    ],
)
def test_a_pattern_that_is_none_is_wrong_usage_with_its_place(pattern: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        pattern_needles([pattern])
    assert f"`{pattern}` is no regular expression {said}" in str(raised.value)


def test_words_that_fold_to_nothing_are_no_needles() -> None:
    assert word_needles(["", " ", "\u200b"]) == []
