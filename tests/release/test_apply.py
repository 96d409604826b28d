import pytest

from compiler.bundle.artifacts import Side
from compiler.ports.store import AlreadyExistsError, StoreError
from compiler.release.result import Outcome
from tests.fakes.store import MemoryStore, Request, Wire
from tests.release.bench import Bench, content, rules
from tests.release.invariants import Watch


def is_record(request: Request) -> bool:
    return request.kind == "create" and "releases/" in request.name


@pytest.mark.parametrize("error", [StoreError("timed out"), AlreadyExistsError("retried")])
def test_a_commit_whose_answer_was_lost_is_known_by_its_nonce(error: Exception) -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)

    def lose(request: Request) -> None:
        if is_record(request):
            raise error

    result = bench.publish(content(acme="Two"), 2, Wire(after=lose))
    assert (result.outcome, result.number) == (Outcome.LIVE, 2)
    assert bench.title("acme") == "Two"
    assert len(Watch(bench).settled()["kept"]) == 2


def test_a_commit_that_never_arrived_is_a_failure_of_the_store() -> None:
    bench = Bench()

    def lose(request: Request) -> None:
        if is_record(request):
            raise StoreError("timed out")

    with pytest.raises(StoreError, match="timed out"):
        bench.publish(content(acme="One"), 1, Wire(before=lose))
    assert bench.names(Side.PRIVATE, "releases/") == []


def test_a_publisher_that_lost_the_race_begins_again_with_the_guards() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    others = Bench(bench.public, bench.private)
    others.clock.nonce = lambda: "f" * 32  # type: ignore[method-assign]
    wire = Wire()

    def overtaken(request: Request) -> None:
        if is_record(request) and len(bench.names(Side.PRIVATE, "releases/")) == 2:
            others.publish(content(acme="Three"), 3)

    wire.before = overtaken
    result = bench.publish(content(acme="Two"), 2, wire)
    assert (result.outcome, rules(result), result.number) == (Outcome.REFUSED, ["older-commit"], 2)
    assert bench.title("acme") == "Three"


def test_what_was_uploaded_before_a_lost_race_is_not_uploaded_again() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    others = Bench(bench.public, bench.private)
    others.clock.nonce = lambda: "f" * 32  # type: ignore[method-assign]
    wire = Wire()

    def overtaken(request: Request) -> None:
        if is_record(request) and len(bench.names(Side.PRIVATE, "releases/")) == 2:
            others.publish(content(acme="Two"), 2)

    wire.before = overtaken
    result = bench.publish(content(acme="Three"), 3, wire)
    assert (result.outcome, result.number) == (Outcome.LIVE, 3)
    puts = [request.name for request in wire.requests if "objects" in request.name]
    written = [one for one in wire.requests if one.kind == "put" and "objects" in one.name]
    assert len(written) == len(set(written)) == 2
    assert puts
    Watch(bench).settled()


def test_a_pointer_that_somebody_else_spoilt_is_written_anew() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    assert isinstance(bench.public, MemoryStore)
    bench.public.objects["live/acme.json"] = b"<html>"
    bench.publish(content(acme="Two"), 2)
    assert bench.title("acme") == "Two"


def test_a_pointer_that_keeps_changing_leaves_the_release_pending() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    assert isinstance(bench.public, MemoryStore)
    objects = bench.public.objects

    def spoil(request: Request) -> None:
        if request.kind == "replace" and request.side == "public":
            objects["live/acme.json"] = objects["live/acme.json"] + b" "

    result = bench.publish(content(acme="Two"), 2, Wire(before=spoil))
    assert (result.outcome, result.exit_code) == (Outcome.PENDING, 4)
    assert result.remarks[-1].message == (
        "release 2 is committed, and not all pointers have moved: "
        "`memory:public/live/acme.json` keeps changing"
    )
    bench.publish(content(acme="Two"), 2)
    assert bench.title("acme") == "Two"


def test_others_that_are_always_quicker_are_a_failure_in_the_end() -> None:
    bench = Bench()

    def taken(request: Request) -> None:
        if is_record(request):
            raise AlreadyExistsError(request.name)

    with pytest.raises(StoreError, match="always quicker"):
        bench.publish(content(acme="One"), 1, Wire(before=taken))


def test_the_run_that_finishes_says_so() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)

    def cut(request: Request) -> None:
        if request.kind == "replace" and request.side == "public":
            raise StoreError("gone")

    assert bench.publish(content(acme="Two"), 2, Wire(before=cut)).outcome is Outcome.PENDING
    again = bench.publish(content(acme="Two"), 2)
    assert (again.outcome, rules(again)) == (Outcome.UNCHANGED, ["finished-release"])
    assert again.remarks[0].message == "record 2 was committed and not finished; it is now"
