import pytest

from compiler.base.gate import Gate
from compiler.base.hashing import canonical_json
from compiler.bundle.artifacts import Side
from compiler.release.plan import Refusal
from compiler.release.result import Outcome
from tests.fakes.history import MemoryHistory
from tests.fakes.store import MemoryStore
from tests.release.bench import COMMITS, Bench, bundle, content, rules

FORK = {"a" * 40: [], "b" * 40: ["a" * 40], "c" * 40: ["a" * 40]}


def test_a_late_job_is_refused_and_told_how_to_mend_it() -> None:
    bench = Bench()
    bench.publish(content(acme="New"), 2)
    result = bench.publish(content(acme="Old"), 1)
    assert (result.outcome, result.exit_code, result.number) == (Outcome.REFUSED, 1, 1)
    (remark,) = result.remarks
    assert remark.rule == "older-commit"
    assert remark.message.endswith("which `production` has accepted already")
    assert remark.hint == "publish the newer commit, or this one with `--allow-older`"
    assert bench.title("acme") == "New"


def test_an_older_commit_let_through_does_not_lower_the_front() -> None:
    bench = Bench()
    bench.publish(content(acme="New"), 3)
    result = bench.publish(content(acme="Old"), 1, allow_older=True)
    assert (result.outcome, rules(result)) == (Outcome.LIVE, ["older-commit"])
    assert bench.record(2)["front"] == COMMITS[3]
    assert bench.publish(content(acme="Between"), 2).outcome is Outcome.REFUSED


def test_another_line_of_history_let_through_becomes_the_front() -> None:
    bench = Bench(history=MemoryHistory(FORK))
    bench.publish(content(acme="b"), "b" * 40)
    assert bench.publish(content(acme="c"), "c" * 40).outcome is Outcome.REFUSED
    assert bench.publish(content(acme="c"), "c" * 40, allow_older=True).outcome is Outcome.LIVE
    assert bench.record(2)["front"] == "c" * 40


def test_a_clone_too_shallow_to_know_the_order_is_told_to_fetch() -> None:
    bench = Bench()
    bench.publish(content(acme="New"), 2)
    bench.history = MemoryHistory({COMMITS[3]: []})
    result = bench.publish(content(acme="Newer"), 3)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["unknown-order"])
    assert result.remarks[0].hint == (
        "in a shallow clone `git fetch --unshallow` (`fetch-depth: 0` in CI),"
        f" else `git fetch origin {COMMITS[2]}`, or publish with `--allow-older`"
    )


def test_a_dirty_work_tree_is_refused_unless_allowed() -> None:
    bench = Bench()
    refused = bench.publish(content(acme="Hello"), dirty=True)
    allowed = bench.publish(content(acme="Hello"), dirty=True, allow_dirty=True)
    assert (refused.outcome, rules(refused)) == (Outcome.REFUSED, ["uncommitted-changes"])
    assert (allowed.outcome, bench.record(1)["dirty"]) == (Outcome.LIVE, True)


def test_no_commit_and_a_low_gate_are_refused_together() -> None:
    refused = Bench(gate=Gate.REVIEWED).publish(content(acme="Hello"), None)
    assert (refused.outcome, rules(refused)) == (Outcome.REFUSED, ["below-gate", "no-commit"])
    assert (refused.number, refused.id) == (None, None)


def test_locally_order_and_git_are_matters_of_notice() -> None:
    bench = Bench(is_local=True)
    bench.publish(content(acme="New"), 3)
    result = bench.publish(content(acme="Old"), 1, dirty=True)
    assert result.outcome is Outcome.LIVE
    assert [(one.rule, one.severity, one.hint) for one in result.remarks] == [
        ("uncommitted-changes", "info", None),
        ("older-commit", "info", None),
    ]


def test_locally_the_gate_holds() -> None:
    result = Bench(is_local=True).publish(content(acme="Hello"), gate=Gate.DRAFT)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["below-gate"])


def test_an_area_whose_pointer_would_stand_where_the_hint_stands_is_refused() -> None:
    result = Bench().publish(content(head="Hello"))
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["reserved-area"])


@pytest.mark.parametrize("is_local", [True, False])
def test_a_purged_hash_is_never_published_again(is_local: bool) -> None:
    bench = Bench(is_local=is_local)
    bench.publish(content(acme="Secret"))
    bench.publish(content(acme="Fine"), 2)
    banned = bundle({"title": "Secret"}).sha256
    listed = purge(bench, banned)

    result = bench.publish(content(acme="Secret"), 3)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["purged-content"])
    assert result.remarks[0].message == (
        "`translations/icu/en/portal.json` of the area `acme` was taken down by `purge` "
        f"and cannot be live again (SHA-256 {banned})"
    )
    back = bench.rollback(1)
    assert (back.outcome, rules(back)) == (Outcome.REFUSED, ["purged-content"])
    assert bench.publish(content(acme="Better"), 3).outcome is Outcome.LIVE
    assert bench.record(4)["purged"] == listed


def purge(bench: Bench, banned: str) -> str:
    """Write the record that a purge will write, and its list; return the name of that."""
    hashes: dict[str, dict[str, dict[str, str]]] = {"hashes": {banned: {}}}
    name = f"objects/0/{bundle(hashes).sha256}.json"
    head = int(bench.names(Side.PRIVATE, "releases/")[-1][9:21])
    record = {
        **bench.record(head),
        "number": head + 1,
        "parent": head,
        "kind": "purge",
        "purged": name,
    }
    assert isinstance(bench.private, MemoryStore)
    bench.private.objects[name] = canonical_json(hashes)
    bench.private.objects[f"releases/{head + 1:012}.json"] = canonical_json(record)
    return name


def test_a_refused_plan_is_a_refusal() -> None:
    bench = Bench()
    bench.publish(content(acme="New"), 2)
    planned = bench.plan(content(acme="Old"), 1)
    assert isinstance(planned, Refusal)
    assert (planned.number, rules(planned)) == (1, ["older-commit"])
