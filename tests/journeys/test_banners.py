"""Banners from the repository to the store: judged, made once, published; nothing made again."""

from pathlib import Path

import pytest

from tests.harness import Project, small_project
from tests.images.drawing import banner, saved

BANNER = "content/banners/sale/banner.yaml"
SIZES = {"mobile": (640, 32), "tablet": (1024, 24), "desktop": (1444, 20), "wide": (1920, 24)}
FILES: dict[str, str | bytes] = {
    BANNER: "locales: {en: {active: true, description: Sale}, es: {active: false}}\n",
    **{
        f"content/banners/sale/en/{slot}.png": saved(banner(*size), "PNG")
        for slot, size in SIZES.items()
    },
}


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that clones share, empty."""
    folder = tmp_path_factory.mktemp("kept") / "cache"
    monkeypatch.setenv("CLIENTAREA_CACHE", str(folder))
    return folder / "images"


def made(folder: Path) -> dict[str, int]:
    """Return what was made, and when."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_banner_is_made_once_for_every_command_and_clone(tmp_path: Path, kept: Path) -> None:
    first = small_project(tmp_path / "first").files(FILES)
    first.run("check").exits(0)
    # Four images: what each is, what stands in its place, three formats.
    found = made(kept)
    assert len(found) == 4 * (1 + 1 + 3)
    first.run("build").exits(0)
    first.run("publish").exits(0)
    second = small_project(tmp_path / "second").files(FILES)
    second.run("publish").exits(0)
    assert made(kept) == found
    second.files({"content/banners/sale/en/mobile.png": saved(banner(640, 40), "PNG")})
    second.run("publish").exits(0)
    now = made(kept)
    assert {name: now[name] for name in found} == found
    assert len(now) == len(found) + 5


def test_without_a_shared_folder_the_project_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLIENTAREA_CACHE")
    monkeypatch.setenv("CI", "true")
    project = small_project(tmp_path / "one").files(FILES).run("check").exits(0)
    folder = project.root / "build/.cache/renditions"
    found = made(folder)
    assert len(found) == 20
    project.run("publish").exits(0)
    assert made(folder) == found


def test_one_slot_is_replaced_alone(project: Project) -> None:
    project.files(FILES).run("publish").exits(0)
    before = project.published("banners/en.json")["sale"]["slots"]
    project.files({"content/banners/sale/en/wide.png": saved(banner(1920, 24, sun="#d00"), "PNG")})
    project.run("publish").exits(0)
    now = project.published("banners/en.json")["sale"]["slots"]
    assert {name for name in now if now[name] != before[name]} == {"wide"}


def test_inactive_languages_publish_nothing(project: Project) -> None:
    spanish = {path.replace("/en/", "/es/"): data for path, data in FILES.items() if path != BANNER}
    project.files({**FILES, **spanish}).run("build").exits(0)
    assert project.json("build/out/public/default/banners/es.json") == {}
    assert len(list((project.root / "build/out/public/assets").iterdir())) == 4 * 3


def test_no_banner_no_folder(project: Project, kept: Path) -> None:
    project.run("check").exits(0)
    assert not kept.exists()


def test_a_cache_in_the_work_tree_is_refused(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIENTAREA_CACHE", str(project.root / "cache"))
    project.files(FILES).run("check").exits(2).says("CLIENTAREA_CACHE", "lies in the work tree")


def test_a_rebuild_makes_everything_anew(project: Project, kept: Path) -> None:
    project.files(FILES).commit().run("publish").exits(0)
    for path in kept.iterdir():
        path.write_bytes(b"")
    found = made(kept)
    project.run("verify", "--rebuild").exits(0).says("sound")
    assert made(kept) == found
