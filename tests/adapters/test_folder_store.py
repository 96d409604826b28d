import errno
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from compiler.adapters import folder_lock
from compiler.adapters.folder_store import FolderStore
from compiler.ports.store import AlreadyExistsError, ChangedError, StoreError
from tests.adapters.store_conformance import KIND, StoreConformance

PROJECT = Path(__file__).parents[2]


def tag_of(store: FolderStore, name: str) -> str:
    stored = store.get(name)
    return stored.tag if stored else ""


WRITES: dict[str, Callable[[FolderStore], None]] = {
    "put": lambda store: store.put("objects/0/new.json", b"12345678", KIND),
    "create": lambda store: store.create("releases/2.json", b"12345678", KIND),
    "replace": lambda store: store.replace(
        "live/a.json", b"12345678", KIND, tag=tag_of(store, "live/a.json")
    ),
}


def files(root: Path) -> list[str]:
    """Return every file below a folder, those of the store itself too."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def filled(root: Path) -> Path:
    store = FolderStore(root)
    store.put("objects/0/old.json", b"old", KIND)
    store.create("live/a.json", b"old", KIND)
    store.create("releases/1.json", b"old", KIND)
    return root


FILLED = [".lock", "live/a.json", "objects/0/old.json", "releases/1.json"]


class TestFolderStore(StoreConformance):
    @pytest.fixture
    def store(self, tmp_path: Path) -> FolderStore:
        return FolderStore(tmp_path / "store" / "public")


class TestFolderStoreBehindALink(StoreConformance):
    @pytest.fixture
    def store(self, tmp_path: Path) -> FolderStore:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "store").symlink_to(tmp_path / "elsewhere")
        return FolderStore(tmp_path / "store" / "public")


def test_files_lie_where_the_protocol_says_and_others_may_read_them(tmp_path: Path) -> None:
    filled(tmp_path)
    assert files(tmp_path) == FILLED
    assert (tmp_path / "live/a.json").stat().st_mode & 0o444 == 0o444


def test_people_find_it_by_its_folder(tmp_path: Path) -> None:
    assert FolderStore(tmp_path / "store").address == str(tmp_path / "store")


def test_reading_makes_nothing(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "store")
    assert (store.get("a"), list(store.names("releases/"))) == (None, [])
    assert list(tmp_path.iterdir()) == []


def test_what_stands_there_already_is_not_written_again(tmp_path: Path) -> None:
    written = []

    def write(handle: int, data: bytes | memoryview) -> int:
        written.append(bytes(data))
        return os.write(handle, data)

    store = FolderStore(tmp_path, write)
    for data in (b"one", b"one", b"two"):
        store.put("objects/0/a.json", data, KIND)
    assert written == [b"one", b"two"]


@pytest.mark.parametrize(
    "name",
    ["", "/a", "../a", "a/../b", "a/..", "a//b", "a/", ".lock", ".tmp/x", "a/./b", "a\\b", "a\0b"],
)
def test_a_name_never_leaves_the_folder(tmp_path: Path, name: str) -> None:
    store = FolderStore(tmp_path / "store")
    calls: list[Callable[[], object]] = [
        lambda: store.get(name),
        lambda: store.put(name, b"", KIND),
        lambda: store.create(name, b"", KIND),
        lambda: store.replace(name, b"", KIND, tag=""),
        lambda: store.delete([name]),
    ]
    for call in calls:
        with pytest.raises(StoreError, match="cannot be the name of an object"):
            call()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("taken", [0, 3])
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, write: Callable[[FolderStore], None], taken: int
) -> None:
    filled(tmp_path)
    room = [taken]

    def until_full(handle: int, data: bytes | memoryview) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        room[0] -= 1
        return os.write(handle, bytes(data)[:2])

    store = FolderStore(tmp_path, until_full)
    with pytest.raises(StoreError, match=r"^cannot write `.*`: the disk is full$"):
        write(store)
    del store
    assert files(tmp_path) == FILLED
    assert (tmp_path / "live/a.json").read_bytes() == b"old"


LIMITED = """
import resource, signal, sys
from pathlib import Path
from compiler.adapters.folder_store import FolderStore
from compiler.ports.store import Attributes, StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = FolderStore(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    store.put("objects/0/new.json", b"x" * 5000, Attributes("a", "b"))
except StoreError as error:
    print(error)
"""


def child(script: str, root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(root)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )


def test_a_real_limit_of_the_system_is_told_in_words(tmp_path: Path) -> None:
    filled(tmp_path)
    path = tmp_path / "objects/0/new.json"
    said = child(LIMITED, tmp_path).stdout.strip()
    assert said == f"cannot write `{path}`: files may not be that large here"
    assert files(tmp_path) == FILLED


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder where we may look and not write; root becomes somebody else meanwhile."""
    folder = Path(tempfile.mkdtemp())
    filled(folder / "store")
    if os.geteuid() == 0:
        folder.chmod(0o755)
        os.seteuid(65534)
        yield folder / "store"
        os.seteuid(0)
    else:
        for path in (*(folder / "store").rglob("*"), folder / "store"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield folder / "store"
        for path in (folder / "store", *(folder / "store").rglob("*")):
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_folder_of_somebody_else_is_told_in_words(
    closed_folder: Path, write: Callable[[FolderStore], None]
) -> None:
    store = FolderStore(closed_folder)
    assert list(store.names("releases/")) == ["releases/1.json"]
    with pytest.raises(StoreError, match=r"^cannot write `.*`: this user is not allowed to$"):
        write(store)
    assert files(closed_folder) == FILLED
    with pytest.raises(StoreError, match=r"^cannot remove `.*`: this user is not allowed to$"):
        store.delete(["live/a.json"])


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file")
    store = FolderStore(tmp_path / "store")
    calls: list[Callable[[], object]] = [
        lambda: store.get("live/a.json"),
        lambda: store.put("live/a.json", b"", KIND),
        lambda: list(store.names("live/")),
        lambda: store.delete(["live/a.json"]),
    ]
    for call in calls:
        with pytest.raises(StoreError, match=r"^cannot \w+ `.*store.*`: "):
            call()
    assert (tmp_path / "store").read_text() == "a file"


def test_a_folder_in_the_way_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "live/a.json").mkdir(parents=True)
    store = FolderStore(tmp_path)
    with pytest.raises(StoreError, match="a folder stands where a file should be"):
        store.get("live/a.json")
    with pytest.raises(StoreError, match="a folder stands where a file should be"):
        store.put("live/a.json", b"", KIND)
    with pytest.raises(AlreadyExistsError):
        store.create("live/a.json", b"", KIND)
    with pytest.raises(StoreError):
        store.replace("live/a.json", b"", KIND, tag="")


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "store").symlink_to(tmp_path / "nothing")
    with pytest.raises(StoreError, match="such as a file or a link to nothing"):
        FolderStore(tmp_path / "store").put("a", b"", KIND)


def test_a_file_system_without_links_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(
        StoreError, match="on a file system without hard links, which releases need"
    ):
        FolderStore(tmp_path).put("a", b"", KIND)
    assert files(tmp_path) == [".lock"]


def test_a_file_system_without_locks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(StoreError, match="on a file system without locks, which releases need"):
        FolderStore(tmp_path).put("a", b"", KIND)


def test_a_lock_that_is_never_let_go_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "_PATIENCE", 0.02)
    with (
        folder_lock.locked(tmp_path / ".lock"),
        pytest.raises(StoreError, match=r"another process has held `.*\.lock`"),
    ):
        FolderStore(tmp_path).put("a", b"", KIND)


KILLED = """
import os, signal, sys
from pathlib import Path
from compiler.adapters.folder_store import FolderStore
from compiler.ports.store import Attributes
def die(handle, data):
    os.write(handle, bytes(data)[:3])
    os.kill(os.getpid(), signal.SIGKILL)
FolderStore(Path(sys.argv[1]), die).create("releases/9.json", b"12345678", Attributes("a", "b"))
"""


def test_what_a_killed_writer_left_goes_with_the_next_one_and_the_living_stay(
    tmp_path: Path,
) -> None:
    living = FolderStore(tmp_path)
    living.put("objects/0/a.json", b"a", KIND)
    assert child(KILLED, tmp_path).returncode == -signal.SIGKILL
    left = [name for name in files(tmp_path) if name.endswith("/0")]
    assert len(left) == 1
    FolderStore(tmp_path).put("objects/0/b.json", b"b", KIND)
    living.put("objects/0/c.json", b"c", KIND)
    names = ["objects/0/a.json", "objects/0/b.json", "objects/0/c.json"]
    assert list(living.names("")) == names
    del living
    assert files(tmp_path) == [".lock", *names]


def test_a_reader_never_sees_a_part(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.create("live/a.json", b"0" * 100_000, KIND)
    seen = set()

    def slowly(handle: int, data: bytes | memoryview) -> int:
        stored = store.get("live/a.json")
        assert stored is not None
        seen.add((len(stored.data), len(set(stored.data))))
        return os.write(handle, bytes(data)[:9000])

    writer = FolderStore(tmp_path, slowly)
    writer.replace("live/a.json", b"1" * 100_000, KIND, tag=tag_of(store, "live/a.json"))
    writer.put("live/a.json", b"2" * 100_000, KIND)
    assert seen == {(100_000, 1)}


def test_a_lost_comparison_leaves_nothing_aside(tmp_path: Path) -> None:
    filled(tmp_path)
    store = FolderStore(tmp_path)
    with pytest.raises(ChangedError):
        store.replace("live/a.json", b"new", KIND, tag="other")
    with pytest.raises(AlreadyExistsError):
        store.create("live/a.json", b"new", KIND)
    assert [name for name in files(tmp_path) if name.endswith("/0")] == []
