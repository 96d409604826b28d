import pytest

from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import Side
from compiler.ports.store import StoreError
from compiler.release.manifest import Manifest, UnreadableManifestError, parse_manifest
from compiler.release.pointer import Pointer, parse_pointer
from tests.fakes.store import MemoryStore
from tests.release.bench import Bench, content, rules
from tests.release.invariants import Watch

HASH = "ab" * 32


@pytest.mark.parametrize(
    "pointer",
    [
        Pointer("acme", 3, "id", {"source": "en"}, {"config.json": f"objects/0/{HASH}.json"}),
        Pointer("acme", 4),
    ],
)
def test_a_pointer_is_read_as_it_was_written(pointer: Pointer) -> None:
    assert parse_pointer(pointer.data) == pointer


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 200_000,
        b'{"area":"a","release":"x"}',
        b'{"area":"a","release":1e400,"gone":true}',
        b'{"area":"a","release":true,"gone":true}',
        b'{"area":"a","release":1,"files":7}',
    ],
)
def test_what_is_no_pointer(data: bytes) -> None:
    assert parse_pointer(data) is None


def test_a_pointer_that_is_gone_lists_nothing() -> None:
    assert Pointer("acme", 4).listing() is None


def test_a_manifest_is_read_as_it_was_written_and_held_against_its_name() -> None:
    manifest = Manifest({"config.json": f"objects/0/{HASH}.json"}, {"source": "en"}, ("assets/x",))
    ref = manifest.ref(4)
    assert ref.name.startswith("objects/4/")
    assert parse_manifest(ref.name, manifest.data) == manifest
    with pytest.raises(UnreadableManifestError, match="its bytes are not those") as caught:
        parse_manifest(ref.name, manifest.data + b" ")
    assert caught.value.name == ref.name


def test_the_content_of_a_manifest_does_not_depend_on_the_generation() -> None:
    old, new = (Manifest({"a": f"objects/{at}/{HASH}.json"}, {}) for at in (0, 7))
    assert old.content == new.content
    assert old.data != new.data


def objects(bench: Bench) -> dict[str, bytes]:
    assert isinstance(bench.private, MemoryStore)
    return bench.private.objects


def test_a_lost_manifest_stops_a_rollback_before_anything_is_written() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    bench.publish(content(acme="Two"), 2)
    del objects(bench)[bench.record(1)["areas"]["acme"]["public"]["manifest"]]
    with pytest.raises(UnreadableManifestError, match="it is not in `memory:private`"):
        bench.rollback(1)
    assert len(bench.names(Side.PRIVATE, "releases/")) == 4


def test_a_publish_mends_what_the_store_has_lost() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    areas = bench.record(1)["areas"]["acme"]
    for side in Side:
        objects(bench).pop(areas[side]["manifest"])
        store = bench.public if side is Side.PUBLIC else bench.private
        store.delete([*store.names("objects/"), "live/acme.json"])
    result = bench.publish(content(acme="Two"), 2)
    assert rules(result) == ["lost-manifest", "lost-manifest"]
    assert bench.title("acme") == "Two"
    assert bench.title("acme", "es") == "Hola"
    Watch(bench).settled()


@pytest.mark.parametrize(
    ("listed", "why"),
    [
        (None, "`memory:private` has lost its list of purged hashes, `{name}`: bring it back"),
        (b"[]", "the list of purged hashes, `{name}`, cannot be read"),
        (
            b'{"hashes":{}}',
            "the list of purged hashes, `memory:private/{name}`, was altered: bring it back",
        ),
    ],
)
def test_a_list_of_purged_hashes_that_cannot_be_had(listed: bytes | None, why: str) -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    name = f"objects/0/{sha256(b'[]')}.json"
    record = {**bench.record(1), "purged": name}
    objects(bench)["releases/000000000001.json"] = canonical_json(record)
    if listed is not None:
        objects(bench)[name] = listed
    with pytest.raises(StoreError) as caught:
        bench.publish(content(acme="Two"), 2)
    assert str(caught.value) == why.format(name=name)


def test_an_unchanged_side_whose_pointer_is_spoilt_is_read_from_its_manifest() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    files = bench.pointer("acme", Side.PRIVATE)["files"]
    objects(bench)["live/acme.json"] = b"spoilt"
    bench.publish(content(acme="Two"), 2)
    assert bench.pointer("acme", Side.PRIVATE)["files"] == files
    assert bench.title("acme") == "Two"
