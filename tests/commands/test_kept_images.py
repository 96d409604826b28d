"""Images that are kept by their bytes are what they are when they are decoded."""

import io
from pathlib import Path

import pytest
from PIL import Image as Pillow

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.hashing import sha256
from compiler.base.sealed import sealed
from compiler.commands.kept_images import KeptImages
from compiler.rules.measuring import Image, measured


def drawn(width: int) -> bytes:
    file = io.BytesIO()
    Pillow.new("RGB", (width, 10)).save(file, "PNG")
    return file.getvalue()


PNG = drawn(640)
FILES = {"a.png": PNG, "b.jpg": PNG, "c.PNG": drawn(7), "cut.png": PNG[:60], "none.webp": b""}
EXPECTED = {path: measured(path, data) for path, data in FILES.items()}


@pytest.fixture(autouse=True)
def people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def told(root: Path | None) -> dict[str, Image]:
    images = KeptImages(root)
    found = {path: images.measure(path, data) for path, data in FILES.items()}
    images.keep()
    return found


def lie(root: Path, tool: str) -> None:
    """Keep that an image is wider than it is."""
    kept = {f"{sha256(PNG)}.png": [len(PNG), 1000, None]}
    head = {"tool": tool, "images": kept}
    write_cache(root, "images", sealed(b"clientarea images 1\n", head))


def test_they_are_what_they_are(tmp_path: Path) -> None:
    assert EXPECTED["a.png"] == Image(len(PNG), 640)
    assert EXPECTED["b.jpg"].fault == "this is no JPEG image"
    for _ in range(3):
        assert told(tmp_path) == EXPECTED
    assert read_cache(tmp_path, "images") is not None


def test_what_is_kept_is_not_decoded_again(tmp_path: Path) -> None:
    lie(tmp_path, tool_state())
    assert told(tmp_path) == {**EXPECTED, "a.png": Image(len(PNG), 1000)}


def test_what_another_tool_or_nobody_kept_is(tmp_path: Path) -> None:
    lie(tmp_path, "another tool")
    assert told(tmp_path) == EXPECTED
    write_cache(tmp_path, "images", b"rubbish")
    assert told(tmp_path) == EXPECTED


def test_nothing_is_believed_or_kept_unless_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(None) == EXPECTED
    monkeypatch.setenv("CI", "true")
    lie(tmp_path, tool_state())
    assert told(tmp_path) == EXPECTED
    (tmp_path / "build/.cache/images").unlink()
    assert told(tmp_path) == EXPECTED
    assert read_cache(tmp_path, "images") is None
