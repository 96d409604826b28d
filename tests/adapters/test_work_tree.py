import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from compiler.adapters.git_folder import work_tree_top
from compiler.adapters.project_paths import LARGEST
from compiler.adapters.work_tree import WorkTree
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import UnreadableError

POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\nsize 3\n"
)


def make(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def states(tree: WorkTree) -> dict[str, FileState]:
    return {entry.path: entry.state for entry in tree.entries()}


def paths(tree: WorkTree) -> list[str]:
    return [entry.path for entry in tree.entries()]


def test_the_projects_own_files_sorted(tmp_path: Path) -> None:
    make(
        tmp_path,
        {
            "clientarea.yaml": b"version: 1\n",
            "waivers.yaml": b"",
            "README.md": b"",
            "content/texts/b.yaml": b"",
            "content/texts/a/c.yaml": b"c",
            "content/texts/Thumbs.db": b"",
            "content/.hidden/x.yaml": b"",
            "content/.DS_Store": b"",
            "schemas/text.json": b"",
            "src/app.ts": b"",
        },
    )
    (tmp_path / "content" / "empty").mkdir()
    tree = WorkTree(tmp_path, None)
    assert paths(tree) == [
        "clientarea.yaml",
        "content/texts/Thumbs.db",
        "content/texts/a/c.yaml",
        "content/texts/b.yaml",
        "schemas/text.json",
        "waivers.yaml",
    ]
    assert set(states(tree).values()) == {FileState.READABLE}
    assert tree.read("content/texts/a/c.yaml") == b"c"


def test_an_empty_folder(tmp_path: Path) -> None:
    assert WorkTree(tmp_path, None).entries() == ()


def test_links_inside_the_work_tree_are_followed(tmp_path: Path) -> None:
    make(tmp_path, {"shared/legal/x.yaml": b"x", "shared/one.yaml": b"1", ".git/HEAD": b""})
    project = tmp_path / "app"
    (project / "content").mkdir(parents=True)
    (project / "content" / "texts").symlink_to("../../shared/legal")
    (project / "content" / "one.yaml").symlink_to(tmp_path / "shared" / "one.yaml")
    tree = WorkTree(project, work_tree_top(project))
    assert states(tree) == {
        "content/one.yaml": FileState.READABLE,
        "content/texts/x.yaml": FileState.READABLE,
    }
    assert tree.read("content/texts/x.yaml") == b"x"


def test_links_out_of_the_work_tree_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, {"secret": b"s", "folder/x.yaml": b"", "repo/.git/config": b"url = token"})
    project = tmp_path / "repo"
    content = project / "content"
    content.mkdir()
    (content / "a.md").symlink_to("../../secret")
    (content / "b.md").symlink_to("/etc/passwd")
    (content / "c").symlink_to("../../folder")
    (content / "d.md").symlink_to("/nowhere/at/all")
    (content / "e.md").symlink_to("../.git/config")
    (project / "clientarea.yaml").symlink_to("../secret")
    tree = WorkTree(project, project)
    assert set(states(tree).values()) == {FileState.OUTSIDE}
    assert len(tree.entries()) == 6
    for path in [*paths(tree), "../secret", "/etc/passwd", ".git/config"]:
        with pytest.raises(UnreadableError, match="leads out of the Git work tree"):
            tree.read(path)


def test_without_git_the_project_is_the_border(tmp_path: Path) -> None:
    make(tmp_path, {"x.yaml": b""})
    (tmp_path / "app" / "content").mkdir(parents=True)
    (tmp_path / "app" / "content" / "x.yaml").symlink_to("../../x.yaml")
    assert states(WorkTree(tmp_path / "app", None)) == {"content/x.yaml": FileState.OUTSIDE}


def test_links_to_nothing_and_in_a_circle(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "gone.md").symlink_to("nothing.md")
    (content / "loop.md").symlink_to("loop.md")
    (content / "up").symlink_to("..")
    (content / "self").symlink_to(".")
    assert states(WorkTree(tmp_path, None)) == {
        "content/gone.md": FileState.DANGLING,
        "content/loop.md": FileState.DANGLING,
        "content/self": FileState.DANGLING,
        "content/up": FileState.DANGLING,
    }


def test_many_links_to_each_other_do_not_hang(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for one in range(12):
        (content / f"d{one}").mkdir(parents=True)
        for other in range(12):
            (content / f"d{one}" / f"to{other}").symlink_to(f"../d{other}")
    entries = WorkTree(tmp_path, None).entries()
    assert 0 < len(entries) < 10_000
    assert {entry.state for entry in entries} == {FileState.DANGLING}


def test_pipes_and_sockets_are_special(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content" / "pipe.yaml")
    tree = WorkTree(tmp_path, None)
    assert states(tree) == {"content/pipe.yaml": FileState.SPECIAL}
    with pytest.raises(UnreadableError, match=r"`content/pipe.yaml` is no file that could be read"):
        tree.read("content/pipe.yaml")


def test_git_lfs_pointers(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": b"", "content/a.png": POINTER})
    tree = WorkTree(tmp_path, tmp_path)
    assert states(tree) == {"content/a.png": FileState.LFS_UNKNOWN}
    with pytest.raises(UnreadableError, match="Git LFS pointer whose object is not here"):
        tree.read("content/a.png")
    oid = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    make(tmp_path, {f".git/lfs/objects/ba/78/{oid}": b"abc"})
    tree = WorkTree(tmp_path, tmp_path)
    assert states(tree) == {"content/a.png": FileState.READABLE}
    assert tree.read("content/a.png") == b"abc"


def test_a_name_that_is_no_text_becomes_visible(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/content/caf\xe9.yaml")).write_bytes(b"x")
    tree = WorkTree(tmp_path, None)
    assert paths(tree) == ["content/caf\\u{dce9}.yaml"]
    assert tree.read("content/caf\\u{dce9}.yaml") == b"x"


def test_a_huge_file_is_listed_and_not_read(tmp_path: Path) -> None:
    make(tmp_path, {"content/huge.png": b""})
    os.truncate(tmp_path / "content" / "huge.png", LARGEST + 1)
    tree = WorkTree(tmp_path, None)
    assert states(tree) == {"content/huge.png": FileState.TOO_LARGE}
    with pytest.raises(
        UnreadableError, match=r"has 64 MiB; files of more than 64 MiB are not read"
    ):
        tree.read("content/huge.png")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    make(tmp_path, {"content/a.yaml": b""})
    tree = WorkTree(tmp_path, None)
    for path in ("content/b.yaml", "content/a.yaml/c", "content/\0", "content"):
        with pytest.raises(UnreadableError):
            tree.read(path)


def test_a_file_that_changes_is_not_read_twice(tmp_path: Path) -> None:
    make(tmp_path, {"content/a.yaml": b"one"})
    tree = WorkTree(tmp_path, None)
    assert tree.read("content/a.yaml") == tree.read("content/a.yaml") == b"one"
    make(tmp_path, {"content/a.yaml": b"other"})
    with pytest.raises(UnreadableError, match="has changed in the meantime"):
        tree.read("content/a.yaml")
    assert WorkTree(tmp_path, None).read("content/a.yaml") == b"other"


@pytest.fixture
def as_another_user() -> Iterator[Path]:
    """A folder for a user whom permissions bind; root is refused nothing."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_files_and_folders_without_permission(as_another_user: Path) -> None:
    folder = as_another_user
    make(folder, {"content/a.yaml": b"", "content/ok.yaml": b"ok", "content/no/x.yaml": b""})
    (folder / "content" / "a.yaml").chmod(0)
    (folder / "content" / "no").chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        tree = WorkTree(folder, None)
        assert paths(tree) == ["content/a.yaml", "content/no", "content/ok.yaml"]
        assert tree.read("content/ok.yaml") == b"ok"
        with pytest.raises(UnreadableError) as refused:
            tree.read("content/a.yaml")
        assert str(refused.value) == "`content/a.yaml` cannot be read: permission denied"
        with pytest.raises(UnreadableError) as refused:
            tree.read("content/no")
        assert str(refused.value) == "`content/no` is a folder that cannot be opened"
    finally:
        os.seteuid(user)
        (folder / "content" / "no").chmod(0o700)
