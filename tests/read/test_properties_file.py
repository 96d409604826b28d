"""The `.properties` of Java: keys, separators, escapes, lines that go on, two encodings."""

import pytest

from compiler.base.place import Place
from compiler.read.properties_file import Property, read_properties


def texts(data: str | bytes) -> dict[str, str]:
    """Return the texts of a file by key."""
    encoded = data.encode() if isinstance(data, str) else data
    return {one.key: one.text for one in read_properties("m.properties", encoded)}


@pytest.mark.parametrize(
    ("written", "key", "text"),
    [
        ("a=b", "a", "b"),
        ("a = b ", "a", "b "),
        ("a:b", "a", "b"),
        ("a b c", "a", "b c"),
        ("  a\t=\tb=c", "a", "b=c"),
        ("a", "a", ""),
        ("a==b", "a", "=b"),
        (r"a\ b\=c\:d = e", "a b=c:d", "e"),
        (r"a=\  b", "a", "  b"),
        (r"a=1\t2\n3\\4\q5", "a", "1\t2\n3\\4q5"),
        (r"a=\u00e9\u0041", "a", "éA"),
        (r"a=\ud83d\ude00!", "a", "😀!"),
        ("a=one \\\n   two\\\n\tthree", "a", "one twothree"),
        ("a=b\\\\\nc=d", "a", "b\\"),
        ("a=b\\", "a", "b"),
        ("a=b\r\n", "a", "b"),
        ("a=b # no comment", "a", "b # no comment"),
        ("\ufeffa=b", "a", "b"),
    ],
)
def test_a_line_is_read_as_java_reads_it(written: str, key: str, text: str) -> None:
    assert texts(written)[key] == text


def test_comments_and_blank_lines_are_no_properties() -> None:
    assert texts("# a=b\n! c=d\n\n   \n  # e=f \\\ng=h\n") == {"g": "h"}


def test_a_comment_right_above_belongs_to_a_property() -> None:
    found = read_properties("m", b"# about the file\n\n# Button.\n!  Short.\n  a=b\nc=d\n")
    assert found == (
        Property("a", "b", Place("m", 5, 3, 1), ("Button.", "Short.")),
        Property("c", "d", Place("m", 6, 1, 1)),
    )


def test_latin_1_is_read_where_the_bytes_are_no_utf_8() -> None:
    assert texts(b"a=caf\xe9") == {"a": "café"}
    assert texts("a=café ✓") == {"a": "café ✓"}


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (r"a=\u12", "`\\u` must be followed by four hex digits"),
        (r"a=\ud83d", "it holds half of a surrogate pair, which is no character"),
    ],
)
def test_an_escape_that_is_none_is_told(written: str, fault: str) -> None:
    (one,) = read_properties("m", written.encode())
    assert (one.key, one.fault) == ("a", fault)


def test_a_key_that_stands_twice_is_returned_twice() -> None:
    found = read_properties("m", b"a=1\na=2\n")
    assert [(one.key, one.text, one.place.line) for one in found] == [("a", "1", 1), ("a", "2", 2)]
