"""Every request of every verb is cut, before and after it took effect; the next run finishes."""

import pytest

from compiler.bundle.artifacts import Side
from compiler.ports.store import StoreError
from compiler.release.result import Outcome
from compiler.release.soundness import Soundness
from compiler.release.verifying import repair, verify
from tests.fakes.clock import SteadyClock
from tests.fakes.store import Crash, Request, Wire, dead_from, failing_at
from tests.release.bench import Bench
from tests.release.invariants import Watch
from tests.release.scenes import SCENES, THREE, TWO, fresh, staged_bench, two


def watched(bench: Bench, wire: Wire) -> Watch:
    watch = Watch(bench)
    watch.look()
    cut = wire.after

    def look_then_cut(request: Request) -> None:
        watch.after(request)
        cut(request)

    wire.after = look_then_cut
    return watch


@pytest.mark.parametrize("effect", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", SCENES)
def test_after_a_crash_at_any_request_the_same_command_completes(name: str, effect: bool) -> None:
    scene = SCENES[name]
    start, count = staged_bench(scene)
    assert count > 5
    for index in range(count):
        bench = fresh(start)
        wire = failing_at(index, effect=effect, error=Crash())
        watch = watched(bench, wire)
        with pytest.raises(Crash):
            scene.verb(bench, wire)
        bench.clock = SteadyClock(name=99)
        again = Wire(after=watch.after)
        scene.verb(bench, again)
        watch.settled()
        assert bench.title("acme") == scene.title
        assert verify(bench.target()).soundness is Soundness.SOUND


@pytest.mark.parametrize("effect", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", SCENES)
def test_after_a_crash_anybody_finishes_what_was_committed(name: str, effect: bool) -> None:
    scene = SCENES[name]
    start, count = staged_bench(scene)
    for index in range(count):
        bench = fresh(start)
        with pytest.raises(Crash):
            scene.verb(bench, failing_at(index, effect=effect, error=Crash()))
        committed = len(bench.names(Side.PRIVATE, "releases/")) != len(
            start.names(Side.PRIVATE, "releases/")
        )
        bench.clock = SteadyClock(name=99)
        watch = Watch(bench)
        report = repair(bench.target(Wire(after=watch.after)))
        assert report.soundness is Soundness.SOUND
        if committed and scene.anybody:
            watch.settled()
            assert bench.title("acme") == scene.title


@pytest.mark.parametrize("effect", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", SCENES)
def test_a_cut_connection_loses_nothing_that_was_acknowledged(name: str, effect: bool) -> None:
    scene = SCENES[name]
    start, count = staged_bench(scene)
    endings = set()
    for index in range(count):
        bench = fresh(start)
        wire = failing_at(index, effect=effect)
        watch = watched(bench, wire)
        try:
            result = scene.verb(bench, wire)
        except StoreError:
            endings.add("failed")
            result = None
        if result is not None:
            endings.add(result.outcome)
            newest = bench.names(Side.PRIVATE, "releases/")[-1]
            assert result.number is not None
            assert newest >= f"releases/{result.number:012}"
            if result.outcome is Outcome.LIVE:
                assert bench.title("acme") == scene.title
        scene.verb(bench, Wire(after=watch.after))
        watch.settled()
        assert bench.title("acme") == scene.title
    assert "failed" in endings


@pytest.mark.parametrize("name", SCENES)
def test_a_store_that_stays_away_is_reported_and_nothing_is_half_there(name: str) -> None:
    scene = SCENES[name]
    start, count = staged_bench(scene)
    for index in range(count):
        bench = fresh(start)
        records = len(bench.names(Side.PRIVATE, "releases/"))
        try:
            result = scene.verb(bench, dead_from(index))
        except StoreError:
            assert len(bench.names(Side.PRIVATE, "releases/")) == records
        else:
            assert result.outcome in {Outcome.PENDING, Outcome.LIVE, Outcome.HELD}
            if result.outcome is Outcome.PENDING:
                assert result.exit_code == 4
                assert result.remarks[-1].rule == "pointers-behind"
                assert verify(bench.target()).soundness is Soundness.BEHIND
            else:
                assert result.remarks[-1].rule == "unfinished-log"
        scene.verb(bench, None)
        assert bench.title("acme") == scene.title
        Watch(bench).settled()


def test_a_publisher_that_cannot_finish_the_head_commits_nothing() -> None:
    bench = Bench()
    two(bench)
    with pytest.raises(Crash):
        bench.rollback(1, failing_at(crash_after_commit(bench), effect=True, error=Crash()))
    records = bench.names(Side.PRIVATE, "releases/")

    def refuse(request: object) -> None:
        if "replace" in str(request):
            raise StoreError("no pointer can be written")

    with pytest.raises(StoreError, match="no pointer can be written"):
        bench.publish(THREE, 3, Wire(before=refuse))
    assert bench.names(Side.PRIVATE, "releases/") == records


def crash_after_commit(bench: Bench) -> int:
    wire = Wire()
    fresh(bench).rollback(1, wire)
    return [request.kind for request in wire.requests].index("create")


def test_credentials_do_not_come_back_through_a_crash() -> None:
    scene = SCENES["rollback"]
    start, count = staged_bench(scene)
    for index in range(count):
        bench = fresh(start)
        with pytest.raises(Crash):
            bench.rollback(1, failing_at(index, effect=True, error=Crash()))
        assert bench.credentials("acme") == {"tokens": [{"name": "new"}]}
        bench.publish(TWO, 3)
        assert bench.credentials("acme") == {"tokens": [{"name": "new"}]}
