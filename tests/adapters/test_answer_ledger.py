"""Answers on the disk: whole after every write, and a full disk is named."""

import errno
import os
from pathlib import Path

import pytest

from compiler.adapters.answer_ledger import AnswerLedger, open_ledger
from compiler.base.failure import WorldError
from compiler.translate.outcome import Recorded

ANSWER = Recorded("k1", ("Pague ahora",), ("",))
KEY = b"k" * 32


def kept(path: Path) -> AnswerLedger:
    return AnswerLedger(path, KEY)


def test_a_disk_that_takes_a_few_bytes_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, write = tmp_path / "answers.jsonl", os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    kept(path).keep("r1", [ANSWER])
    monkeypatch.undo()
    assert kept(path).recorded == {"k1": ANSWER}


def test_a_full_disk_is_named_and_what_was_kept_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, write = tmp_path / "answers.jsonl", os.write
    kept(path).keep("r1", [ANSWER])
    left = [9]

    def full(handle: int, data: bytes) -> int:
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data[: left.pop()])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WorldError, match=f"cannot write `{path}`: no space left on device"):
        kept(path).begin("r2", ["k2"])
    monkeypatch.undo()
    assert kept(path).recorded == {"k1": ANSWER}
    kept(path).keep("r3", [Recorded("k3", ("x",), ("",))])
    assert set(kept(path).recorded) == {"k1", "k3"}
    assert kept(path).begun == []


def test_what_a_full_disk_left_empty_is_written_again(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    ignore = tmp_path / "build/.gitignore"
    ignore.touch()
    with open_ledger(tmp_path):
        assert ignore.read_text(encoding="utf-8") == "*\n"
