from compiler.base.hashing import canonical_json
from compiler.bundle.artifacts import Side
from compiler.release.plan import Plan
from compiler.release.result import Outcome
from compiler.release.resume import ResumeRequest, plan_resume
from tests.fakes.store import MemoryStore
from tests.release.bench import COMMITS, TOOL, Bench, content, rules
from tests.release.invariants import Watch


def held() -> Bench:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    bench.publish(content(acme="Two"), 2)
    bench.rollback(1)
    return bench


def test_on_a_held_target_publishes_are_stored_and_not_live() -> None:
    bench = held()
    result = bench.publish(content(acme="Three"), 3)
    assert (result.outcome, result.number, result.exit_code) == (Outcome.HELD, 4, 1)
    assert rules(result) == ["target-held"]
    assert bench.title("acme") == "One"
    live, record = bench.record(3), bench.record(4)
    assert (record["kind"], record["staged"], record["held"]) == ("staged", 4, 3)
    for key in ("live", "id", "commit", "dirty", "areas", "gone", "generation"):
        assert record[key] == live[key]
    assert (record["stored"]["id"], record["stored"]["commit"]) == (result.id, COMMITS[3])
    assert (record["front"], record["kept"]) == (COMMITS[3], [1, 2, 3, 4])


def test_what_is_stored_already_makes_no_second_record() -> None:
    bench = held()
    bench.publish(content(acme="Three"), 3)
    again = bench.publish(content(acme="Three"), 3)
    assert (again.outcome, again.number, again.exit_code) == (Outcome.HELD, 4, 1)
    assert rules(again) == ["already-staged"]
    asked = bench.publish(content(acme="Three"), 3, staged=True)
    assert (asked.number, asked.exit_code) == (4, 0)


def test_resume_makes_the_newest_stored_release_live() -> None:
    bench = held()
    bench.publish(content(acme="Three"), 3)
    fourth = bench.publish(content(acme="Four"), 4)
    result = bench.resume()
    assert (result.outcome, result.number, result.id) == (Outcome.LIVE, 6, fourth.id)
    assert bench.title("acme") == "Four"
    record = bench.record(6)
    assert (record["kind"], record["held"], record["staged"]) == ("resume", None, None)
    assert (record["commit"], record["from"]["number"]) == (COMMITS[4], 5)
    Watch(bench).settled()
    assert bench.publish(content(acme="Five"), 5).outcome is Outcome.LIVE


def test_resume_without_anything_stored_lifts_alone() -> None:
    bench = held()
    result = bench.resume()
    assert (result.outcome, result.number, rules(result)) == (Outcome.LIVE, 3, ["hold-lifted"])
    assert bench.title("acme") == "One"
    assert (bench.record(4)["held"], bench.record(4)["live"]) == (None, 3)
    assert bench.publish(content(acme="Three"), 3).outcome is Outcome.LIVE


def test_the_difference_is_shown_before() -> None:
    bench = held()
    bench.publish(content(acme="Three"), 3)
    planned = plan_resume(bench.target(), ResumeRequest(TOOL), bench.world)
    assert isinstance(planned, Plan)
    assert [one.file for one in planned.changes] == ["translations/icu/en/portal.json"]
    assert bench.title("acme") == "One"


def test_only_lift_leaves_what_is_stored_for_later() -> None:
    bench = held()
    bench.publish(content(acme="Three"), 3)
    bench.resume(only_lift=True)
    assert bench.title("acme") == "One"
    assert bench.resume().outcome is Outcome.LIVE
    assert bench.title("acme") == "Three"


def test_what_was_stored_before_the_hold_does_not_become_live_by_itself() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    bench.publish(content(acme="Two"), 2, staged=True)
    bench.rollback(1)
    assert rules(bench.resume()) == ["hold-lifted"]
    assert bench.title("acme") == "One"


def test_staging_on_a_free_target_holds_nothing() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    staged = bench.publish(content(acme="Two"), 2, staged=True)
    again = bench.publish(content(acme="Two"), 2, staged=True)
    assert (staged.outcome, staged.exit_code, rules(staged)) == (Outcome.HELD, 0, ["stored-only"])
    assert (again.number, rules(again)) == (2, ["already-staged"])
    assert bench.record(2)["held"] is None
    assert bench.title("acme") == "One"
    live = bench.publish(content(acme="Two"), 2)
    assert (live.outcome, live.number, bench.record(3)["staged"]) == (Outcome.LIVE, 3, None)


def test_the_very_first_release_can_be_staged() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1, staged=True)
    assert (bench.record(1)["live"], bench.record(1)["areas"]) == (0, {})
    assert bench.resume().outcome is Outcome.LIVE
    assert bench.title("acme") == "One"
    Watch(bench).settled()


def test_there_is_nothing_to_resume() -> None:
    bench = Bench()
    assert bench.resume().outcome is Outcome.REFUSED
    bench.publish(content(acme="One"), 1)
    result = bench.resume()
    assert (result.outcome, rules(result), result.number) == (Outcome.UNCHANGED, ["not-held"], 1)
    assert len(bench.names(Side.PRIVATE, "releases/")) == 2


def test_a_staged_release_that_was_collected_is_not_made_live() -> None:
    bench = held()
    bench.publish(content(acme="Three"), 3)
    collection = {**bench.record(4), "number": 5, "parent": 4, "kind": "collection", "kept": [3]}
    del collection["stored"]
    assert isinstance(bench.private, MemoryStore)
    bench.private.objects["releases/000000000005.json"] = canonical_json(collection)
    result = bench.resume()
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["no-release"])
