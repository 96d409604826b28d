"""What the benchmark of images runs as commands: renditions made by clientarea, and compared.

`python -m benchmarks.imaging make JOB`: makes renditions as a build does. `python -m
benchmarks.imaging compare PHOTOGRAPHS RENDITIONS`: prints, by format, the bytes of renditions and
how alike they are (SSIM) to the photographs, scaled to their width.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from compiler.adapters.image_work import KeptImageWork
from compiler.adapters.result_store import ResultStore
from compiler.images.encoding import ENCODERS
from compiler.images.recipe import WHOLE, Recipe, Rendition
from compiler.images.similarity import ssim
from compiler.images.work import Order

SUFFIXES = {"AVIF": "avif", "WebP": "webp", "JPEG": "jpeg"}


def _make(job: str) -> None:
    """Make what a job asks for: `images`, `widths`, a `budget` in bytes, `jobs` at once.

    Results are kept in the folder `store`; the renditions go to `target`, as `<image>-<width>.…`,
    with `counts.json`: how many were encoded, how many have another quality than usual, how many
    do not keep to the budget.
    """
    asked = json.loads(Path(job).read_text(encoding="utf-8"))
    target, store = Path(asked["target"]), Path(asked["store"])
    for folder in (target, store):
        folder.mkdir(parents=True, exist_ok=True)
    work = KeptImageWork(ResultStore(store, b""), asked["jobs"])
    orders = [
        Order(path, Recipe(WHOLE, width, form, asked["budget"]))
        for path in asked["images"]
        for width in asked["widths"]
        for form in SUFFIXES
    ]
    over = lowered = 0
    for order, made in work.done(orders, _read).items():
        if not isinstance(made, Rendition) or not isinstance(order.task, Recipe):
            raise SystemExit(f"{order.path}: {made}")
        over += not made.fits
        lowered += made.quality != ENCODERS[order.task.format].start
        name = f"{Path(order.path).stem}-{order.task.width}.{SUFFIXES[order.task.format]}"
        (target / name).write_bytes(work.data(order, _read))
    counts = {"encoded": work.made, "lowered": lowered, "over": over}
    (target / "counts.json").write_text(json.dumps(counts), encoding="utf-8")


def _compare(photographs: str, renditions: str) -> None:
    found: dict[str, list[tuple[int, float]]] = {suffix: [] for suffix in SUFFIXES.values()}
    for photograph in sorted(Path(photographs).iterdir()):
        whole = Image.open(photograph).convert("RGB")
        for path in sorted(Path(renditions).glob(f"{photograph.stem}-*")):
            shown = Image.open(path).convert("RGB")
            scaled = whole.resize(shown.size, Image.Resampling.LANCZOS)
            found[path.suffix[1:]].append((path.stat().st_size, ssim(scaled, shown)))
    print(json.dumps({form: _told(each) for form, each in found.items()}))


def _told(each: list[tuple[int, float]]) -> dict[str, Any]:
    sizes, likenesses = zip(*each, strict=True)
    return {
        "count": len(each),
        "bytes": sum(sizes),
        "ssim": sum(likenesses) / len(each),
        "lowest": min(likenesses),
    }


def _read(path: str) -> bytes:
    return Path(path).read_bytes()


_COMMANDS: Mapping[str, Callable[..., None]] = {"make": _make, "compare": _compare}


def main(command: str, *arguments: str) -> None:
    """Run a command: `make` or `compare`."""
    _COMMANDS[command](*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
