"""Purging: what must go is gone under every name, and never comes back."""

import pytest

from compiler.base.hashing import sha256
from compiler.bundle.artifacts import Artifacts, Side
from compiler.ports.store import Attributes
from compiler.release.purging import PurgeRequest, purge
from compiler.release.result import Outcome
from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.release.bench import TOOL, Bench, asset, bundle, content, rules
from tests.release.invariants import Watch

ONE = bundle({"title": "One"}).sha256
TWO = bundle({"title": "Two"}).sha256
PICTURE = asset("summer.png", b"picture")
KIND = Attributes("application/json", "no-store")


def published() -> Bench:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    bench.publish(content(acme="Two"), 2)
    return bench


def with_picture() -> Artifacts:
    made = content(acme="One")
    named = bundle({"image": PICTURE.path})
    public = {**made.areas["acme"].public, "banners/en.json": named}
    area = made.areas["acme"]
    return Artifacts({"acme": type(area)(public, area.private, area.languages)}, [PICTURE])


def test_what_is_purged_is_gone_under_every_name() -> None:
    bench = published()
    for name in (f"objects/7/{ONE}.json", f"assets/{ONE}/a.json", f"assets/{ONE}/b.json"):
        bench.public.put(name, b"put there by hand", KIND)
    bench.private.put(f"objects/3/{ONE}.json", b"put there by hand", KIND)
    result = bench.purge(ONE)
    assert (result.outcome, result.number, result.exit_code) == (Outcome.LIVE, 2, 0)
    assert [remark.message for remark in result.remarks] == [
        "5 objects of 1 hash go for good",
        f"to invalidate in caches: memory:public/assets/{ONE}/a.json",
        f"to invalidate in caches: memory:public/assets/{ONE}/b.json",
        f"to invalidate in caches: memory:public/objects/0/{ONE}.json",
        f"to invalidate in caches: memory:public/objects/7/{ONE}.json",
    ]
    every = [*bench.names(Side.PUBLIC), *bench.names(Side.PRIVATE)]
    assert not [name for name in every if ONE in name]
    assert bench.title("acme") == "Two"
    record = bench.record(3)
    assert (record["kind"], record["reason"]) == ("purge", "it had to go")
    assert bench.json(Side.PRIVATE, record["purged"])["hashes"] == {
        ONE: {"number": 3, "reason": "it had to go", "time": record["time"]}
    }
    Watch(bench).settled()
    assert verify(bench.target()).soundness is Soundness.SOUND


def test_it_never_comes_back() -> None:
    bench = published()
    bench.purge(ONE)
    for result in (bench.publish(content(acme="One"), 3), bench.rollback(1)):
        assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["purged-content"])
    bench.purge(sha256(b"another"))
    assert set(bench.json(Side.PRIVATE, bench.record(4)["purged"])["hashes"]) == {
        ONE,
        sha256(b"another"),
    }
    assert rules(bench.publish(content(acme="One"), 3)) == ["purged-content"]


def test_what_is_live_is_refused_with_its_places() -> None:
    bench = published()
    result = bench.purge(TWO)
    assert (result.outcome, result.exit_code) == (Outcome.REFUSED, 1)
    assert result.remarks[0].message == (
        f"the live release names {TWO}: acme, public, `translations/icu/en/portal.json`"
    )
    assert "`--now` leaves dead links" in str(result.remarks[0].hint)
    assert len(bench.names(Side.PRIVATE, "releases/")) == 4


def test_what_is_live_goes_at_once_when_asked() -> None:
    bench = published()
    result = bench.purge(TWO, now=True)
    assert result.outcome is Outcome.LIVE
    assert rules(result) == ["live-content", "purged", "cached-address"]
    assert not [name for name in bench.names(Side.PUBLIC) if TWO in name]
    report = verify(bench.target())
    assert (report.soundness, report.dead) == (
        Soundness.SOUND,
        (f"memory:public/objects/0/{TWO}.json",),
    )


def test_what_went_from_under_the_live_release_is_not_published_again_by_doing_nothing() -> None:
    bench = published()
    bench.purge(TWO, now=True)
    again = bench.publish(content(acme="Two"), 2)
    assert (again.outcome, rules(again)) == (Outcome.REFUSED, ["purged-content"])
    assert bench.publish(content(acme="Three"), 3).outcome is Outcome.LIVE
    assert verify(bench.target()).dead == ()


def test_what_nobody_has_cannot_come_and_is_said() -> None:
    bench = published()
    nothing = "0" * 64
    result = bench.purge(nothing)
    assert rules(result) == ["purged", "unknown-content"]
    assert "unknown-content" not in rules(bench.purge(nothing))


def test_what_was_made_of_the_same_file_is_named() -> None:
    bench = published()
    made = {name: asset(name, name.encode()) for name in ("fees.pdf", "fees.txt", "rates.pdf")}
    for one in made.values():
        bench.public.put(one.path, one.read(), KIND)
    result = bench.purge(made["fees.pdf"].sha256)
    assert rules(result) == ["purged", "cached-address", "same-name"]
    assert made["fees.txt"].path in result.remarks[-1].message
    assert rules(bench.purge(made["fees.txt"].sha256)) == ["purged", "cached-address"]


def test_an_image_goes_with_the_banner_that_names_it() -> None:
    bench = Bench()
    bench.publish(with_picture(), 1)
    refused = bench.purge(PICTURE.sha256)
    assert refused.outcome is Outcome.REFUSED
    assert f"acme, public, `{PICTURE.path}`" in refused.remarks[0].message
    bench.publish(content(acme="One"), 2)
    assert bench.purge(PICTURE.sha256).outcome is Outcome.LIVE
    assert bench.names(Side.PUBLIC, "assets/") == []
    assert rules(bench.publish(with_picture(), 3)) == ["purged-content"]


def test_what_was_put_back_is_deleted_by_verify_and_gc() -> None:
    bench = published()
    bench.purge(ONE)
    back = f"objects/0/{ONE}.json"
    bench.public.put(back, b"from a publisher who lost a race", KIND)
    report = verify(bench.target())
    assert (report.soundness, report.removed) == (Soundness.SOUND, (f"memory:public/{back}",))
    assert bench.public.get(back) is None
    bench.public.put(back, b"from a publisher who lost a race", KIND)
    bench.collect(keep=9)
    assert bench.public.get(back) is None


def test_the_same_hash_again_deletes_and_makes_no_record() -> None:
    bench = published()
    bench.purge(ONE)
    bench.public.put(f"assets/{ONE}/again.json", b"", KIND)
    again = bench.purge(ONE)
    assert again.outcome is Outcome.UNCHANGED
    assert bench.names(Side.PUBLIC, "assets/") == []
    assert len(bench.names(Side.PRIVATE, "releases/")) == 6


def test_the_address_is_the_one_readers_know() -> None:
    bench = published()
    request = PurgeRequest((ONE,), "why", TOOL, public_url="https://content.acme.example/")
    result = purge(bench.target(), request, bench.world)
    assert result.remarks[-1].message == (
        f"to invalidate in caches: https://content.acme.example/objects/0/{ONE}.json"
    )


@pytest.mark.parametrize("key", ["public", "private"])
def test_the_stores_own_lists_cannot_be_purged(key: str) -> None:
    bench = published()
    manifest = bench.record(1)["areas"]["acme"][key]["manifest"]
    result = bench.purge(manifest[-69:-5])
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["not-content"])


def test_a_collection_keeps_the_list() -> None:
    bench = published()
    bench.purge(ONE)
    bench.collect()
    assert rules(bench.publish(content(acme="One"), 3)) == ["purged-content"]


def test_nothing_was_ever_published() -> None:
    result = Bench().purge(ONE)
    assert (result.outcome, rules(result)) == (Outcome.REFUSED, ["no-release"])
