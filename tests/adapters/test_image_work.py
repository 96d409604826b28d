"""Images are worked on once: in this run, in the next, and in another clone that shares a folder."""

from pathlib import Path

import pytest

from compiler.adapters.image_maker import image_maker
from compiler.adapters.image_processes import Limits
from compiler.adapters.image_work import KeptImageWork
from compiler.adapters.result_store import ResultStore
from compiler.base.failure import WorldError
from compiler.base.hashing import sha256
from compiler.images.doing import do
from compiler.images.picture import Picture
from compiler.images.recipe import WHOLE, Cut, Recipe
from compiler.images.work import (
    SURVEY,
    Answer,
    Failure,
    Order,
    key_of,
    task_in,
    task_out,
    told,
    understood,
)
from tests.images.drawing import banner, saved

FILES = {
    "en/wide.png": saved(banner(640, 160), "PNG"),
    "es/wide.png": saved(banner(640, 160), "PNG"),
    "es/mobile.jpg": saved(banner(300, 200), "JPEG"),
    "broken.png": b"\x89PNG\r\n\x1a\nrubbish",
}
RECIPE = Recipe(WHOLE, 320, "WebP", 90_000)
SLOW = Recipe(WHOLE, 100, "AVIF", 90_000)
CUT = Cut(1.0, 0.2, 0.3)
ORDERS = [
    *(Order(path, SURVEY) for path in FILES),
    Order("en/wide.png", RECIPE),
    Order("es/wide.png", RECIPE),
    Order("es/mobile.jpg", SLOW),
    Order("es/mobile.jpg", RECIPE),
    Order("es/mobile.jpg", CUT),
]


def work(folder: Path, key: bytes = b"k" * 32, width: int = 2) -> KeptImageWork:
    folder.mkdir(exist_ok=True)
    return KeptImageWork(ResultStore(folder, key), width)


@pytest.mark.parametrize("width", [1, 2])  # of four images that is one a job, and parts of one
def test_the_answers_are_those_of_one_process(tmp_path: Path, width: int) -> None:
    found = work(tmp_path, width=width).done(ORDERS, FILES.__getitem__)
    assert found == {order: do(FILES[order.path], [order.task])[0].answer for order in ORDERS}


def test_the_same_image_is_worked_on_once(tmp_path: Path) -> None:
    first = work(tmp_path)
    answers = first.done(ORDERS, FILES.__getitem__)
    assert (first.made, first.unpacked) == (3, 3)
    first.done(ORDERS, FILES.__getitem__)
    assert (first.made, first.unpacked) == (3, 3)
    second = work(tmp_path)
    assert second.done(ORDERS, FILES.__getitem__) == answers
    assert (second.made, second.unpacked) == (0, 0)
    other = {**FILES, "es/mobile.jpg": saved(banner(300, 201), "JPEG")}
    second.done(ORDERS, other.__getitem__)
    assert (second.made, second.unpacked) == (2, 1)


def test_what_another_encoder_has_made_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = Order("en/wide.png", RECIPE)
    work(tmp_path).done([order], FILES.__getitem__)
    monkeypatch.setattr("compiler.adapters.image_work.image_maker", lambda: "another")
    other = work(tmp_path)
    other.done([order], FILES.__getitem__)
    assert other.made == 1


def test_the_bytes_are_those_that_were_told_of(tmp_path: Path) -> None:
    order = Order("en/wide.png", RECIPE)
    first = work(tmp_path)
    told_of = first.done([order], FILES.__getitem__)[order]
    data = first.data(order, FILES.__getitem__)
    assert sha256(data) == told_of.sha256  # type: ignore[union-attr]
    for path in tmp_path.iterdir():
        path.unlink()
    assert first.data(order, FILES.__getitem__) == data
    assert first.made == 2


def test_without_a_place_to_keep_it_everything_is_there_all_the_same(tmp_path: Path) -> None:
    nowhere = KeptImageWork(ResultStore(tmp_path / "none", b""), 1)
    order = Order("en/wide.png", RECIPE)
    told_of = nowhere.done([order], FILES.__getitem__)[order]
    assert sha256(nowhere.data(order, FILES.__getitem__)) == told_of.sha256  # type: ignore[union-attr]
    assert nowhere.made == 1


def test_an_image_that_takes_too_long_is_a_picture_with_a_fault(tmp_path: Path) -> None:
    large = saved(banner(6500, 6500), "PNG")
    tmp_path.joinpath("store").mkdir()
    store = ResultStore(tmp_path / "store", b"k")
    strict = KeptImageWork(store, 1, limits=Limits(seconds=20, memory=200_000_000))
    order = Order("wide.png", SURVEY)
    found = strict.done([order], {"wide.png": large}.__getitem__)[order]
    assert isinstance(found, Picture)
    assert found.size == len(large)
    assert (found.fault or "").startswith("this image ")
    assert KeptImageWork(store, 1).done([order], {"wide.png": large}.__getitem__)[order] != found


def test_of_a_rendition_that_cannot_be_made_the_reason_is_told(tmp_path: Path) -> None:
    order, several = Order("broken.png", RECIPE), work(tmp_path)
    found = several.done([order], FILES.__getitem__)[order]
    assert isinstance(found, Failure)
    assert found.reason.startswith("this PNG image ")
    with pytest.raises(WorldError, match=r"`broken\.png`: this PNG image "):
        several.data(order, FILES.__getitem__)


def test_progress_goes_to_the_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    store = ResultStore(tmp_path, b"k")
    loud = KeptImageWork(store, 2, lambda done, total: heard.append((done, total)))
    loud.done(ORDERS, FILES.__getitem__)
    assert heard[0] == (0, 7)
    assert heard[-1] == (7, 7)
    assert heard == sorted(heard)


def test_answers_and_tasks_travel() -> None:
    answers: list[Answer] = [one.answer for one in do(FILES["es/mobile.jpg"], [SURVEY, CUT, SLOW])]
    assert [understood(told(one)) for one in answers] == answers
    for task in (SURVEY, CUT, SLOW, Recipe(CUT, 5, "PNG", 7, moves=True)):
        assert task_in(task_out(task)) == task


def test_a_result_belongs_to_its_bytes_recipe_and_program() -> None:
    keys = {
        key_of(digest, task, maker)
        for digest in ("a" * 64, "b" * 64)
        for task in (SURVEY, WHOLE, CUT, RECIPE, SLOW, Recipe(CUT, 320, "WebP", 90_000))
        for maker in ("one", "two")
    }
    assert len(keys) == 2 * 6 * 2
    assert len(image_maker()) == 64
