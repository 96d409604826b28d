"""What breaks applications, and what takes much away, is not published unasked."""

import pytest

from compiler.ports.clients import Broken, Effect
from compiler.release.result import Outcome
from tests.release.bench import COMMITS, Bench, content, rules

ARGUMENT = Broken("breaking-argument-added", "translations/portal:pay", "`pay` has `{amount}`")


def live(effect: Effect | None, *, is_local: bool = False, now: str | None = None) -> Bench:
    """Return a target with a release of the first commit, and what comes of the next one."""
    bench = Bench(is_local=is_local)
    bench.publish(content(acme="One"), 1)
    bench.clients.effects[COMMITS[1], now] = effect
    return bench


def test_what_breaks_applications_is_refused_with_the_waiver_to_write() -> None:
    bench = live(Effect((ARGUMENT,)))
    result = bench.publish(content(acme="Two"), 2)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["breaking-change"])
    assert result.remarks[0].message == "`pay` has `{amount}`"
    assert "rule `breaking-argument-added`, entity `translations/portal:pay`" in str(
        result.remarks[0].hint
    )
    assert bench.title("acme") == "One"
    assert rules(bench.publish(content(acme="Two"), 2, staged=True)) == ["breaking-change"]


def test_many_are_counted() -> None:
    result = live(Effect((ARGUMENT,) * 25)).publish(content(acme="Two"), 2)
    assert len(result.remarks) == 11
    assert result.remarks[-1].message == "15 more changes break applications in use"


def test_on_local_it_is_one_line() -> None:
    bench = live(Effect((ARGUMENT,) * 25), is_local=True)
    result = bench.publish(content(acme="Two"), 2)
    assert (result.outcome, rules(result)) == (Outcome.LIVE, ["breaking-change"])
    assert result.remarks[0].message == "25 of the changes may break applications in use"


def test_the_same_content_breaks_nothing_and_nobody_is_asked() -> None:
    bench = live(Effect((ARGUMENT,)))
    assert bench.publish(content(acme="One"), 2).outcome is Outcome.LIVE


@pytest.mark.parametrize(
    ("removed", "entries", "refused"),
    [(21, 100, True), (20, 100, False), (9, 10, False), (10, 10, True), (0, 0, False)],
)
def test_a_large_share_does_not_go_by_mistake(removed: int, entries: int, refused: bool) -> None:
    bench = live(Effect(removed=removed, entries=entries))
    result = bench.publish(content(acme="Two"), 2)
    if not refused:
        assert (result.outcome, rules(result)) == (Outcome.LIVE, [])
        return
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["much-removed"])
    assert result.remarks[0].message == f"{removed} of {entries} entries that are live go"
    meant = bench.publish(content(acme="Two"), 2, yes=True)
    assert (meant.outcome, rules(meant)) == (Outcome.LIVE, ["much-removed"])


def test_where_nobody_knows_it_says_how_to_fetch() -> None:
    bench = live(None)
    result = bench.publish(content(acme="Two"), 2)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["unknown-effect"])
    assert "git fetch --unshallow" in str(result.remarks[0].hint)
    assert bench.publish(content(acme="Two"), 2, allow_older=True).outcome is Outcome.LIVE


def test_on_local_without_git_nothing_is_said_of_it() -> None:
    bench = Bench(is_local=True)
    bench.publish(content(acme="One"), None)
    result = bench.publish(content(acme="Two"), None)
    assert (result.outcome, rules(result)) == (Outcome.LIVE, ["no-commit"])


def test_a_promotion_is_held_to_the_same() -> None:
    source, bench = Bench(), live(Effect((ARGUMENT,)), now=COMMITS[2])
    source.publish(content(acme="Two"), 2)
    assert rules(bench.promote(source)) == ["breaking-change"]
    bench = live(Effect(removed=50, entries=100), now=COMMITS[2])
    assert rules(bench.promote(source)) == ["much-removed"]
    assert bench.promote(source, yes=True).outcome is Outcome.LIVE
