import json

import pytest

from compiler.bundle.artifacts import AreaArtifacts, Artifacts
from compiler.release.explain import plan_data, plan_lines
from tests.fakes.store import Crash, failing_at
from tests.release.bench import LANGUAGES, Bench, asset, bundle, content


def test_a_plan_for_people() -> None:
    bench = Bench()
    bench.publish(content(acme="One", old="Old"), 1)
    planned = bench.plan(content(acme="Two"), 2, dirty=True, allow_dirty=True)
    assert plan_lines(planned) == [
        "~ acme public translations/icu/en/portal.json",
        "upload 2 objects (552 bytes)",
        "commit record 2 (release)",
        "move private pointer of `acme` to release 2",
        "move public pointer of `acme` to release 2",
        "mark `old` as gone, public side",
        "mark `old` as gone, private side",
        "write the hint: 2",
        "mark record 2 as done",
    ]


def test_many_files_are_counted() -> None:
    files = {f"texts/en/{at}.json": bundle({"at": at}) for at in range(41)}
    made = AreaArtifacts(files, {"area.json": bundle({})}, LANGUAGES)
    lines = plan_lines(Bench().plan(Artifacts({"acme": made}), 1))
    assert lines[:3] == [
        "+ acme private 1 file added",
        "+ acme public 41 files added",
        "upload 44 objects (5,689 bytes)",
    ]


def test_nothing_to_do() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    lines = plan_lines(bench.plan(content(acme="One"), 1))
    assert lines == ["nothing to do: this content is live already"]


def test_a_refusal() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 2)
    assert plan_lines(bench.plan(content(acme="Two"), 1))[0] == "refused"
    data = plan_data("production", bench.plan(content(acme="Two"), 1))
    assert (data["result"], data["number"], data["findings"][0]["rule"]) == (
        "refused",
        1,
        "older-commit",
    )


def test_what_a_dead_publisher_left_comes_first() -> None:
    bench = Bench()
    with pytest.raises(Crash):
        bench.publish(content(acme="One"), 1, failing_at(11, effect=True, error=Crash()))
    lines = plan_lines(bench.plan(content(acme="One"), 1))
    assert lines == [
        "first, what another publisher left is finished:",
        "move public pointer of `acme` to release 1",
        "write the hint: 1",
        "mark record 1 as done",
        "nothing to do: this content is live already",
    ]


def test_a_plan_for_programs() -> None:
    picture = asset("logo.png", b"12345")
    made = AreaArtifacts({"config.json": bundle(picture.path)}, {"a.json": bundle(1)}, LANGUAGES)
    data = json.loads(
        json.dumps(plan_data("production", Bench().plan(Artifacts({"acme": made}, [picture]), 1)))
    )
    assert data["changes"] == [
        {"area": "acme", "side": "private", "file": "a.json", "change": "added"},
        {"area": "acme", "side": "public", "file": "config.json", "change": "added"},
    ]
    assert [step["step"] for step in data["steps"]] == [
        *["upload"] * 5,
        "record",
        "pointer",
        "pointer",
        "hint",
        "done",
    ]
    assert {"step": "record", "number": 1, "kind": "release"} in data["steps"]
    (uploaded,) = [step for step in data["steps"] if step.get("what") == "logo.png"]
    assert (uploaded["name"], uploaded["bytes"]) == (picture.path, 5)
