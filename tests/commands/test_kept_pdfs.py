"""What PDFs are is kept by their bytes: an unchanged one is not opened again."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from compiler import wiring
from compiler.commands import kept_pdfs
from compiler.commands.kept_pdfs import KeptPdfs
from compiler.ports.pdf_facts import PdfFacts, Pdfs
from tests.harness import Project
from tests.pdf_kit import good_pdf, with_attachment
from tests.pdfs import pdf

FEES = "name: Fees\nactive: true\nfile: Fees-2026-v1.pdf\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the PDFs that were opened, in a run of its own."""
    seen: list[str] = []
    real = wiring.open_pdfs

    def watched(pdfs: Pdfs) -> Mapping[str, PdfFacts]:
        seen.extend(pdfs)
        return real(pdfs)

    monkeypatch.setattr(kept_pdfs, "open_pdfs", watched)
    monkeypatch.setattr(kept_pdfs, "_this_run", {})
    return seen


def forget() -> None:
    """Forget what this process knows, as a new one would not know it."""
    kept_pdfs._this_run.clear()


def test_what_is_kept_is_what_was_found(tmp_path: Path, opened: list[str]) -> None:
    pdfs: Pdfs = {
        "a.pdf": lambda: good_pdf("One", change=with_attachment()),
        "b.pdf": lambda: pdf("Two"),
        "c.pdf": lambda: b"%PDF-1.7",
    }
    first = KeptPdfs(tmp_path)
    found = first.inspect(pdfs)
    first.keep()
    forget()
    assert KeptPdfs(tmp_path).inspect(pdfs) == found
    assert opened == ["a.pdf", "b.pdf", "c.pdf"]


def test_only_what_has_changed_is_opened(tmp_path: Path, opened: list[str]) -> None:
    kept = KeptPdfs(tmp_path)
    kept.inspect({"a.pdf": lambda: pdf("A"), "b.pdf": lambda: pdf("B")})
    kept.keep()
    forget()
    KeptPdfs(tmp_path).inspect({"a.pdf": lambda: pdf("A"), "b.pdf": lambda: pdf("New")})
    assert opened == ["a.pdf", "b.pdf", "b.pdf"]


def test_the_same_bytes_are_opened_once(tmp_path: Path, opened: list[str]) -> None:
    found = KeptPdfs(tmp_path).inspect({"a.pdf": lambda: pdf("A"), "b.pdf": lambda: pdf("A")})
    assert found["a.pdf"] == found["b.pdf"]
    assert len(opened) == 1


def test_a_check_after_an_edit_opens_nothing(project: Project, opened: list[str]) -> None:
    project.files(
        {"content/documents/fees.yaml": FEES, "content/documents/Fees-2026-v1.pdf": good_pdf()}
    )
    project.run("check").exits(0)
    forget()
    project.edit("content/documents/fees.yaml", "name: Fees", "name: All fees")
    project.run("check").exits(0)
    assert opened == ["content/documents/Fees-2026-v1.pdf"]


def test_in_continuous_integration_nothing_is_believed(
    project: Project, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project.files(
        {"content/documents/fees.yaml": FEES, "content/documents/Fees-2026-v1.pdf": good_pdf()}
    )
    monkeypatch.setenv("CI", "true")
    for _ in range(2):
        project.run("check").exits(0)
        forget()
    assert len(opened) == 2


def test_a_publish_opens_each_once(project: Project, opened: list[str]) -> None:
    project.files(
        {"content/documents/fees.yaml": FEES, "content/documents/Fees-2026-v1.pdf": good_pdf()}
    )
    project.run("publish").exits(0)
    assert len(opened) == 1
