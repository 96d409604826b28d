"""Files made to do harm: each is a finding, in bounded time and memory, and all else is checked."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness import CHECKOUT, Project

SECONDS = 60
MEMORY = 1_000_000_000
"""Bytes that a whole check may have; one that reads 2 GB could not."""

DOCUMENT = "name: {0}\nactive: true\nfile: {0}.pdf\n"
TOO_LARGE = "this file is larger than 64 MiB, and files of that size are not read"


def checked(project: Project, *arguments: str) -> Project:
    """Run `check` in a process of its own that has no more memory and time than that."""

    def limit() -> None:
        if sys.platform != "darwin":
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    run = subprocess.run(
        [sys.executable, "-m", "compiler", "check", *arguments],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
        preexec_fn=limit,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert "Traceback" not in run.stderr, run.stderr
    project.code, project.out, project.err = run.returncode, run.stdout, run.stderr
    return project


def told(project: Project) -> set[tuple[str, str]]:
    """Return path and rule of every finding."""
    return {(one["path"], one["rule"]) for one in project.data()["findings"]}


def sparse(root: Path, name: str, size: int = 2 * 1024**3) -> None:
    """Write a file of 2 GB that takes no room on the disk."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    os.truncate(path, size)


@pytest.mark.parametrize(
    "name",
    [
        "content/documents/Fees.pdf",
        "content/documents/stray.pdf",
        "content/documents/more.yaml",
        "content/translations/portal/es.po",
        "content/texts/terms.en.md",
        "content/texts/_schemas/terms.json",
        "content/banners/summer/en/wide.png",
    ],
)
def test_a_sparse_file_of_2_gb(project: Project, name: str) -> None:
    project.files(
        {
            "content/documents/fees.yaml": DOCUMENT.format("Fees"),
            "content/texts/terms.yaml": "",
            "content/banners/summer/banner.yaml": "locales: {en: {active: false}}\n",
            "content/levels/basic.yaml": "type: other\n",
        }
    )
    sparse(project.root, name)
    checked(project, "--format", "json").exits(1)
    assert {(name, "unreadable-file"), ("content/levels/basic.yaml", "invalid-value")} <= told(
        project
    )
    checked(project).says(f"{name}:1:1: error: {TOO_LARGE}")


def test_a_sparse_project_file(project: Project) -> None:
    sparse(project.root, "clientarea.yaml")
    checked(project).exits(2).says(f"clientarea.yaml:1:1: error: {TOO_LARGE}")


def test_a_pointer_of_git_lfs_to_2_gb(project: Project) -> None:
    pointer = (
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize {2 * 1024**3}\n"
    )
    project.files(
        {
            "content/documents/fees.yaml": DOCUMENT.format("Fees"),
            "content/documents/Fees.pdf": pointer,
        }
    ).commit()
    checked(project).exits(1).says(f"content/documents/Fees.pdf:1:1: error: {TOO_LARGE}")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("Fees.pdf", b"", "`Fees.pdf` is empty"),
        ("Fees.pdf", b"MZ" + bytes(2000), "`Fees.pdf` is no PDF"),
        ("LICENCE", b"%PDF-1.7\n", "`LICENCE` is a PDF, and is not named as one"),
        ("Fees.exe", b"%PDF-1.7\n", "`Fees.exe` is a PDF, and is not named as one"),
        (
            "Fees.pdf",
            b"version https://git-lfs.github.com/spec/v1\r\noid sha256:00\r\nsize 9\r\n",
            "`Fees.pdf` is a pointer of Git LFS that was changed",
        ),
    ],
)
def test_what_is_no_pdf_says_why(project: Project, name: str, data: bytes, said: str) -> None:
    project.files(
        {
            "content/documents/fees.yaml": f"name: Fees\nactive: true\nfile: {name}\n",
            f"content/documents/{name}": data,
        }
    )
    project.run("check").exits(1).says(f"content/documents/fees.yaml:3:7: error: {said}")
    project.run("build").exits(1)


@pytest.mark.parametrize("name", ["../../clientarea.yaml", "/etc/passwd", "a\\b.pdf", "a/b.pdf"])
def test_a_path_in_place_of_a_name(project: Project, name: str) -> None:
    project.files({"content/documents/fees.yaml": f"name: Fees\nfile: '{name}'\n"})
    project.run("check").exits(1)
    project.says("content/documents/fees.yaml:2:7: error: `file` must be the name of a file")


@pytest.mark.parametrize("name", ["..", ".", ".hidden.pdf", "-rf.pdf", "COM1.pdf"])
def test_a_name_that_is_a_trick(project: Project, name: str) -> None:
    project.files({"content/documents/fees.yaml": f"name: Fees\nfile: '{name}'\n"})
    project.run("check").exits(1).says("content/documents/fees.yaml:2:7: error:")


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../outside.pdf", "../../.git/config"])
def test_a_link_out_of_the_repository(project: Project, target: str) -> None:
    project.files({"content/documents/fees.yaml": DOCUMENT.format("Fees")}).commit()
    (project.root / "content/documents/Fees.pdf").symlink_to(target)
    project.run("check").exits(1)
    project.says("content/documents/Fees.pdf:1:1: error:", "symbolic link")
