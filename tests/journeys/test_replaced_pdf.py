"""A file name stands for one PDF: against the base of a pull request, and against what is live."""

import pytest

from tests.harness import Project
from tests.pdf_kit import good_pdf

PDF = "content/documents/Fees-2026-v1.pdf"
SHELF = "targets:\n  shelf: {public: 'file:a/public', private: 'file:a/private', gate: draft}\n"
WAIVER = (
    "waivers:\n  - {rule: RULE, entity: documents/fees, reason: Never sent to anybody.,"
    " expires: 2099-12-31}\n"
)
FILES: dict[str, str | bytes] = {
    "clientarea.yaml": f"version: 1\n{SHELF}",
    ".gitignore": "build\na\n",
    "content/documents/fees.yaml": "name: Fees\nactive: true\nfile: Fees-2026-v1.pdf\n",
    PDF: good_pdf("Commission 0.10%"),
}


@pytest.fixture
def published(project: Project) -> Project:
    """A document that is live, and another PDF in its place."""
    project.files(FILES).commit().git("branch", "-M", "main")
    project.run("publish", "shelf").exits(0)
    return project.files({PDF: good_pdf("Commission 0.20%")}).commit("Raise the fees")


def test_the_base_of_a_pull_request(published: Project) -> None:
    published.run("check", "--base", "main~1").exits(1).says(
        "content/documents/fees.yaml:3:7: error: `Fees-2026-v1.pdf` is not the PDF that was"
        " published under this name [replaced-pdf]",
        "save the new PDF as `Fees-2026-v2.pdf`, and write",
        "file: Fees-2026-v2.pdf",
    )
    published.files({"waivers.yaml": WAIVER.replace("RULE", "replaced-pdf")})
    published.run("check", "--base", "main~1").exits(0)


def test_the_live_release(published: Project) -> None:
    published.run("publish", "shelf").exits(1).says(
        "another PDF had the name `Fees-2026-v1.pdf`; raise the version: `Fees-2026-v2.pdf`"
    )
    (published.root / PDF).rename(published.root / PDF.replace("v1", "v2"))
    published.edit("content/documents/fees.yaml", "v1.pdf", "v2.pdf").commit("Raise the version")
    published.run("check", "--base", "main~2").exits(0)
    published.run("publish", "shelf").exits(0)


def test_a_waiver_lets_it_go_live(published: Project) -> None:
    published.files({"waivers.yaml": WAIVER.replace("RULE", "breaking-pdf-replaced")}).commit()
    published.run("publish", "shelf").exits(0)
