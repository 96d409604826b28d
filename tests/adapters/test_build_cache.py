"""What is kept in build/.cache: read back whole or not at all, and never in anybody's way."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from compiler.adapters.build_cache import read_cache, write_cache


def test_what_was_written_is_read(tmp_path: Path) -> None:
    assert read_cache(tmp_path, "search") is None
    assert write_cache(tmp_path, "search", b"one")
    assert write_cache(tmp_path, "search", b"two")
    assert read_cache(tmp_path, "search") == b"two"
    assert read_cache(tmp_path, "other") is None


def test_git_does_not_see_it_and_nothing_is_left_over(tmp_path: Path) -> None:
    write_cache(tmp_path, "search", b"one")
    files = {path.name for path in (tmp_path / "build").rglob("*") if path.is_file()}
    assert files == {".gitignore", "search", "search.lock"}
    assert (tmp_path / "build/.gitignore").read_text() == "*\n"


def test_what_somebody_else_has_kept_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cache(tmp_path, "search", b"one")
    kept = (tmp_path / "build/.cache/search").read_bytes()
    for forged in (b"one", kept[32:], bytes(32) + kept[32:], kept + b"!", b""):
        (tmp_path / "build/.cache/search").write_bytes(forged)
        assert read_cache(tmp_path, "search") is None
    (tmp_path / "build/.cache/other").write_bytes(kept)  # under another name
    assert read_cache(tmp_path, "other") is None
    (tmp_path / "build/.cache/search").write_bytes(kept)
    assert read_cache(tmp_path, "search") == b"one"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))
    assert read_cache(tmp_path, "search") is None
    assert write_cache(tmp_path, "search", b"two")
    key = tmp_path / "another user/clientarea/key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in key.parent.iterdir()] == ["key"]


def test_without_a_place_for_a_key_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    for home in (str(tmp_path / "file"), "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", home)
        assert not write_cache(tmp_path, "search", b"one")
        assert read_cache(tmp_path, "search") is None


def test_what_a_dead_run_left_is_replaced(tmp_path: Path) -> None:
    write_cache(tmp_path, "search", b"one")
    (tmp_path / "build/.cache/search.new").write_bytes(b"half of i")
    assert read_cache(tmp_path, "search") == b"one"
    assert write_cache(tmp_path, "search", b"two")
    assert not (tmp_path / "build/.cache/search.new").exists()


def test_many_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    contents = [bytes([number]) * 200_000 for number in range(8)]
    assert write_cache(tmp_path, "search", contents[0])

    def write(data: bytes) -> None:
        for _ in range(10):
            write_cache(tmp_path, "search", data)
            assert read_cache(tmp_path, "search") in contents

    threads = [threading.Thread(target=write, args=(data,)) for data in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read_cache(tmp_path, "search") in contents
    assert not (tmp_path / "build/.cache/search.new").exists()


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("no folder")
    assert not write_cache(tmp_path, "search", b"one")
    assert read_cache(tmp_path, "search") is None


def test_of_what_does_not_fit_on_the_disk_nothing_is_left(tmp_path: Path) -> None:
    write_cache(tmp_path, "search", b"one")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from compiler.adapters.build_cache import write_cache\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "print(write_cache(Path(sys.argv[1]), 'search', bytes(50_000)))"
    )
    run = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "False\n"
    assert read_cache(tmp_path, "search") == b"one"
    names = {path.name for path in (tmp_path / "build/.cache").iterdir()}
    assert names == {"search", "search.lock"}


@pytest.mark.timeout(20)
def test_nobody_waits_for_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_cache(tmp_path, "search", b"one")
    for name in ("search", "search.lock", "search.new"):
        (tmp_path / "build/.cache" / name).unlink(missing_ok=True)
        os.mkfifo(tmp_path / "build/.cache" / name)
        assert read_cache(tmp_path, "search") in (None, b"two")
        assert write_cache(tmp_path, "search", b"two")
        assert read_cache(tmp_path, "search") == b"two"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))
    (tmp_path / "another user/clientarea").mkdir(parents=True)
    os.mkfifo(tmp_path / "another user/clientarea/key")
    assert read_cache(tmp_path, "search") is None


@pytest.mark.parametrize("link", ["build", "build/.cache", "build/.cache/search"])
def test_a_link_is_not_followed(tmp_path: Path, link: str) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / link).parent.mkdir(parents=True)
    target = elsewhere / "file" if link.endswith("search") else elsewhere
    if target is not elsewhere:
        target.write_bytes(b"theirs")
    (project / link).symlink_to(target)
    written = write_cache(project, "search", b"ours")
    if link.endswith("search"):
        assert target.read_bytes() == b"theirs"
        assert written
        assert read_cache(project, "search") == b"ours"
    else:
        assert not written
        assert list(elsewhere.iterdir()) == []
