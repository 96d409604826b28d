"""PDFs of documents before and now: which passages differ, or why nobody can tell."""

from pathlib import Path

import pytest

from compiler.ports.pdf import PdfText
from compiler.review.changes import Read, changes_of
from compiler.review.pdfs import differing_pdfs
from tests.review.versions import Files, versions

FEES = "content/documents/fees.yaml"
FILE = "content/documents/fees.pdf"
YAML = "name: Fees\nfile: fees.pdf\n"
LONG = " ".join(f"word{number}" for number in range(40))


def told(folder: Path, before: str, now: str, after: Files | None = None) -> list[str]:
    """Return the changes of a PDF: part, before and now. A page ends with `|`; `!` is a trouble."""
    files: Files = {FEES: YAML, FILE: before.encode()}
    both = versions(folder, files, {FILE: now.encode(), **(after or {})})
    texts = {digest: _read(data.decode()) for digest, data in differing_pdfs(both).items()}
    return [f"{one.part}: {one.before} > {one.after}" for one in changes_of(both, Read(texts))]


def _read(said: str) -> PdfText:
    head, trouble, words = said.partition("!")
    return PdfText(trouble=words) if trouble else PdfText(tuple(head.split("|")))


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ("Fees of 2026", "Fees of 2026", []),
        (
            "Fees of 2026",
            "Fees of 2027",
            [
                "pdf: 1 page, 0.0 KB > 1 page, 0.0 KB; 1 passage differs",
                "pdf.pages.1: Fees of 2026 > Fees of 2027",
            ],
        ),
        (
            f"Old {LONG}|{LONG} end",
            f"New {LONG}|new page|{LONG}",
            [
                "pdf: 2 pages, 0.5 KB > 3 pages, 0.6 KB; 3 passages differ",
                "pdf.pages.1: Old word0 word1 word2 word3 word4 > New word0 word1 word2 word3 word4",
                ("pdf.pages.2: word35 word36 word37 word38 word39 word0 word1 word2 word3 word4"
                " > word35 word36 word37 word38 word39 new page word0 word1 word2 word3 word4"),
                ("pdf.pages.2: word35 word36 word37 word38 word39 end"
                " > word35 word36 word37 word38 word39"),
            ],
        ),
        # Lines and pages that break elsewhere, and words broken in between, are no difference.
        ("Fees in\r\nforce|now", "Fees\r\nin for\ufffe\r\nce now", ["pdf: 2 pages, 0.0 KB > 1 page, 0.0 KB; its bytes differ, its words do not"]),
        ("Fees", "!is encrypted", ["pdf: 1 page, 0.0 KB > 0.0 KB; its bytes differ, words are not compared: the PDF now is encrypted"]),
        ("!is broken", "Fees", ["pdf: 0.0 KB > 1 page, 0.0 KB; its bytes differ, words are not compared: the PDF before is broken"]),
        ("a " * 30_001, "b", ["pdf: 1 page, 60.0 KB > 1 page, 0.0 KB; its bytes differ, more than 30,000 words are not compared"]),
    ],
)  # fmt: skip
def test_passages_that_differ_are_told_by_page(
    before: str, now: str, wanted: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, before, now) == wanted


def test_of_very_many_passages_the_first_are_told(tmp_path: Path) -> None:
    before = " ".join(f"x{number} {LONG}" for number in range(120))
    said = told(tmp_path, before, before.replace("x", "y"))
    assert said[0].endswith("; 120 passages differ, 100 of them told")
    assert len(said) == 101


def test_a_pdf_under_another_name_is_compared_too(tmp_path: Path) -> None:
    moved: Files = {
        FEES: YAML.replace("fees.pdf", "v2.pdf"),
        "content/documents/v2.pdf": b"Fees of 2027",
    }
    assert told(tmp_path, "Fees of 2026", "Fees of 2026", moved) == [
        "file: fees.pdf > v2.pdf",
        "pdf: 1 page, 0.0 KB > 1 page, 0.0 KB; 1 passage differs",
        "pdf.pages.1: Fees of 2026 > Fees of 2027",
    ]


def test_a_document_that_becomes_a_link_has_no_pdf_to_compare(tmp_path: Path) -> None:
    linked = {FEES: "name: Fees\nlink: https://a.eu/fees\n"}
    parts = [one.partition(":")[0] for one in told(tmp_path, "Fees", "Fees", linked)]
    assert parts == ["file", "link"]
