from pathlib import Path

import pytest

from compiler.base.failure import UsageError
from compiler.settings import TargetSettings
from compiler.wiring import object_store

TARGET = TargetSettings(public="file:a", private="file:b")


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("file:shelf/public", "{project}/shelf/public"),
        ("file:a shelf", "{project}/a shelf"),
        ("file:build/store/public", "{project}/build/store/public"),
        ("file:/srv/shelf", "/srv/shelf"),
        ("file:///srv/shelf", "/srv/shelf"),
    ],
)
def test_a_folder_is_named_from_the_project(tmp_path: Path, address: str, folder: str) -> None:
    assert object_store(address, tmp_path, TARGET).address == folder.format(project=tmp_path)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("file:", "names no folder; write `file:FOLDER`"),
        ("file: ", "names no folder"),
        ("file://shelf/public", "names no folder"),
        ("file:~/shelf", "names no folder"),
        ("file:a\0b", "names no folder"),
        ("file:.", "choose another folder"),
        ("file:..", "choose another folder"),
        ("file:content/shelf", "choose another folder"),
        ("file:build", "choose another folder"),
        ("file:shelf/../build/out", "choose another folder"),
        ("file:.git/shelf", "choose another folder"),
        ("gs://acme/public", "is no store this version knows; write `file:FOLDER` or `s3://"),
        ("FILE:shelf", "is no store this version knows"),
        ("shelf/public", "is no store this version knows"),
    ],
)
def test_an_address_that_cannot_be_a_store(tmp_path: Path, address: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        object_store(address, tmp_path, TARGET)
    assert words in str(caught.value)


def test_a_link_does_not_lead_a_store_into_the_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "shelf").symlink_to("content")
    with pytest.raises(UsageError, match="choose another folder"):
        object_store("file:shelf/public", tmp_path, TARGET)


def test_links_in_a_circle_are_for_the_store_to_complain_of(tmp_path: Path) -> None:
    (tmp_path / "shelf").symlink_to("shelf")
    assert object_store("file:shelf", tmp_path, TARGET).address == f"{tmp_path}/shelf"
