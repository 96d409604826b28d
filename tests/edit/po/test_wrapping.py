"""Where lines end is found out from the lines of a file, and new texts end theirs there."""

import pytest

from compiler.edit.po.wrapping import width_of, wrapped

TEXT = "The quick brown fox jumps over the lazy dog and runs away, as foxes do, into the deep dark wood."


@pytest.mark.parametrize("width", [40, 60, 77, 79, 120])
def test_a_text_that_was_wrapped_is_wrapped_so_again(width: int) -> None:
    texts = [TEXT * 3, TEXT[4:] * 3, TEXT[10:] * 3, f"{TEXT}\n{TEXT} {TEXT}\n"]
    lines = [line for text in texts for line in wrapped("msgstr", text, width)]
    found = width_of(lines)
    assert [line for text in texts for line in wrapped("msgstr", text, found)] == lines
    assert max(map(len, lines)) <= width


def test_a_file_that_wraps_nothing_stays_so() -> None:
    assert width_of([f'msgid "{TEXT}"', f'msgstr "{TEXT}"']) is None
    assert width_of(['msgstr ""', '"one\\n"', '"two"']) is None
    assert wrapped("msgstr", TEXT * 3, None) == [f'msgstr "{TEXT * 3}"']
    assert wrapped("msgstr", "one\ntwo\n", None) == ['msgstr ""', '"one\\n"', '"two\\n"']


def test_letters_of_scripts_without_spaces_and_escapes_are_not_torn() -> None:
    assert wrapped("msgstr", "基本驗證基本驗證", 14) == ['msgstr ""', '"基本驗證基本"', '"驗證"']
    assert wrapped("#| msgid", 'a "b" c\\d', 10) == ['#| msgid ""', '#| "a "', '#| "\\"b\\" "', '#| "c\\\\d"']  # fmt: skip
    assert wrapped("msgstr", "", 5) == ['msgstr ""']


def test_the_lines_that_a_text_begins_with_stay() -> None:
    old = ["The quick ", "brown fox jumps over"]
    assert wrapped("msgstr", "The quick brown dog jumps", 20, old) == [
        'msgstr ""',
        '"The quick "',
        '"brown dog jumps"',
    ]
