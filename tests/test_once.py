"""What many tests share is made once, whoever asks first, and whole or not at all."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.once import Once


def test_who_comes_meanwhile_gets_what_the_first_one_makes(tmp_path: Path) -> None:
    together, made = Barrier(4), list[Path]()

    def make(folder: Path) -> None:
        time.sleep(0.1)  # the others come meanwhile
        (folder / "file").write_text("whole")
        made.append(folder)

    def ask(_: int) -> str:
        together.wait()  # a lock on a file parts threads as it parts processes
        return (Once(tmp_path / "once").made("thing", make) / "file").read_text()

    with ThreadPoolExecutor(4) as four:
        assert list(four.map(ask, range(4))) == ["whole"] * 4
    assert made == [tmp_path / "once/thing"]


def test_what_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Once(tmp_path).made("thing", fail)
    folder = Once(tmp_path).made("thing", lambda folder: (folder / "file").touch())
    assert [one.name for one in folder.iterdir()] == ["file"]
