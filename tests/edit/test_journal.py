"""The journal: changes are made whole, and what is no journal of ours does nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from compiler.edit.files import OutsideError, WriteError
from compiler.edit.journal import MeanwhileError, finish_interrupted, write_changes
from compiler.edit.reach import Reach

OLD, NEW = b"old\n", b"new\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/texts").mkdir(parents=True)
    (tmp_path / "content/texts/a.yaml").write_bytes(OLD)
    (tmp_path / "build/.edits").mkdir(parents=True)
    return tmp_path


def home(root: Path) -> Path:
    return root / "build/.edits"


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def journal(root: Path, **parts: object) -> None:
    usual = {"command": ["lock"], "folder": "ab12", "moves": [], "removals": []}
    (home(root) / "journal.json").write_text(json.dumps({**usual, **parts}), encoding="utf-8")


def test_files_are_changed_made_and_removed(root: Path) -> None:
    (root / "content/texts/x").mkdir()
    (root / "content/texts/x/gone.yaml").write_bytes(OLD)
    changes = {
        "content/texts/a.yaml": NEW,
        "content/levels/made.yaml": NEW,
        "content/texts/x/gone.yaml": None,
    }
    write_changes(Reach(root), home(root), changes, {"content/texts/a.yaml": OLD})
    assert files(root) == {"content/texts/a.yaml": NEW, "content/levels/made.yaml": NEW}
    assert not (root / "content/texts/x").exists()


def test_the_mode_of_a_file_and_a_link_to_it_stay(root: Path) -> None:
    (root / "content/texts/a.yaml").chmod(0o640)
    (root / "content/texts/link.yaml").symlink_to("a.yaml")
    write_changes(Reach(root), home(root), {"content/texts/link.yaml": NEW}, {})
    assert (root / "content/texts/link.yaml").is_symlink()
    assert (root / "content/texts/a.yaml").read_bytes() == NEW
    assert (root / "content/texts/a.yaml").stat().st_mode & 0o777 == 0o640


def test_what_somebody_has_saved_meanwhile_is_not_written_over(root: Path) -> None:
    before = files(root)
    with pytest.raises(MeanwhileError, match="was changed meanwhile"):
        write_changes(
            Reach(root),
            home(root),
            {"content/texts/a.yaml": NEW},
            {"content/texts/a.yaml": b"older"},
        )
    assert files(root) == before


def test_what_was_under_way_is_finished_once(root: Path) -> None:
    (home(root) / "ab12").mkdir()
    (home(root) / "ab12/0").write_bytes(NEW)
    journal(root, moves=[["0", "content/texts/a.yaml"], ["1", "content/texts/moved.yaml"]])
    done = finish_interrupted(Reach(root), home(root))
    assert done is not None
    assert done.paths == ["content/texts/a.yaml", "content/texts/moved.yaml"]
    assert files(root) == {"content/texts/a.yaml": NEW}
    assert finish_interrupted(Reach(root), home(root)) is None


@pytest.mark.parametrize(
    "parts",
    [
        {"removals": ["../../outside"]},
        {"removals": ["content/../clientarea.yaml"]},
        {"removals": ["/etc/hostname"]},
        {"removals": [".git/config"]},
        {"moves": [["0", ".git/hooks/pre-commit"]]},
        {"moves": [["../../secret", "content/texts/a.yaml"]]},
        {"folder": "../.."},
        {"moves": [["0"]]},
        {"moves": 1},
    ],
    ids=repr,
)
def test_a_journal_that_leads_elsewhere_does_nothing(root: Path, parts: dict[str, object]) -> None:
    journal(root, **parts)
    before = files(root)
    with pytest.raises(WriteError, match="remove it"):
        finish_interrupted(Reach(root), home(root))
    assert files(root) == before


def test_a_damaged_journal_is_said(root: Path) -> None:
    (home(root) / "journal.json").write_bytes(b"{")
    with pytest.raises(WriteError, match="is not what an editing command writes"):
        finish_interrupted(Reach(root), home(root))


def test_a_link_out_of_the_project_is_not_followed(root: Path, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (root / "content/banners").symlink_to(outside)
    with pytest.raises(OutsideError, match="leads out of"):
        write_changes(Reach(root), home(root), {"content/banners/x/banner.yaml": NEW}, {})
    assert list(outside.iterdir()) == []
    assert list(home(root).iterdir()) == []
