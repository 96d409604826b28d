"""Results kept by name: whole or not, believed with their seal alone, bounded, for several runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compiler.adapters.own_key import SEAL
from compiler.adapters.result_store import ResultStore

NAME = "ab" * 32
KEY = b"k" * 32


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    store = ResultStore(tmp_path, KEY)
    assert store.get(NAME) is None
    assert store.put(NAME, b"result")
    assert store.get(NAME) == b"result"
    assert ResultStore(tmp_path, KEY).get(NAME) == b"result"
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_what_somebody_else_has_kept_is_not_believed(tmp_path: Path) -> None:
    ResultStore(tmp_path, b"another").put(NAME, b"result")
    assert ResultStore(tmp_path, KEY).get(NAME) is None


def test_a_result_under_another_name_is_not_believed(tmp_path: Path) -> None:
    ResultStore(tmp_path, KEY).put(NAME, b"result")
    (tmp_path / NAME).rename(tmp_path / ("cd" * 32))
    assert ResultStore(tmp_path, KEY).get("cd" * 32) is None


def test_damage_is_seen(tmp_path: Path) -> None:
    store = ResultStore(tmp_path, KEY)
    store.put(NAME, b"result")
    whole = (tmp_path / NAME).read_bytes()
    for damaged in (b"", whole[:-1], whole[:SEAL], whole[:-1] + b"x", b"\0" + whole[1:]):
        (tmp_path / NAME).write_bytes(damaged)
        assert store.get(NAME) is None
        assert store.put(NAME, b"result")
        assert store.get(NAME) == b"result"


def test_no_link_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    outside = ResultStore(tmp_path, KEY)
    outside.put(NAME, b"result")
    (folder / NAME).symlink_to(tmp_path / NAME)
    assert ResultStore(folder, KEY).get(NAME) is None


@pytest.mark.timeout(20)
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    store = ResultStore(tmp_path, KEY)
    assert store.get(NAME) is None
    assert store.put(NAME, b"result")
    assert store.get(NAME) == b"result"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "none", tmp_path / "file"):
        store = ResultStore(folder, KEY)
        assert not store.put(NAME, b"result")
        assert store.get(NAME) is None
        store.tidy()


def test_what_was_not_used_for_the_longest_time_goes(tmp_path: Path) -> None:
    store = ResultStore(tmp_path, KEY, largest=10 * (1000 + SEAL))
    names = [f"{number:02x}" * 32 for number in range(11)]
    for age, name in enumerate(names):
        store.put(name, bytes(1000))
        os.utime(tmp_path / name, (1_000_000 + age, 1_000_000 + age))
    assert store.get(names[0]) is not None  # used now: it is the youngest
    store.tidy()
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {names[0], *names[4:]}


def test_many_writers_and_readers_at_once(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from compiler.adapters.result_store import ResultStore\n"
        "store = ResultStore(Path(sys.argv[1]), b'k' * 32, largest=400_000)\n"
        "for number in range(200):\n"
        "    name = f'{number % 7:02x}' * 32\n"
        "    assert store.get(name) in (None, name.encode() * 1000)\n"
        "    assert store.put(name, name.encode() * 1000)\n"
        "    store.tidy()\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    said = [run.communicate(timeout=60)[1] for run in runs]
    assert (said, [run.returncode for run in runs]) == ([b"", b"", b""], [0, 0, 0])
