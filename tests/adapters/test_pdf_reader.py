"""Texts of PDFs by PDFium: pages as they are, and PDFs that want to do harm."""

import sys
import zlib

import pytest

from compiler.adapters.pdf_reader import Limits, PdfiumReader
from compiler.ports.pdf import PdfText
from tests.pdfs import locked_pdf, pdf, slow_pdf, written

BOMB = zlib.compress(bytes(50_000_000))


def trouble(data: bytes, limits: Limits | None = None) -> str | None:
    return PdfiumReader(limits).text(data).trouble


def test_the_text_of_each_page_is_read() -> None:
    text = PdfiumReader().text(pdf("Fees\nin force now", "Page two"))
    assert text == PdfText(("Fees\r\nin force now", "Page two"))


@pytest.mark.parametrize(
    ("data", "limits", "said"),
    [
        (locked_pdf(), Limits(), "is encrypted"),
        (b"%PDF-1.4\n%%EOF\n", Limits(), "is broken"),
        (b"", Limits(), "is broken"),
        (pdf(""), Limits(), "has no text"),
        (pdf("a", "b", "c"), Limits(pages=2), "has more than 2 pages"),
        (pdf("a" * 50), Limits(signs=40), "has more than 40 signs"),
        (pdf("a" * 2000), Limits(size=1000), "is larger than 0.001 MB"),
        (pdf("a"), Limits(seconds_in_all=0), "is one of too many to be read at once"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, limits: Limits, said: str) -> None:
    assert trouble(data, limits) == said


def test_one_without_an_end_is_given_up() -> None:
    assert trouble(slow_pdf(), Limits(seconds=1)) == "takes longer than 1 s to read"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not limit memory")
def test_one_that_fills_the_memory_takes_its_own_process_along_and_no_other() -> None:
    bomb = written(
        [b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(BOMB), BOMB)]
    )
    few = Limits(memory=100_000_000)
    assert PdfiumReader(few).text(pdf("a")).pages == ("a",)
    assert trouble(bomb, few) in {
        "breaks the program that reads PDFs",
        "takes too much memory to read",
        "is broken",
    }


def test_the_time_for_all_is_shared() -> None:
    reader = PdfiumReader(Limits(seconds=2, seconds_in_all=1))
    assert reader.text(slow_pdf()).trouble == "takes longer than 2 s to read"
    assert reader.text(pdf("a")).trouble == "is one of too many to be read at once"


def test_without_the_extra_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert trouble(pdf("a")) == "is read by an extra only: `pip install 'clientarea[pdf]'`"
