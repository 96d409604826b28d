import json

import pytest

from compiler.base.gate import Gate
from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Side
from compiler.release.layout import PRIVATE_OBJECT, PUBLIC_OBJECT
from compiler.release.plan import Plan
from compiler.release.result import Outcome
from compiler.release.target import PublishRequest, Target
from tests.fakes.history import MemoryHistory
from tests.fakes.store import MemoryStore, Request, Wire
from tests.release.bench import COMMITS, LANGUAGES, Bench, area, asset, bundle, content, rules
from tests.release.invariants import Watch


def names(requests: list[Request]) -> list[str]:
    return [f"{one.kind} {one.side} {one.name}" for one in requests]


def test_the_first_release_stands_as_the_protocol_says() -> None:
    bench = Bench()
    made = content(acme="Hello")
    result = bench.publish(made)

    assert (result.outcome, result.number, result.exit_code) == (Outcome.LIVE, 1, 0)
    sides = {
        side.value: {name: one.sha256 for name, one in made.areas["acme"].side(side).items()}
        for side in Side
    }
    assert result.id == sha256(canonical_json({"acme": sides}))
    record = bench.record(1)
    areas = record.pop("areas")
    assert record == {
        "version": 1,
        "number": 1,
        "parent": 0,
        "kind": "release",
        "nonce": "0" * 32,
        "time": "2026-01-01T12:00:00Z",
        "tool": "clientarea 0.0.0",
        "generation": 0,
        "live": 1,
        "held": None,
        "staged": None,
        "front": COMMITS[1],
        "id": result.id,
        "commit": COMMITS[1],
        "dirty": False,
        "gone": {},
        "kept": [1],
        "purged": None,
        "from": None,
        "reason": None,
    }
    assert (areas["acme"]["since"], areas["acme"]["gate"]) == (1, "complete")
    assert bench.pointer("acme") == {
        "version": 1,
        "area": "acme",
        "release": 1,
        "id": result.id,
        "languages": LANGUAGES,
        "files": {name: f"objects/0/{digest}.json" for name, digest in sides["public"].items()},
    }
    assert bench.json(Side.PRIVATE, "live/head.json") == {"number": 1}
    assert bench.names(Side.PRIVATE, "releases/") == [
        "releases/000000000001.done",
        "releases/000000000001.json",
    ]
    Watch(bench).settled()


def test_private_objects_are_not_for_shared_caches() -> None:
    bench = Bench()
    bench.publish(content(acme="Hello"))
    assert isinstance(bench.public, MemoryStore)
    assert isinstance(bench.private, MemoryStore)
    public = {name: bench.public.attributes[name] for name in bench.names(Side.PUBLIC, "objects/")}
    private = {
        name: bench.private.attributes[name] for name in bench.names(Side.PRIVATE, "objects/")
    }
    assert set(public.values()) == {PUBLIC_OBJECT}
    assert set(private.values()) == {PRIVATE_OBJECT}
    assert PUBLIC_OBJECT.cache_control == "public, max-age=31536000, immutable"
    assert bench.public.attributes["live/acme.json"].cache_control == "max-age=30, must-revalidate"


def test_nothing_changed_costs_three_requests_and_makes_no_record() -> None:
    bench = Bench()
    first = bench.publish(content(acme="Hello", shop="Shop"))
    wire = Wire()
    again = bench.publish(content(acme="Hello", shop="Shop"), wire=wire)
    assert (again.outcome, again.number, again.id, again.exit_code) == (
        Outcome.UNCHANGED,
        1,
        first.id,
        0,
    )
    assert names(wire.requests) == [
        "get private live/head.json",
        "names private releases/",
        "get private releases/000000000001.json",
    ]


def test_one_string_writes_what_changed_and_touches_no_other_area() -> None:
    bench = Bench()
    bench.publish(content(acme="Hello", shop="Shop"))
    before = {side: set(bench.names(side)) for side in Side}
    wire = Wire()
    result = bench.publish(content(acme="Welcome", shop="Shop"), 2, wire)

    assert (result.outcome, result.number) == (Outcome.LIVE, 2)
    assert len(wire.requests) <= 14
    assert not [one for one in wire.requests if "shop" in one.name]
    changed = bundle({"title": "Welcome"}).sha256
    assert set(bench.names(Side.PUBLIC)) - before[Side.PUBLIC] == {f"objects/0/{changed}.json"}
    assert [one for one in names(wire.written()) if "objects" not in one] == [
        "create private releases/000000000002.json",
        "replace private live/acme.json",
        "replace public live/acme.json",
        "put private live/head.json",
        "put private releases/000000000002.done",
    ]
    assert len([one for one in wire.written() if "objects" in one.name]) == 2  # bundle, manifest
    assert {name: one["since"] for name, one in bench.record(2)["areas"].items()} == {
        "acme": 2,
        "shop": 1,
    }
    assert bench.title("acme") == "Welcome"
    Watch(bench).settled()


def test_one_string_in_two_formats_of_a_large_area_stays_within_fourteen_requests() -> None:
    def made(text: str) -> Artifacts:
        files = {f"texts/en/{at}.json": bundle({"at": at}) for at in range(200)}
        files |= {f"translations/{form}/en/portal.json": bundle({form: text}) for form in "ab"}
        return content(acme=AreaArtifacts(files, {"area.json": bundle({})}, LANGUAGES))

    bench = Bench()
    bench.publish(made("Hello"))
    wire = Wire()
    bench.publish(made("Welcome"), 2, wire)
    assert len(wire.requests) == 14


def test_one_string_of_a_thousand_areas_touches_no_pointer_of_the_others() -> None:
    def made(text: str) -> Artifacts:
        def one(number: int) -> AreaArtifacts:
            files = {f"texts/en/{at}.json": bundle([number, at]) for at in range(20)}
            if number == 500:
                files["translations/icu/en/portal.json"] = bundle({"title": text})
            return AreaArtifacts(files, {"area.json": bundle([number])}, LANGUAGES)

        return content(**{f"area-{number}": one(number) for number in range(1000)})

    bench, first, second = Bench(), Wire(), Wire()
    bench.publish(made("Hello"), 1, first)
    assert len([one for one in first.written() if one.name.startswith("objects/")]) > 20_000
    assert bench.publish(made("Welcome"), 2, second).outcome is Outcome.LIVE
    assert len(second.requests) <= 14
    pointers = {one.name for one in second.requests if one.name.startswith("live/area")}
    assert pointers == {"live/area-500.json"}


def test_the_same_content_from_a_newer_commit_is_recorded_and_moves_no_pointer() -> None:
    bench = Bench()
    bench.publish(content(acme="Hello"))
    wire = Wire()
    result = bench.publish(content(acme="Hello"), 2, wire)
    assert (result.outcome, result.number, rules(result)) == (Outcome.LIVE, 2, ["same-content"])
    assert names(wire.written()) == [
        "create private releases/000000000002.json",
        "put private live/head.json",
        "put private releases/000000000002.done",
    ]
    record = bench.record(2)
    assert (record["live"], record["front"], record["areas"]["acme"]["since"]) == (2, COMMITS[2], 1)
    Watch(bench).settled()


def test_identical_results_of_areas_are_one_object_and_one_upload() -> None:
    wire = Wire()
    Bench().publish(content(acme="Hello", shop="Hello"), wire=wire)
    puts = [one for one in names(wire.requests) if one.startswith("put") and "objects" in one]
    assert len(puts) == len(set(puts)) == 3 + 1 + 2


def test_a_new_area_and_one_that_goes() -> None:
    bench = Bench()
    bench.publish(content(default="Hello"))
    wire = Wire()
    bench.publish(content(acme="Hello"), 2, wire)
    assert [one for one in names(wire.written()) if "live/" in one and "head" not in one] == [
        "create private live/acme.json",
        "create public live/acme.json",
        "replace public live/default.json",
        "replace private live/default.json",
    ]
    gone = {"version": 1, "area": "default", "release": 2, "gone": True}
    assert bench.pointer("default") == bench.pointer("default", Side.PRIVATE) == gone
    assert bench.record(2)["gone"] == {"default": 2}

    bench.publish(content(acme="Hi"), 3)
    assert bench.record(3)["gone"] == {"default": 2}
    bench.publish(content(acme="Hi", default="Hello"), 4)
    assert bench.record(4)["gone"] == {}
    assert bench.title("default") == "Hello"
    Watch(bench).settled()


def test_changed_languages_alone_move_the_pointers() -> None:
    bench = Bench()
    made = area({"en": "Hello"})
    bench.publish(Artifacts({"acme": made}))
    languages = {**LANGUAGES, "enabled": ["en"]}
    bench.publish(Artifacts({"acme": AreaArtifacts(made.public, made.private, languages)}), 2)
    for side in Side:
        assert bench.pointer("acme", side)["release"] == 2
        assert bench.pointer("acme", side)["languages"] == languages


def test_assets_are_uploaded_when_a_changed_bundle_names_a_new_one() -> None:
    def made(*pictures: tuple[str, bytes]) -> Artifacts:
        assets = [asset(name, data) for name, data in pictures]
        banners = {"summer": [one.path for one in assets]}
        one = AreaArtifacts({"banners/en.json": bundle(banners)}, {"a.json": bundle(1)}, LANGUAGES)
        return Artifacts({"acme": one}, assets)

    bench = Bench()
    first, second = ("mobile.png", b"1"), ("wide.png", b"2")
    bench.publish(made(first))
    wire = Wire()
    bench.publish(made(first, second), 2, wire)
    path = asset(*second).path
    assert [one.name for one in wire.written() if "assets" in one.name] == [path]
    stored = bench.public.get(path)
    assert stored is not None
    assert stored.data == b"2"
    Watch(bench).settled()


def test_a_plan_shows_the_steps_that_publish_walks_and_writes_nothing() -> None:
    bench = Bench()
    bench.publish(content(acme="Hello"))
    wire = Wire()
    planned = bench.plan(content(acme="Welcome"), 2, wire)
    assert isinstance(planned, Plan)
    assert wire.written() == []
    done = Wire()
    bench.publish(content(acme="Welcome"), 2, done)
    assert len(planned.steps) == len(done.written())


def test_objects_of_the_live_release_keep_their_names_after_the_generation_rose() -> None:
    bench = Bench()
    bench.publish(content(acme="Hello", shop="Shop"))
    raised = {**bench.record(1), "number": 2, "parent": 1, "kind": "collection", "generation": 1}
    assert isinstance(bench.private, MemoryStore)
    bench.private.objects["releases/000000000002.json"] = canonical_json(raised)

    wire = Wire()
    bench.publish(content(acme="Welcome", shop="Shop"), 2, wire)
    puts = [one.name.rsplit("/", 1)[0] for one in wire.written() if "objects" in one.name]
    assert puts == ["objects/1", "objects/1"]
    files = bench.pointer("acme")["files"]
    assert files["config.json"].startswith("objects/0/")
    assert files["translations/icu/en/portal.json"].startswith("objects/1/")
    assert len(wire.requests) <= 14
    assert "put private releases/000000000002.done" not in names(wire.requests)

    wire = Wire()
    bench.publish(content(acme="Hello again", shop="Shop"), 3, wire)
    assert len(wire.requests) <= 14
    Watch(bench).settled()


@pytest.mark.parametrize("dirty", [True, False])
def test_a_clean_work_tree_after_a_dirty_one_is_news(dirty: bool) -> None:
    bench = Bench(is_local=True)
    bench.publish(content(acme="Hello"), dirty=True)
    result = bench.publish(content(acme="Hello"), dirty=dirty)
    assert result.outcome is (Outcome.UNCHANGED if dirty else Outcome.LIVE)


def test_a_higher_gate_is_news_and_a_lower_one_is_not() -> None:
    bench = Bench(gate=Gate.DRAFT)
    bench.publish(content(acme="Hello"), gate=Gate.COMPLETE)
    lower = bench.publish(content(acme="Hello"), gate=Gate.DRAFT)
    higher = bench.publish(content(acme="Hello"), gate=Gate.REVIEWED)
    assert (lower.outcome, higher.outcome) == (Outcome.UNCHANGED, Outcome.LIVE)
    assert bench.record(2)["areas"]["acme"]["gate"] == "reviewed"


def test_a_project_without_git_is_published_locally_and_recognised_again() -> None:
    bench = Bench(is_local=True, history=MemoryHistory())
    first = bench.publish(content(acme="Hello"), None)
    again = bench.publish(content(acme="Hello"), None)
    assert (first.outcome, rules(first)) == (Outcome.LIVE, ["no-commit"])
    assert again.outcome is Outcome.UNCHANGED


def test_progress_hears_every_upload() -> None:
    heard: list[tuple[int, int]] = []

    class Ear:
        def uploaded(self, count: int, total: int) -> None:
            heard.append((count, total))

    from compiler.release.publishing import publish  # noqa: PLC0415
    from compiler.release.target import World  # noqa: PLC0415

    bench = Bench()
    target: Target = bench.target()
    asked = PublishRequest(COMMITS[1], dirty=False, gate=Gate.COMPLETE, tool="t")
    publish(
        target,
        content(acme="Hello"),
        asked,
        World(bench.clock, bench.history, bench.clients, Ear()),
    )
    assert heard == [(at, 6) for at in range(1, 7)]


def test_a_result_for_programs() -> None:
    bench = Bench(is_local=True)
    result = bench.publish(content(acme="Hello"), dirty=True)
    assert json.loads(json.dumps(result.data)) == {
        "result": "live",
        "target": "production",
        "number": 1,
        "id": result.id,
        "findings": [
            {
                "rule": "uncommitted-changes",
                "severity": "info",
                "message": "files differ from what is committed",
                "hint": None,
            }
        ],
    }
