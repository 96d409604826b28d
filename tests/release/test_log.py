import pytest

from compiler.release.log import BrokenLogError, find_head
from compiler.release.record_json import UnreadableRecordError
from tests.fakes.store import MemoryStore, Wire
from tests.release.bench import Bench, content


def three() -> Bench:
    bench = Bench()
    for at in (1, 2, 3):
        bench.publish(content(acme=str(at)), at)
    return bench


def objects(bench: Bench) -> dict[str, bytes]:
    assert isinstance(bench.private, MemoryStore)
    return bench.private.objects


def head_of(bench: Bench, wire: Wire | None = None) -> tuple[int, bool]:
    head = find_head(bench.target(wire).private)
    return (head.record.number if head.record else 0), head.done


def test_an_empty_log_has_no_head() -> None:
    assert head_of(Bench()) == (0, True)


@pytest.mark.parametrize(
    "hint",
    [
        b'{"number":3}',
        b'{"number":1}',
        None,
        b"",
        b"[]",
        b"[" * 200_000,
        b'{"number":"x"}',
        b'{"number":-1}',
    ],
)
def test_the_head_is_found_whatever_the_hint_says(hint: bytes | None) -> None:
    bench = three()
    del objects(bench)["live/head.json"]
    if hint is not None:
        objects(bench)["live/head.json"] = hint
    wire = Wire()
    assert head_of(bench, wire) == (3, True)
    assert len(wire.requests) == 3


def test_a_head_that_is_not_done_shows_in_the_listing() -> None:
    bench = three()
    del objects(bench)["releases/000000000003.done"]
    assert head_of(bench) == (3, False)


def test_files_of_others_in_the_log_are_passed_over() -> None:
    bench = three()
    objects(bench)["releases/README.txt"] = b""
    assert head_of(bench) == (3, True)


def test_a_log_that_was_cut_is_not_taken_for_an_empty_one() -> None:
    bench = three()
    for name in [name for name in objects(bench) if name.startswith("releases/")]:
        del objects(bench)[name]
    with pytest.raises(
        BrokenLogError, match=r"has no record 3 or newer, though its hint names one"
    ):
        head_of(bench)


def test_a_spoilt_head_is_named() -> None:
    bench = three()
    objects(bench)["releases/000000000003.json"] = b"{"
    with pytest.raises(UnreadableRecordError, match=r"`releases/000000000003\.json`"):
        bench.publish(content(acme="4"), 4)
