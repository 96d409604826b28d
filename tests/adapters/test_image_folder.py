"""Where results of work on images are kept: the user's own by seal, a shared folder by its name."""

from pathlib import Path

import pytest

from compiler.adapters.image_folder import no_results, own_results, shared_results
from compiler.base.failure import UsageError

NAME = "ab" * 32


def test_those_of_a_project_lie_in_its_build_folder(tmp_path: Path) -> None:
    assert own_results(tmp_path).put(NAME, b"result")
    assert own_results(tmp_path).get(NAME) == b"result"
    assert (tmp_path / "build/.cache/renditions" / NAME).is_file()
    assert (tmp_path / "build/.gitignore").read_text() == "*\n"


def test_those_that_another_user_brought_along_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_results(tmp_path).put(NAME, b"a lie")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    assert own_results(tmp_path).get(NAME) is None


@pytest.mark.parametrize("link", ["build", "build/.cache", "build/.cache/renditions"])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    (project / link).parent.mkdir(parents=True)
    (project / link).symlink_to(outside)
    assert not own_results(project).put(NAME, b"result")
    assert list(outside.iterdir()) == []


def test_a_shared_folder_is_made_and_believed(tmp_path: Path) -> None:
    folder, top = tmp_path / "a/cache", tmp_path / "clone"
    assert shared_results(str(folder), top).put(NAME, b"result")
    assert shared_results(str(folder), tmp_path / "another").get(NAME) == b"result"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cache", "give it the whole path of a folder"),
        ("{clone}/cache", "lies in the work tree"),
        ("{clone}", "lies in the work tree"),
        ("{file}", "nothing can be kept there: "),
    ],
)
def test_a_folder_that_is_of_no_use_is_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_text("")
    given = name.format(clone=tmp_path / "clone", file=tmp_path / "file")
    with pytest.raises(UsageError, match=words):
        shared_results(given, tmp_path / "clone")


def test_without_a_folder_nothing_is_kept() -> None:
    assert not no_results().put(NAME, b"result")
    assert no_results().get(NAME) is None
