import pytest

from compiler.base.place import Place
from compiler.read.decoding import conflict_marker, decode, lines_of, place_at


def test_text_comes_without_its_byte_order_mark() -> None:
    assert decode("f", "\ufeffé".encode()) == ("é", None)


def test_the_first_bad_byte_has_line_and_column() -> None:
    text, finding = decode("f", "\ufeffaé\r\nüü".encode() + b"\xc3(\xff")
    assert text == "aé\r\nüü\ufffd(\ufffd"
    assert finding is not None
    assert finding.place == Place("f", 2, 3)
    assert finding.message == "this file is not UTF-8: byte 0xC3 begins no character"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_named(codec: str) -> None:
    _, finding = decode("f", "\ufeffa: b".encode(codec))
    assert finding is not None
    assert finding.message == "this file is UTF-16; this project's files are UTF-8"


def test_lines_end_as_in_yaml_1_2() -> None:
    assert lines_of("a\nb\r\nc\rd\u2028e\x85f\x0bg") == ["a", "b", "c", "d\u2028e\x85f\x0bg"]


@pytest.mark.parametrize(
    ("index", "line", "column"),
    [(0, 1, 1), (1, 1, 2), (2, 2, 1), (3, 2, 2), (5, 3, 1), (6, 4, 1)],
)
def test_places(index: int, line: int, column: int) -> None:
    assert place_at("f", "a\né\r\n\rx", index) == Place("f", line, column)


def test_conflict_markers() -> None:
    assert conflict_marker("f", "a\n<<<<<<< HEAD\n") == Place("f", 2, 1, 7)
    assert conflict_marker("f", "a\n=======\n>>>>>>> x\n") == Place("f", 2, 1, 7)
    assert conflict_marker("f", "a <<<<<<< b\n<<<<<<<<<\n# =======\n") is None
