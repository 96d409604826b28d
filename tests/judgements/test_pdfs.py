"""Every PDF of the open data set was judged by a reader: refused for its true reason, or accepted.

`pdfs.tsv` has a line for each: the errors that refuse it, the warnings, and why that is right. A PDF
without a line fails; UPDATE_CASES=1 writes its line anew, without a reason, which fails as well.
"""

import os
import time
from pathlib import Path

import pytest

from compiler.base.finding import Finding, Severity
from tests.rules.cases import judged, repository

RECORD = Path(__file__).with_name("pdfs.tsv")
HEAD = "path\tverdict\terrors\twarnings\treason"
SECONDS = 90
"""For all of them, on two busy cores; on idle ones they take five."""


def test_each_is_judged_as_a_reader_judged_it(shared_data: Path, tmp_path: Path) -> None:
    paths = sorted((shared_data / "pdf").rglob("*.pdf"))
    names = {f"a{number:03}": path for number, path in enumerate(paths)}
    files: dict[str, str | bytes] = {}
    for name, path in names.items():
        text = f"name: {name}\nactive: true\nfile: D{name}-2026-v1.pdf\n"
        files[f"content/documents/{name}.yaml"] = text
        files[f"content/documents/D{name}-2026-v1.pdf"] = path.read_bytes()
    start = time.monotonic()
    findings = judged(repository(tmp_path, files)).findings
    assert time.monotonic() - start < SECONDS
    found = {
        path.relative_to(shared_data / "pdf").as_posix(): _verdict(
            [one for one in findings if one.entity == f"documents/{name}"]
        )
        for name, path in names.items()
    }
    assert {one.entity for one in findings} <= {f"documents/{name}" for name in names}
    if os.environ.get("UPDATE_CASES"):
        _write(found)
    assert {path: line[:3] for path, line in record().items()} == found


def _verdict(findings: list[Finding]) -> tuple[str, str, str]:
    errors, warnings = (
        " ".join(sorted({one.rule for one in findings if one.severity is severity}))
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    return ("refused" if errors else "accepted", errors or "-", warnings or "-")


def record() -> dict[str, tuple[str, ...]]:
    """Return verdict, errors, warnings and reason by path."""
    _, *lines = RECORD.read_text(encoding="utf-8").splitlines()
    return {path: tuple(rest) for path, *rest in (line.split("\t") for line in lines)}


def _write(found: dict[str, tuple[str, str, str]]) -> None:
    known = record() if RECORD.exists() else {}
    lines = [
        "\t".join(
            (path, *line, known[path][3] if path in known and known[path][:3] == line else "")
        )
        for path, line in found.items()
    ]
    RECORD.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


@pytest.mark.parametrize("path", record() if RECORD.exists() else [])
def test_every_line_has_a_reason(path: str) -> None:
    verdict, errors, _, reason = record()[path]
    assert reason
    assert (verdict == "refused") == (errors != "-")
