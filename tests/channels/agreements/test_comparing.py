"""The words of an agreement against those that come back out of its PDF."""

import pytest

from compiler.channels.agreements.comparing import lost_line

TEXT = "Hello Ana,\n\nyour fee is €1,200.00 a year.\n\n- one\n- two\n\n> quoted\n\na | b\n1 | 2"


@pytest.mark.parametrize(
    "pages",
    [
        [
            "Title\r\nHello Ana,\r\nyour fee is €1,200.00\r\na year.\r\n• one\r\n• two\r\nquoted\r\na b\r\n1 2\r\n1 / 1"
        ],
        [
            "Hello Ana,\r\nyour fee is\r\n1 / 2",
            "Title\r\n€1,200.00 a year. one two quoted a b 1 2\r\n2 / 2",
        ],
    ],
)
def test_words_that_all_come_back(pages: list[str]) -> None:
    assert lost_line(TEXT, pages) is None


@pytest.mark.parametrize(
    ("pages", "lost"),
    [
        ([""], "Hello Ana,"),
        (
            ["Hello Ana, your fee is 1,200.00 a year. one two quoted a b 1 2"],
            "your fee is €1,200.00 a year.",
        ),
        (["Hello Ana, your fee is €1,200.00 a year. one quoted a b 1 2 owt"], "- two"),
        (["Hello Ana, your fee is €1,200.00 a year. one two a b 1 2 detouq"], "quoted"),
        (["Hello Ana, your fee is €1,200.00 a year. one two quoted a b 1"], "2"),
        (
            ["your fee is €1,200.00 a year.", "Hello Ana, one two quoted a b 1 2"],
            "your fee is €1,200.00 a year.",
        ),
    ],
)
def test_the_first_line_that_is_lost(pages: list[str], lost: str) -> None:
    assert lost_line(TEXT, pages) == lost


def test_what_is_written_from_right_to_left_is_compared_by_its_letters() -> None:
    assert lost_line("مرحبًا Ana", ["مرحًب Ana ا"]) is None
    assert lost_line("مرحبًا Ana", ["مرحًب Ana"]) == "مرحبًا Ana"


def test_beside_a_cell_that_is_written_from_right_to_left_order_tells_nothing() -> None:
    assert lost_line("שלום | 1,000 EUR", ["EUR 1,000 םולש"]) is None
    assert lost_line("שלום | 1,000 EUR", ["EUR םולש"]) == "1,000 EUR"


def test_in_a_document_from_right_to_left_no_line_has_its_own_order() -> None:
    assert lost_line("NYSE: 0.12%", ["0.12 %NYSE"], from_right=True) is None
    assert lost_line("NYSE: 0.12%", ["0.12 %NYSE"]) == "NYSE: 0.12%"


def test_a_line_may_go_over_many_pages() -> None:
    line = "".join(chr(0x4E00 + number) for number in range(3000))
    pages = [f"{line[begin : begin + 700]}\n{begin}" for begin in range(0, 3000, 700)]
    assert lost_line(line, pages) is None
    assert lost_line(line, [*pages[:2], *pages[3:]]) is not None
