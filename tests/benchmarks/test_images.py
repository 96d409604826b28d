"""The images of the benchmark are as hard as photographs, and what is compared is comparable."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from benchmarks.corpus.photographs import SIZE, photographs
from benchmarks.imaging import main
from benchmarks.peers.proof import YardstickError, prove_alike
from compiler.images.encoding import ENCODERS, decoded, encoded
from compiler.images.similarity import ssim


@pytest.fixture(scope="module")
def photograph() -> Image.Image:
    return next(photographs())


def test_a_photograph_is_the_same_each_time(photograph: Image.Image) -> None:
    assert photograph.size == SIZE
    assert next(photographs()).tobytes() == photograph.tobytes()


@pytest.mark.parametrize(
    ("form", "least", "most"), [("AVIF", 0.45, 1.3), ("WebP", 0.45, 1.9), ("JPEG", 0.8, 2.0)]
)
def test_it_is_as_hard_to_encode_as_real_ones(
    photograph: Image.Image, form: str, least: float, most: float
) -> None:
    """Bits a pixel of photographs of bread, people and coasts, of the same width."""
    image = photograph.resize((1024, 384), Image.Resampling.LANCZOS)
    data = encoded(image, form, ENCODERS[form].start)
    assert least < len(data) * 8 / (1024 * 384) < most
    assert 0.94 < ssim(image, decoded(data)) < 0.99


def test_renditions_are_made_once_and_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photographs").mkdir()
    image = tmp_path / "photographs" / "0.jpg"
    Image.linear_gradient("L").convert("RGB").save(image, quality=95)
    job = {"images": [str(image)], "widths": [64, 128], "budget": 9_000, "jobs": 1}
    paths = {"target": str(tmp_path / "made"), "store": str(tmp_path / "store")}
    (tmp_path / "job.json").write_text(json.dumps({**job, **paths}), encoding="utf-8")
    for encoded_now in (6, 0):
        main("make", str(tmp_path / "job.json"))
        counts = json.loads((tmp_path / "made" / "counts.json").read_text(encoding="utf-8"))
        assert counts == {"encoded": encoded_now, "lowered": 0, "over": 0}
    main("compare", str(tmp_path / "photographs"), str(tmp_path / "made"))
    found = json.loads(capsys.readouterr().out)
    assert {form: one["count"] for form, one in found.items()} == {"avif": 2, "webp": 2, "jpeg": 2}
    assert all(0.97 < one["lowest"] <= one["ssim"] <= 1 for one in found.values())


OURS = {"webp": {"count": 32, "ssim": 0.95}}


@pytest.mark.parametrize(
    ("theirs", "complaint"),
    [
        ({"webp": {"count": 31, "ssim": 0.95}}, "32 and 31 images in webp, not 32"),
        ({"webp": {"count": 32, "ssim": 0.94}}, "SSIM 0.9500 against 0.9400"),
    ],
)
def test_images_that_cannot_be_compared(theirs: Mapping[str, Any], complaint: str) -> None:
    prove_alike(OURS, OURS, 32)
    with pytest.raises(YardstickError, match=complaint):
        prove_alike(OURS, theirs, 32)
