import pytest

from compiler.base.hashing import canonical_json
from compiler.bundle.artifacts import Artifacts, Side
from compiler.ports.store import StoreError
from compiler.release.manifest import artifacts_id
from compiler.release.plan import Plan
from compiler.release.result import Outcome
from compiler.release.rollback import RollbackRequest, plan_rollback
from tests.fakes.store import MemoryStore, Wire
from tests.release.bench import COMMITS, TOOL, Bench, area, content, rules
from tests.release.invariants import Watch


def with_tokens(title: str, *tokens: str, version: int = 1) -> Artifacts:
    entries = [{"name": name, "verifier": f"sha256:{version}"} for name in tokens]
    return content(acme=area({"en": title}, credentials={"tokens": entries, "sso": []}))


def test_the_older_content_is_live_and_the_target_is_held() -> None:
    bench = Bench()
    first = bench.publish(content(acme="One", shop="Shop"))
    bench.publish(content(acme="Two", shop="Shop"), 2)
    result = bench.rollback(1, reason="the price was wrong")

    assert (result.outcome, result.number, result.id) == (Outcome.LIVE, 3, first.id)
    assert bench.title("acme") == "One"
    record = bench.record(3)
    assert (record["kind"], record["held"], record["live"]) == ("rollback", 3, 3)
    assert (record["front"], record["commit"]) == (COMMITS[2], COMMITS[1])
    assert (record["from"], record["reason"]) == (
        {"number": 1, "target": None},
        "the price was wrong",
    )
    assert (record["kept"], record["staged"]) == ([1, 2, 3], None)
    assert {name: one["since"] for name, one in record["areas"].items()} == {"acme": 3, "shop": 1}
    Watch(bench).settled()


def test_a_rollback_uploads_no_bundle_and_leaves_other_areas_alone() -> None:
    bench = Bench()
    bench.publish(content(acme="One", shop="Shop"))
    bench.publish(content(acme="Two", shop="Shop"), 2)
    wire = Wire()
    bench.rollback(1, wire)
    assert not [one for one in wire.written() if "objects" in one.name]
    assert not [one for one in wire.requests if "shop" in one.name]


def test_a_revoked_token_stays_revoked() -> None:
    bench = Bench()
    bench.publish(with_tokens("One", "old", "both"))
    second = with_tokens("Two", "both", "new")
    bench.publish(second, 2)
    result = bench.rollback(1)

    assert rules(result) == ["kept-credentials", "target-held"]
    assert bench.title("acme") == "One"
    assert [one["name"] for one in bench.credentials("acme")["tokens"]] == ["both", "new"]
    mixed = area({"en": "One"}, credentials=bench.credentials("acme"))
    assert result.id == artifacts_id(content(acme=mixed)) == bench.record(3)["id"]
    Watch(bench).settled()


def test_credentials_asked_for_come_back_and_are_listed() -> None:
    bench = Bench()
    bench.publish(with_tokens("One", "revoked", "rotated"))
    bench.publish(with_tokens("Two", "rotated", version=2), 2)
    result = bench.rollback(1, with_credentials=True)
    returning = [one.message for one in result.remarks if one.rule == "returning-credential"]
    assert returning == [
        "`tokens/revoked` of area `acme` comes back as it was",
        "`tokens/rotated` of area `acme` comes back as it was",
    ]
    assert [one["name"] for one in bench.credentials("acme")["tokens"]] == ["revoked", "rotated"]


@pytest.mark.parametrize("spoilt", [b'{"tokens":[', b"[]", None])
def test_spoilt_credentials_do_not_come_back_unlisted(spoilt: bytes | None) -> None:
    bench = Bench()
    bench.publish(with_tokens("One", "revoked"))
    name = bench.pointer("acme", Side.PRIVATE)["files"]["credentials.json"]
    bench.publish(with_tokens("Two", "new"), 2)
    assert isinstance(bench.private, MemoryStore)
    del bench.private.objects[name]
    if spoilt is not None:
        bench.private.objects[name] = spoilt
    with pytest.raises(StoreError, match="the credentials of area `acme` of then"):
        bench.rollback(1, with_credentials=True)
    assert bench.title("acme") == "Two"
    assert bench.rollback(1).outcome is Outcome.LIVE


def test_only_credentials_between_two_releases_is_nothing_to_roll_back() -> None:
    bench = Bench()
    bench.publish(with_tokens("One", "old"))
    bench.publish(with_tokens("One", "new"), 2)
    wire = Wire()
    result = bench.rollback(1, wire)
    assert result.outcome is Outcome.LIVE
    assert not [one for one in wire.written() if one.name == "live/acme.json"]
    assert result.id == bench.record(2)["id"]


def test_an_area_that_had_gone_comes_back_without_credentials() -> None:
    bench = Bench()
    both = content(acme="One", shop=area({"en": "Shop"}, credentials={"tokens": [{"name": "t"}]}))
    bench.publish(both)
    bench.publish(content(acme="One"), 2)
    result = bench.rollback(1)
    assert bench.title("shop") == "Shop"
    assert bench.credentials("shop") is None
    assert result.remarks[0].message == (
        "area `shop` comes without credentials: it has none that are live now"
    )
    assert bench.record(3)["gone"] == {}
    Watch(bench).settled()


def test_an_area_younger_than_the_release_goes() -> None:
    bench = Bench()
    bench.publish(content(acme="One"))
    bench.publish(content(acme="One", shop="Shop"), 2)
    bench.rollback(1)
    assert bench.pointer("shop")["gone"] is True
    assert bench.record(3)["gone"] == {"shop": 3}
    Watch(bench).settled()


def test_what_cannot_be_gone_back_to_is_said() -> None:
    bench = Bench()
    assert bench.rollback(1).remarks[0].message == ("nothing is live on `production` yet")
    bench.publish(content(acme="One"))
    result = bench.rollback(7)
    assert (result.outcome, result.exit_code) == (Outcome.REFUSED, 1)
    assert result.remarks[0].message == "release 7 of `production` does not exist"
    assert result.remarks[0].hint == (
        "the newest that it can go back to: 1 (`clientarea releases production`)"
    )
    bench.rollback(1)
    bench.resume()
    assert bench.rollback(3).remarks[0].message == (
        "release 3 of `production` brought no content of its own"
    )


def test_a_collected_release_is_not_gone_back_to() -> None:
    bench = Bench()
    for at in (1, 2, 3):
        bench.publish(content(acme=f"{at}"), at)
    raised = {**bench.record(3), "number": 4, "parent": 3, "kind": "collection"}
    assert isinstance(bench.private, MemoryStore)
    bench.private.objects["releases/000000000004.json"] = canonical_json(
        {**raised, "generation": 1, "kept": [2, 3]}
    )
    assert bench.rollback(1).remarks[0].message == "release 1 of `production` is no longer kept"
    assert bench.rollback(2).outcome is Outcome.LIVE
    assert bench.record(5)["generation"] == 1


def test_the_difference_is_shown_before() -> None:
    bench = Bench()
    bench.publish(content(acme="One"))
    bench.publish(content(acme="Two", shop="Shop"), 2)
    planned = plan_rollback(bench.target(), RollbackRequest(1, TOOL), bench.world)
    assert isinstance(planned, Plan)
    assert [(one.area, one.side, one.file, one.change) for one in sorted(planned.changes)] == [
        ("acme", Side.PUBLIC, "translations/icu/en/portal.json", "changed"),
        ("shop", Side.PRIVATE, "area.json", "removed"),
        ("shop", Side.PUBLIC, "config.json", "removed"),
        ("shop", Side.PUBLIC, "translations/icu/en/portal.json", "removed"),
        ("shop", Side.PUBLIC, "translations/icu/es/portal.json", "removed"),
    ]
    assert bench.title("acme") == "Two"
