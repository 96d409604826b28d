"""Collection: what goes, what stays, and that nothing needed is ever deleted."""

from datetime import UTC, datetime, timedelta

import pytest

from compiler.bundle.artifacts import Side
from compiler.ports.store import StoreError
from compiler.release.collecting import CollectRequest, plan_collection
from compiler.release.explain import plan_lines
from compiler.release.layout import POINTER
from compiler.release.result import Outcome
from compiler.release.retention import RetentionRule
from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.fakes.clock import SteadyClock
from tests.fakes.store import Crash, MemoryStore, Request, Wire
from tests.release.bench import TOOL, Bench, area, bundle, content, rules
from tests.release.invariants import Watch


def line(*titles: str) -> Bench:
    bench = Bench()
    for at, title in enumerate(titles, start=1):
        bench.publish(content(acme=title), at)
    return bench


def texts(bench: Bench) -> set[str]:
    """Return which titles are in the store still."""
    names = bench.names(Side.PUBLIC, "objects/")
    return {
        title
        for title in ("One", "Two", "Three", "Four")
        if any(bundle({"title": title}).sha256 in name for name in names)
    }


def test_what_no_kept_release_needs_goes() -> None:
    bench = line("One", "Two", "Three")
    result = bench.collect(keep=2)
    assert (result.outcome, result.number, rules(result)) == (Outcome.LIVE, 3, ["collected"])
    assert result.remarks[0].message == "1 release and 2 objects go; 2 stay whole, from 2 on"
    record = bench.record(4)
    assert (record["kind"], record["generation"], record["live"]) == ("collection", 1, 3)
    assert (record["kept"], record["areas"]) == ([2, 3], bench.record(3)["areas"])
    assert texts(bench) == {"Two", "Three"}
    assert bench.title("acme") == "Three"
    assert verify(bench.target()).soundness is Soundness.SOUND
    Watch(bench).settled()


def test_a_collected_release_cannot_come_back_and_a_kept_one_can() -> None:
    bench = line("One", "Two", "Three")
    bench.collect(keep=2)
    refused = bench.rollback(1)
    assert (refused.outcome, rules(refused)) == (Outcome.REFUSED, ["no-release"])
    assert "is no longer kept" in refused.remarks[0].message
    assert bench.rollback(2).outcome is Outcome.LIVE
    assert bench.title("acme") == "Two"


def test_what_a_pointer_names_stays_though_no_release_that_is_kept_does() -> None:
    """Somebody has put back an older pointer by hand: its readers find what it names."""
    bench = line("One", "Two")
    older = bench.public.get("live/acme.json")
    assert older is not None
    bench.publish(content(acme="Three"), 3)
    bench.public.put("live/acme.json", older.data, POINTER)
    bench.collect()
    assert texts(bench) == {"Two", "Three"}
    assert bench.title("acme") == "Two"


def test_later_objects_have_a_later_generation() -> None:
    bench = line("One", "Two")
    bench.collect()
    bench.publish(content(acme="One"), 3)
    names = [name for name in bench.names(Side.PUBLIC) if bundle({"title": "One"}).sha256 in name]
    assert names == [f"objects/1/{bundle({'title': 'One'}).sha256}.json"]
    assert bench.title("acme") == "One"


def test_what_is_young_stays() -> None:
    bench = line("One", "Two", "Three")
    bench.clock = SteadyClock(datetime(2026, 1, 20, tzinfo=UTC), name=8)
    assert rules(bench.collect(days=30)) == ["nothing-to-delete"]
    bench.clock = SteadyClock(datetime(2026, 2, 20, tzinfo=UTC), name=9)
    assert rules(bench.collect(days=30)) == ["collected"]
    assert texts(bench) == {"Three"}


def test_the_newest_staged_release_stays() -> None:
    bench = line("One", "Two")
    bench.publish(content(acme="Three"), 3, staged=True)
    bench.publish(content(acme="Four"), 4, staged=True)
    bench.collect()
    assert texts(bench) == {"Two", "Four"}
    assert bench.resume().outcome is Outcome.LIVE
    assert bench.title("acme") == "Four"


def test_nothing_to_collect_makes_no_record() -> None:
    bench = line("One", "Two")
    assert rules(bench.collect(keep=5)) == ["nothing-to-delete"]
    bench.collect()
    again = bench.collect()
    assert (again.outcome, rules(again)) == (Outcome.UNCHANGED, ["nothing-to-delete"])
    assert len(bench.names(Side.PRIVATE, "releases/")) == 6


def test_nothing_was_ever_published() -> None:
    result = Bench().collect()
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["no-release"])


def test_what_dead_publishers_left_goes() -> None:
    bench = line("One")

    def die(request: Request) -> None:
        if request.kind == "create":
            raise Crash

    with pytest.raises(Crash):
        bench.publish(content(acme="Two"), 2, Wire(before=die))
    assert "Two" in texts(bench)
    result = bench.collect(keep=5)
    assert result.remarks[0].message.startswith("0 releases and ")
    assert texts(bench) == {"One"}


def test_an_interrupted_deletion_is_finished_by_the_next_collection() -> None:
    bench = line("One", "Two", "Three")
    wire = Wire()

    def fail(request: object) -> None:
        if "delete" in str(request):
            raise StoreError("the service is away")

    wire.before = fail
    result = bench.collect(wire)
    assert (result.outcome, rules(result)) == (Outcome.LIVE, ["collected", "unfinished-log"])
    assert texts(bench) == {"One", "Two", "Three"}
    bench.publish(content(acme="Four"), 4)  # a publisher need not wait for it
    assert bench.title("acme") == "Four"
    bench.collect()
    assert texts(bench) == {"Four"}
    Watch(bench).settled()


def test_a_plan_says_what_would_go_and_deletes_nothing() -> None:
    bench = line("One", "Two")
    before = dict(_objects(bench))
    planned = plan_collection(
        bench.target(), CollectRequest(RetentionRule(1, 0), TOOL), bench.world
    )
    assert plan_lines(planned) == [
        "commit record 3 (collection)",
        "write the hint: 3",
        "delete 1 object of the public side",
        "delete 1 object of the private side",
        "mark record 3 as done",
    ]
    assert _objects(bench) == before


def test_assets_and_areas_that_are_gone_are_no_matter() -> None:
    bench = Bench()
    bench.publish(content(acme="One", shop="Shop"), 1)
    bench.publish(content(acme="Two"), 2)
    bench.public.put("assets/" + "0" * 64 + "/a.png", b"1", None)  # type: ignore[arg-type]
    bench.collect()
    assert bench.names(Side.PUBLIC, "assets/") == ["assets/" + "0" * 64 + "/a.png"]
    assert bench.pointer("shop")["gone"]
    assert verify(bench.target()).soundness is Soundness.SOUND


def test_a_release_that_cannot_be_read_stops_the_collection() -> None:
    bench = line("One", "Two")
    manifest = bench.record(1)["areas"]["acme"]["public"]["manifest"]
    bench.private.delete([manifest])
    before = dict(_objects(bench))
    with pytest.raises(StoreError, match="cannot be used"):
        bench.collect(keep=5)
    assert _objects(bench) == before
    bench.collect(keep=1)  # it is not one of those that are kept
    assert verify(bench.target()).soundness is Soundness.SOUND


def test_releases_of_the_same_content_count_once() -> None:
    bench = line("One", "Two", "One", "Two")
    bench.publish(content(acme="Three"), 5)
    assert bench.collect(keep=2).remarks[0].message.startswith("2 releases")
    assert bench.record(6)["kept"] == [2, 4, 5]


def _objects(bench: Bench) -> dict[str, bytes]:
    assert isinstance(bench.public, MemoryStore)
    assert isinstance(bench.private, MemoryStore)
    return {**bench.public.objects, **bench.private.objects}


def test_time_is_told_by_the_clock_of_whoever_collects() -> None:
    bench = line("One", "Two")
    bench.clock = SteadyClock(datetime(2025, 1, 1, tzinfo=UTC), step=timedelta(0), name=9)
    assert rules(bench.collect(days=1)) == ["nothing-to-delete"]


def test_credentials_do_not_matter() -> None:
    bench = Bench()
    bench.publish(content(acme=area({"en": "One"}, credentials={"tokens": [{"name": "a"}]})), 1)
    bench.publish(content(acme=area({"en": "Two"}, credentials={"tokens": [{"name": "b"}]})), 2)
    bench.collect()
    assert bench.credentials("acme") == {"tokens": [{"name": "b"}]}
