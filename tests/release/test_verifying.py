import pytest

from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Side
from compiler.ports.store import StoreError
from compiler.release.manifest import artifacts_id
from compiler.release.result import Result
from compiler.release.soundness import Report
from compiler.release.verifying import Made, made_of, repair, verify
from tests.fakes.store import MemoryStore, Request, Wire
from tests.release.bench import COMMITS, LANGUAGES, Bench, area, asset, bundle, content

PICTURE = asset("logo.png", b"picture")


LOGO = AreaArtifacts(
    {"config.json": bundle({"logo": PICTURE.path})}, {"area.json": bundle({})}, LANGUAGES
)
LIVE = Artifacts({"acme": LOGO, "shop": content(x="Two").areas["x"]}, [PICTURE])


def published() -> Bench:
    bench = Bench()
    bench.publish(content(acme="One", old="Old"), 1)
    bench.publish(LIVE, 2)
    return bench


def objects(bench: Bench, side: Side) -> dict[str, bytes]:
    store = bench.public if side is Side.PUBLIC else bench.private
    assert isinstance(store, MemoryStore)
    return store.objects


def verdict(report: Report) -> tuple[str, int, list[str]]:
    return report.soundness.value, report.exit_code, [f"{d.where} {d.what}" for d in report.damages]


def test_a_sound_target() -> None:
    report = verify(published().target())
    assert verdict(report) == ("sound", 0, [])
    assert (report.number, report.checked) == (2, 15)


def test_an_empty_target_is_sound() -> None:
    report = verify(Bench().target())
    assert verdict(report) == ("sound", 0, [])
    assert made_of(Bench().target()) is None


@pytest.mark.parametrize(
    ("side", "name", "where"),
    [
        (Side.PUBLIC, f"objects/0/{bundle({'title': 'Two'}).sha256}.json", "of the live release"),
        (Side.PUBLIC, f"objects/0/{bundle({'title': 'One'}).sha256}.json", "of a kept release"),
        (Side.PRIVATE, f"objects/0/{bundle({}).sha256}.json", "private"),
        (Side.PUBLIC, PICTURE.path, "an asset"),
    ],
)
def test_an_object_missing_or_altered(side: Side, name: str, where: str) -> None:
    bench = published()
    objects(bench, side)[name] += b" "
    assert verdict(verify(bench.target())) == (
        "damaged",
        1,
        [f"memory:{side}/{name} was altered: its bytes are not those that its name promises"],
    ), where
    del objects(bench, side)[name]
    assert verdict(verify(bench.target()))[2] == [f"memory:{side}/{name} is missing"]
    assert verdict(repair(bench.target()))[0] == "damaged"


def test_a_lost_manifest_is_one_damage() -> None:
    bench = published()
    name = bench.record(2)["areas"]["shop"]["public"]["manifest"]
    del objects(bench, Side.PRIVATE)[name]
    assert verdict(verify(bench.target()))[2] == [f"memory:private/{name} is missing"]


def test_a_manifest_that_is_none_or_another() -> None:
    bench = published()
    record = bench.record(2)
    no_manifest = canonical_json([])
    other = record["areas"]["acme"]["public"]["manifest"]
    name = f"objects/0/{sha256(no_manifest)}.json"
    objects(bench, Side.PRIVATE)[name] = no_manifest
    record["areas"]["acme"]["private"]["manifest"] = name
    record["areas"]["shop"]["public"]["manifest"] = other
    objects(bench, Side.PRIVATE)["releases/000000000002.json"] = canonical_json(record)
    assert set(verdict(verify(bench.target()))[2]) >= {
        f"memory:private/{name} is not a manifest",
        f"memory:private/{other} lists something else than its record says",
    }


def test_a_record_missing_or_spoilt() -> None:
    bench = published()
    bench.publish(content(acme="Three"), 3)
    objects(bench, Side.PRIVATE)["releases/000000000001.json"] = b"{}"
    del objects(bench, Side.PRIVATE)["releases/000000000002.json"]
    assert verdict(verify(bench.target()))[2] == [
        "memory:private/releases/000000000001.json is not a record",
        "memory:private/releases/000000000002.json is missing",
    ]


def test_a_pointer_altered_or_of_nobody() -> None:
    bench = published()
    pointer = bench.pointer("acme")
    objects(bench, Side.PUBLIC)["live/acme.json"] = canonical_json({**pointer, "files": {}})
    objects(bench, Side.PUBLIC)["live/stray.json"] = canonical_json(pointer)
    assert verdict(verify(bench.target()))[2] == [
        "memory:public/live/acme.json is not what its release says",
        "memory:public/live/stray.json is a pointer that no record speaks of",
    ]


def test_pointers_behind_are_told_apart_and_repaired() -> None:
    bench = published()

    def cut(request: Request) -> None:
        if request.kind == "replace" and request.side == "public":
            raise StoreError("gone")

    bench.publish(content(acme="Three"), 3, Wire(before=cut))
    report = verify(bench.target())
    assert verdict(report) == ("behind", 4, [])
    assert report.behind == (
        "public pointer of `acme`: to be moved to release 3",
        "public pointer of `shop`: to be moved to release 3",
        "private pointer of `shop`: to be moved to release 3",
        "record 3 is not marked as done",
    )
    assert verdict(repair(bench.target())) == ("sound", 0, [])
    assert bench.title("acme") == "Three"
    assert bench.pointer("shop")["gone"] is True


def test_a_pointer_that_vanished_is_written_again_with_the_release_it_showed() -> None:
    bench = published()
    bench.publish(content(acme="Three", shop="Two"), 3)
    before = bench.pointer("shop")
    assert before["release"] == 2
    for side in Side:
        del objects(bench, side)["live/shop.json"]
    assert verify(bench.target()).exit_code == 4
    assert repair(bench.target()).exit_code == 0
    assert bench.pointer("shop") == before


def losses() -> dict[str, list[tuple[Side, str]]]:
    """Return what the live release may lose, by what it is."""
    bench = published()
    areas = bench.record(2)["areas"]
    manifests = [areas[area][side]["manifest"] for area in areas for side in Side]
    files = [
        (side, name)
        for side in Side
        for area in areas
        for name in bench.pointer(area, side)["files"].values()
    ]
    manifest = (Side.PRIVATE, areas["shop"]["public"]["manifest"])
    text = (Side.PUBLIC, f"objects/0/{bundle({'title': 'Two'}).sha256}.json")
    return {
        "a text": [text],
        "what is private": [(Side.PRIVATE, f"objects/0/{bundle({}).sha256}.json")],
        "an image": [(Side.PUBLIC, PICTURE.path)],
        "a manifest": [manifest],
        "a manifest and what it lists": [manifest, text],
        "a manifest and its pointer": [manifest, (Side.PUBLIC, "live/shop.json")],
        "everything": [
            *dict.fromkeys((Side.PRIVATE, name) for name in manifests),
            *dict.fromkeys(files),
            (Side.PUBLIC, PICTURE.path),
        ],
    }


@pytest.mark.parametrize("altered", [False, True], ids=["missing", "altered"])
@pytest.mark.parametrize("lost", losses())
def test_what_was_lost_is_written_again_where_it_was_compiled(lost: str, altered: bool) -> None:
    bench = published()
    before = {side: dict(objects(bench, side)) for side in Side}
    for side, name in losses()[lost]:
        if altered and not name.startswith("live/"):
            objects(bench, side)[name] += b" "
        else:
            del objects(bench, side)[name]
    assert verdict(verify(bench.target()))[0] == "damaged"
    assert verdict(repair(bench.target(), LIVE)) == ("sound", 0, [])
    assert {side: objects(bench, side) for side in Side} == before


def test_what_only_an_older_release_names_is_not_made_up() -> None:
    bench = published()
    name = f"objects/0/{bundle({'title': 'One'}).sha256}.json"
    del objects(bench, Side.PUBLIC)[name]
    report = repair(bench.target(), LIVE)
    assert verdict(report) == ("damaged", 1, [f"memory:public/{name} is missing"])
    assert report.restored == ()


def test_a_hash_that_was_purged_is_not_brought_back() -> None:
    bench = published()
    banned = bundle({"title": "Two"}).sha256
    bench.purge(banned, now=True)
    report = repair(bench.target(), LIVE)
    assert report.restored == ()
    assert not [name for name in bench.names(Side.PUBLIC) if banned in name]


def test_a_repair_that_fails_is_a_failure_of_the_store() -> None:
    bench = published()
    del objects(bench, Side.PUBLIC)["live/shop.json"]

    def cut(request: Request) -> None:
        if request.kind == "create":
            raise StoreError("gone")

    with pytest.raises(StoreError, match="gone"):
        repair(bench.target(Wire(before=cut)))


def test_what_the_commit_compiles_to_is_compared_with_the_id() -> None:
    bench = Bench()
    one = content(acme=area({"en": "One"}, credentials={"tokens": [1]}))
    two = content(acme=area({"en": "Two"}, credentials={"tokens": [2]}))
    bench.publish(one, 1)
    bench.publish(two, 2)
    assert verify(bench.target(), two).exit_code == 0
    assert verdict(verify(bench.target(), one)) == (
        "damaged",
        1,
        [f"release 2 the content compiles to {artifacts_id(one)}, not to {artifacts_id(two)}"],
    )
    bench.rollback(1)
    assert bench.record(3)["id"] != artifacts_id(one)
    assert verify(bench.target(), one).exit_code == 0


def test_how_the_live_content_was_made_is_told_through_rollbacks_and_resumes() -> None:
    bench = Bench()
    assert made_of(bench.target()) is None
    bench.publish(content(acme="One"), 1, tool="clientarea 1")
    bench.publish(content(acme="Two"), 2, tool="clientarea 2")
    bench.rollback(1)
    bench.rollback(3)
    assert made_of(bench.target()) == Made(1, "clientarea 1", COMMITS[1], dirty=False, pseudo=False)
    bench.publish(content(acme="Three"), 3, tool="clientarea 3")
    assert made_of(bench.target()) == Made(1, "clientarea 1", COMMITS[1], dirty=False, pseudo=False)
    bench.resume()
    assert made_of(bench.target()) == Made(5, "clientarea 3", COMMITS[3], dirty=False, pseudo=False)


def test_a_target_that_moves_while_it_is_verified_is_verified_again() -> None:
    bench = published()
    moved: list[Result] = []

    def publish_once(request: Request) -> None:
        if "live/" in request.name and "head" not in request.name and not moved:
            moved.append(bench.publish(content(acme="Three"), 3))

    report = verify(bench.target(Wire(before=publish_once)))
    assert (verdict(report), report.number) == (("sound", 0, []), 3)


def test_hashes_taken_down_are_not_missed() -> None:
    bench = published()
    banned = bundle({"title": "One"}).sha256
    del objects(bench, Side.PUBLIC)[f"objects/0/{banned}.json"]
    listed = canonical_json({"hashes": {banned: {}}})
    name = f"objects/0/{sha256(listed)}.json"
    objects(bench, Side.PRIVATE)[name] = listed
    purge = {**bench.record(2), "number": 3, "parent": 2, "kind": "purge"}
    objects(bench, Side.PRIVATE)["releases/000000000003.json"] = canonical_json(
        {**purge, "purged": name}
    )
    assert verdict(verify(bench.target())) == ("sound", 0, [])


def test_a_report_for_programs() -> None:
    bench = published()
    del objects(bench, Side.PUBLIC)[PICTURE.path]
    data = verify(bench.target()).data
    assert data["result"] == "damaged"
    assert data["damages"] == [{"where": f"memory:public/{PICTURE.path}", "what": "is missing"}]
