"""Promotion: the same bytes, the same id, and all guards of the target."""

import pytest

from compiler.base.gate import Gate
from compiler.bundle.artifacts import Artifacts, Side
from compiler.ports.store import StoreError
from compiler.release.explain import plan_lines
from compiler.release.promoting import PromoteRequest, plan_promotion
from compiler.release.result import Outcome
from compiler.release.soundness import Soundness
from compiler.release.verifying import made_of, verify
from tests.fakes.store import MemoryStore
from tests.release.bench import COMMITS, TOOL, Bench, area, asset, bundle, content, rules
from tests.release.invariants import Watch

PICTURE = asset("summer.png", b"picture")


def at(name: str, **settings: object) -> Bench:
    return Bench(MemoryStore(f"{name}:public"), MemoryStore(f"{name}:private"), **settings)  # type: ignore[arg-type]


def staging(*titles: str, first: int = 1) -> Bench:
    bench = at("staging")
    for number, title in enumerate(titles, start=first):
        bench.publish(content(acme=title), number)
    return bench


def with_picture() -> Artifacts:
    made = content(acme="One").areas["acme"]
    public = {**made.public, "banners/en.json": bundle({"image": PICTURE.path})}
    return Artifacts({"acme": type(made)(public, made.private, made.languages)}, [PICTURE])


def test_the_live_release_goes_on_byte_for_byte() -> None:
    source, production = staging("One", "Two"), at("production")
    result = production.promote(source)
    assert (result.outcome, result.number, result.exit_code) == (Outcome.LIVE, 1, 0)
    assert result.id == source.record(2)["id"]
    record = production.record(1)
    assert record["from"] == {"number": 2, "target": "staging"}
    assert (record["kind"], record["commit"], record["front"]) == (
        "release",
        COMMITS[2],
        COMMITS[2],
    )
    assert production.title("acme") == "Two"
    for side in Side:
        ours = source.pointer("acme", side)["files"]
        theirs = production.pointer("acme", side)["files"]
        assert {one: name[-69:] for one, name in ours.items()} == {
            one: name[-69:] for one, name in theirs.items()
        }
    Watch(production).settled()
    assert verify(production.target()).soundness is Soundness.SOUND
    made = made_of(production.target())
    assert made is not None
    assert (made.number, made.commit) == (1, COMMITS[2])


def test_objects_come_under_the_targets_generation_and_known_ones_stay() -> None:
    source, production = staging("One", "Two"), at("production")
    production.publish(content(acme="One"), 1)
    production.publish(content(acme="Zero"), 1)
    production.collect()
    production.promote(source)
    names = production.pointer("acme")["files"]
    assert names["translations/icu/en/portal.json"].startswith("objects/1/")
    assert names["config.json"].startswith("objects/0/")


def test_assets_go_along() -> None:
    source, production = at("staging"), at("production")
    source.publish(with_picture(), 1)
    production.promote(source)
    assert isinstance(production.public, MemoryStore)
    assert production.public.objects[PICTURE.path] == b"picture"
    assert production.public.attributes[PICTURE.path].content_type == "image/png"
    Watch(production).settled()


def test_the_same_again_changes_nothing() -> None:
    source, production = staging("One"), at("production")
    production.promote(source)
    again = production.promote(source)
    assert (again.outcome, again.number) == (Outcome.UNCHANGED, 1)


def test_the_plan_says_what_is_copied() -> None:
    source, production = staging("One", "Two"), at("production")
    production.promote(staging("One"))
    planned = plan_promotion(
        source.target(), production.target(), PromoteRequest(TOOL), production.world
    )
    assert plan_lines(planned) == [
        "~ acme public translations/icu/en/portal.json",
        "copy 1 object",
        "upload 1 object (537 bytes)",
        "commit record 2 (release)",
        "move private pointer of `acme` to release 2",
        "move public pointer of `acme` to release 2",
        "write the hint: 2",
        "mark record 2 as done",
    ]


def test_a_held_target_stores_it() -> None:
    source, production = staging("One", "Two"), at("production")
    production.publish(content(acme="One"), 1)
    production.publish(content(acme="Old"), 1)
    production.rollback(1)
    result = production.promote(source)
    assert (result.outcome, rules(result)) == (Outcome.HELD, ["target-held"])
    assert production.title("acme") == "One"
    production.resume()
    assert production.title("acme") == "Two"


def test_an_older_release_is_not_promoted_over_a_newer_one() -> None:
    source, production = staging("One"), at("production")
    production.publish(content(acme="Three"), 3)
    result = production.promote(source)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["older-commit"])
    assert production.promote(source, allow_older=True).outcome is Outcome.LIVE
    assert production.record(2)["front"] == COMMITS[3]


def test_the_gate_recorded_must_reach_that_of_the_target() -> None:
    source, production = at("staging"), at("production", gate=Gate.REVIEWED)
    source.publish(content(acme="One"), 1)
    result = production.promote(source)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["below-gate"])
    source.publish(content(acme="One"), 1, gate=Gate.REVIEWED)
    assert production.promote(source).outcome is Outcome.LIVE
    assert production.record(1)["areas"]["acme"]["gate"] == "reviewed"


def test_what_is_dirty_or_staged_is_not_promoted() -> None:
    source, production = at("staging"), at("production")
    assert rules(production.promote(source)) == ["no-release"]
    source.publish(content(acme="One"), 1, staged=True)
    assert rules(production.promote(source)) == ["no-release"]
    source.publish(content(acme="One"), 1, dirty=True, allow_dirty=True)
    result = production.promote(source)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["uncommitted-changes"])
    assert production.names(Side.PRIVATE) == []


def test_what_either_log_has_purged_is_not_promoted() -> None:
    one = bundle({"title": "One"}).sha256
    source, production = staging("One"), at("production")
    production.publish(content(acme="Zero"), 1)
    production.purge(one)
    assert rules(production.promote(source)) == ["purged-content"]
    source, production = staging("One"), at("production")
    source.purge(one, now=True)
    result = production.promote(source)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["purged-content"])
    assert "was taken down from `staging`" in result.remarks[0].message


def test_credentials_go_along_as_they_are_live() -> None:
    source, production = at("staging"), at("production")
    made = area({"en": "One"}, credentials={"tokens": [{"name": "new"}]})
    source.publish(content(acme=made), 1)
    production.promote(source)
    assert production.credentials("acme") == {"tokens": [{"name": "new"}]}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(None, "has vanished, and cannot be promoted"), (b"{}", "was altered, and cannot be")],
)
def test_an_object_that_the_source_has_lost_stops_it(spoil: bytes | None, words: str) -> None:
    source, production = staging("One"), at("production")
    production.publish(content(acme="Zero"), 1)
    records = production.names(Side.PRIVATE, "releases/")
    name = source.pointer("acme")["files"]["translations/icu/en/portal.json"]
    assert isinstance(source.public, MemoryStore)
    if spoil is None:
        source.public.delete([name])
    else:
        source.public.objects[name] = spoil
    with pytest.raises(StoreError, match=words):
        production.promote(source)
    assert production.names(Side.PRIVATE, "releases/") == records
    assert production.title("acme") == "Zero"


def test_an_area_that_is_not_promoted_goes() -> None:
    source, production = staging("One"), at("production")
    production.publish(content(acme="Zero", shop="Shop"), 1)
    production.promote(source)
    assert production.pointer("shop")["gone"]
