"""Pseudo-locales change words, and nothing else."""

from compiler.messages.pseudo import accented, longer, mirrored


def test_letters_get_accents() -> None:
    assert accented("Pay 10 € now!") == "Þåý 10 € ñöŵ!"


def test_what_makes_a_text_longer() -> None:
    assert longer("Pay now") == "one"
    assert longer("x" * 50) == "one two three four five"


def test_words_are_shown_from_right_to_left_and_signs_stay() -> None:
    assert mirrored("Pay [now](") == "\u202ePay\u202c [\u202enow\u202c]("
