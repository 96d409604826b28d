"""Images made to do harm: each refused for its true reason within bounds, and all else is checked."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.harness import Project, small_project
from tests.images.drawing import banner, bomb, photograph, png, saved
from tests.journeys.test_hostile_files import checked

PNG = saved(banner(640, 48), "PNG")
JPEG = saved(photograph(640, 48), "JPEG")
WEBP = saved(photograph(640, 48), "WEBP")
AVIF = saved(photograph(640, 48), "AVIF")
JPEG_AND_PAGE = JPEG + b"<html><script>alert(1)</script>"


def many_frames(number: int) -> bytes:
    frames = [Image.new("RGB", (16, 16), (one % 2 * 255, one, 7)) for one in range(number)]
    target = io.BytesIO()
    frames[0].save(target, "WEBP", save_all=True, append_images=frames[1:], duration=20)
    return target.getvalue()


def full_bomb(side: int) -> bytes:
    """Return a PNG of so many black pixels, really packed: a thousandth of what it takes unpacked."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(1 + 3 * side)
    data = b"".join([*(packer.compress(row) for _ in range(side)), packer.flush()])
    return png((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))


def packed_text() -> bytes:
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    text = b"Comment\0\0" + zlib.compress(bytes(100_000_000), 9)
    rows = zlib.compress(bytes(8 * 25))
    return png((b"IHDR", header), (b"zTXt", text), (b"IDAT", rows), (b"IEND", b""))


def wide_avif() -> bytes:
    """Return an AVIF that says to be 60,000 pixels wide and high."""
    place = AVIF.index(b"ispe") + 8
    return AVIF[:place] + struct.pack(">II", 60_000, 60_000) + AVIF[place + 8 :]


HOSTILE: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "nothing": (b"", "this file is empty"),
    "bomb": (bomb(60_000), "this image has more than 50 million pixels"),
    "full-bomb": (lambda: full_bomb(7200), "this image has more than 50 million pixels"),
    "bomb-of-text": (packed_text, "this PNG image unpacks to far more than it shows"),
    "bomb-in-avif": (wide_avif(), "this "),
    "frames": (lambda: many_frames(201), "this image has more than 200 frames"),
    "cut-png": (PNG[: len(PNG) // 2], "this PNG image is cut off"),
    "cut-png-end": (PNG[:-12], "this PNG image is cut off (its end is missing)"),
    "pointer": (
        b"version https://git-lfs.github.com/spec/v1\nhello\n",
        "this is a pointer of Git LFS that was changed",
    ),
    "cut-jpeg": (JPEG[: len(JPEG) // 2], "this JPEG image is cut off"),
    "cut-webp": (WEBP[: len(WEBP) // 2], "this WebP image is "),
    "cut-avif": (AVIF[: len(AVIF) // 2], "this AVIF image is "),
    "corrupt-png": (PNG[:60] + bytes(20) + PNG[80:], "this PNG image is damaged"),
    "corrupt-webp": (WEBP[:20] + b"\xff" * 60 + WEBP[80:], "this WebP image is damaged"),
    "corrupt-avif": (AVIF[:-90] + b"\xff" * 90, "this AVIF image is damaged"),
    "archive": (PNG + b"PK\3\4" + bytes(60), "this PNG image is a ZIP archive as well"),
    "page": (JPEG_AND_PAGE, "this JPEG image is a page as well"),
    "pdf": (JPEG[:2] + b"\xff\xfe\0\x0c%PDF-1.7\n0" + JPEG[2:], "this JPEG image is a PDF as well"),
    "svg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "this is an SVG image, which may carry scripts",
    ),
    "gif": (saved(banner(640, 48), "GIF"), "this is a GIF image"),
    "text": (b"hello", "this is no image that can be read"),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files: dict[str, str | bytes] = {"content/levels/basic.yaml": "type: other\n"}
    for name, (data, _) in HOSTILE.items():
        files[f"content/banners/{name}/banner.yaml"] = "locales: {en: {active: true}}\n"
        files[f"content/banners/{name}/en/wide.png"] = data if isinstance(data, bytes) else data()
    files["content/banners/sound/banner.yaml"] = "locales: {en: {active: false}}\n"
    files["content/banners/sound/en/mobile.png"] = saved(banner(600, 48), "PNG")
    project = small_project(tmp_path_factory.mktemp("hostile")).files(files)
    return checked(project, "--format", "json").exits(1)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_for_its_true_reason(hostile: Project, name: str) -> None:
    path = f"content/banners/{name}/en/wide.png"
    said = [
        (one["rule"], one["severity"])
        for one in hostile.data()["findings"]
        if one["path"] == path and one["message"].startswith(HOSTILE[name][1])
    ]
    assert said == [("unreadable-image", "error")], [
        one["message"] for one in hostile.data()["findings"] if one["path"] == path
    ]


def test_everything_else_is_checked(hostile: Project) -> None:
    told = {(one["path"], one["rule"]) for one in hostile.data()["findings"]}
    assert ("content/levels/basic.yaml", "invalid-value") in told
    assert ("content/banners/sound/en/mobile.png", "narrow-banner") in told


def test_nothing_of_it_is_published(project: Project) -> None:
    waivers = "".join(
        f"  - {{rule: {rule}, entity: banners/page, reason: We try it., expires: 2999-01-01}}\n"
        for rule in ("unreadable-image", "missing-slot")
    )
    project.files(
        {
            "content/banners/page/banner.yaml": "locales: {en: {active: true, description: P}}\n",
            "content/banners/page/en/wide.png": JPEG_AND_PAGE,
            "waivers.yaml": f"waivers:\n{waivers}",
        }
    )
    project.run("build").exits(0)
    assert project.json("build/out/public/default/banners/en.json")["page"]["slots"] == {}
    assert not (project.root / "build/out/public/assets").exists()


def test_a_link_out_of_the_repository_is_not_followed(project: Project, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.png"
    outside.write_bytes(saved(banner(1920, 48), "PNG"))
    project.files({"content/banners/sale/banner.yaml": "locales: {en: {active: false}}\n"}).commit()
    link = project.root / "content/banners/sale/en/wide.png"
    link.parent.mkdir()
    link.symlink_to(outside)
    checked(project).exits(1).says("content/banners/sale/en/wide.png", "path-outside")
