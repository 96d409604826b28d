"""Every image of the open data set was judged by a reader: refused for its true reason, or accepted.

`images.tsv` has a line for each file: what it is, or why it is refused, and why that is right. A
file without a line fails; UPDATE_CASES=1 writes its line anew, without a reason, which fails as
well.
"""

import os
import time
from pathlib import Path

import pytest

from compiler.images.picture import Picture
from compiler.images.work import SURVEY, Order
from compiler.wiring import fresh_image_work

RECORD = Path(__file__).with_name("images.tsv")
HEAD = "path\tverdict\twhat\treason"
SECONDS = 60
"""For all of them, on two busy cores; on idle ones they take one."""


def test_each_is_judged_as_a_reader_judged_it(shared_data: Path) -> None:
    folder = shared_data / "images"
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    orders = [Order(path.relative_to(folder).as_posix(), SURVEY) for path in paths]
    start = time.monotonic()
    work = fresh_image_work(lambda _done, _all: None)
    answers = work.done(orders, lambda name: (folder / name).read_bytes())
    assert time.monotonic() - start < SECONDS
    found = {order.path: _verdict(answer) for order, answer in answers.items()}
    if os.environ.get("UPDATE_CASES"):
        _write(found)
    assert {path: line[:2] for path, line in record().items()} == found


def _verdict(answer: object) -> tuple[str, str]:
    assert isinstance(answer, Picture)
    if answer.fault is not None:
        return "refused", answer.fault
    parts = [f"{answer.format} {answer.width} × {answer.height}"]
    parts += [f"{answer.frames} frames"] if answer.frames > 1 else []
    parts += ["transparent"] if answer.transparent else []
    parts += ["position"] if answer.has_position else []
    return "accepted", ", ".join(parts)


def record() -> dict[str, tuple[str, ...]]:
    """Return verdict, what it is and the reason by path."""
    _, *lines = RECORD.read_text(encoding="utf-8").splitlines()
    return {path: tuple(rest) for path, *rest in (line.split("\t") for line in lines)}


def _write(found: dict[str, tuple[str, str]]) -> None:
    known = record() if RECORD.exists() else {}
    lines = [
        "\t".join(
            (path, *line, known[path][2] if path in known and known[path][:2] == line else "")
        )
        for path, line in found.items()
    ]
    RECORD.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


@pytest.mark.parametrize("path", record() if RECORD.exists() else [])
def test_every_line_has_a_reason(path: str) -> None:
    assert record()[path][2]
