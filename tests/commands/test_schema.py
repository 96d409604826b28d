"""`schema`: writes what editors complete with; with --check says what is older."""

import io
from pathlib import Path

from compiler.commands.schema import run
from compiler.load.schemas import schema_files
from compiler.report.console import Console


def call(project: Path, *, check: bool) -> tuple[int, str]:
    out = io.StringIO()
    code = run(Console(out, io.StringIO()), project=str(project), check=check)
    return code, out.getvalue()


def test_it_writes_checks_and_writes_only_what_differs(tmp_path: Path) -> None:
    (tmp_path / "clientarea.yaml").write_text("version: 1\n")
    count = len(schema_files())
    assert call(tmp_path, check=True)[0] == 1
    assert not (tmp_path / "schemas").exists()
    assert call(tmp_path, check=False) == (0, f"{count} written to schemas/\n")
    assert call(tmp_path, check=True) == (0, "")
    (tmp_path / "schemas" / "text.json").write_text("{}")
    assert call(tmp_path, check=True) == (
        1,
        "schemas/text.json is not what this version writes\n",
    )
    assert call(tmp_path, check=False) == (0, "1 written to schemas/\n")
    assert call(tmp_path, check=False) == (0, "Nothing changed.\n")
