"""A document that must vanish: out of the content, the live release, older ones, and for good."""

import hashlib
from pathlib import Path

import pytest

from tests.harness import Project
from tests.pdf_kit import good_pdf

PDF = "content/documents/Fees-2026-v1.pdf"
FEES = "content/documents/fees.yaml"
DATA = good_pdf("Secret")


@pytest.fixture
def published(project: Project) -> Project:
    """A document that is live, in a Git repository."""
    files: dict[str, str | bytes] = {
        FEES: "name: Fees\nactive: true\nfile: Fees-2026-v1.pdf\n",
        PDF: DATA,
        ".gitignore": "build\n",
    }
    project.files(files).commit().run("publish").exits(0)
    return project


def copies(project: Project, digest: str) -> list[Path]:
    """Return every file of the store that has the hash in its name, or such bytes."""
    files = [path for path in (project.root / "build/store").rglob("*") if path.is_file()]
    same = [path for path in files if hashlib.sha256(path.read_bytes()).hexdigest() == digest]
    named = [path for path in files if digest in str(path)]
    return sorted({*same, *named})


def test_from_the_content_to_older_releases(published: Project) -> None:
    entry = published.published("documents/en.json")["fees"]
    parts = [entry["file"], entry["thumbnail"]["src"], entry["text_file"]]
    hashes = [part.split("/")[1] for part in parts]
    assert hashes[0] == hashlib.sha256(DATA).hexdigest()

    # while it is live nobody takes it down by mistake
    published.run("purge", hashes[0], "--reason", "Names a customer").exits(1)
    published.says("the live release names", "publish without it, then purge")
    assert copies(published, hashes[0])

    # out of the content; the bytes stay, as mails lead to them, until they are purged
    published.run("deactivate", "documents/fees").exits(0)
    published.commit().run("publish").exits(0)
    assert published.published("documents/en.json") == {}
    assert all(copies(published, one) for one in hashes)

    published.run("purge", *hashes, "--reason", "Names a customer").exits(0)
    published.says("to invalidate in caches", parts[0], parts[1], parts[2])
    assert [copies(published, one) for one in hashes] == [[], [], []]

    # no older release, and nobody who has the file still, brings it back
    published.run("rollback", "--to", "1").exits(1).says("was taken down by `purge`")
    published.run("activate", "documents/fees").exits(0)
    published.commit().run("publish").exits(1).says("was taken down by `purge`", hashes[0])
    assert copies(published, hashes[0]) == []
    published.run("verify").exits(0)
    published.run("gc", "--yes").exits(0)
    assert copies(published, hashes[0]) == []


def test_at_once_from_under_the_live_release(published: Project) -> None:
    digest = hashlib.sha256(DATA).hexdigest()
    published.run("purge", digest, "--reason", "A court says so", "--now").exits(0)
    published.says("the live release names", "Fees-2026-v1.pdf")
    assert copies(published, digest) == []
