"""Real processes on a real folder and a real service: killed at every request, racing, watched by a reader."""

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.forkserver import ensure_running
from pathlib import Path

import pytest

from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.release.buckets import put_into
from tests.release.children import (
    Place,
    bench_at,
    killed_at,
    publish,
    publish_for_ever,
    publish_often,
    scene_bench,
)
from tests.release.invariants import Watch
from tests.release.polling import Reader, polled
from tests.release.scenes import SCENES, staged_bench
from tests.servers.seaweedfs import ObjectService

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.release.children"])
PROJECT = Path(__file__).parents[2]
STRIDE = 1 if os.environ.get("EXPLORE") else 11
"""A process dies at one of eleven points in each run of the tests, at all of them in the soak."""


@pytest.fixture(autouse=True)
def _server_that_knows_the_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    ensure_running()


PLACES = pytest.mark.parametrize(
    "where", ["folder", "buckets", pytest.param("ceph", marks=pytest.mark.soak)]
)


@pytest.fixture
def folder(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def buckets(tmp_path: Path, object_service: ObjectService) -> Place:
    return _within(tmp_path, object_service)


@pytest.fixture
def ceph(tmp_path: Path, ceph_service: ObjectService) -> Place:
    return _within(tmp_path, ceph_service)


def _within(notes: Path, service: ObjectService) -> Place:
    return Place(notes, service.endpoint, (service.bucket(), service.bucket()))


@PLACES
@pytest.mark.parametrize("name", SCENES)
def test_a_process_killed_at_any_request_is_finished_by_the_next(
    name: str, where: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    place: Place = request.getfixturevalue(where)
    start, count = staged_bench(SCENES[name], place.endpoint)
    points = [(index, effect) for index in range(count) for effect in (False, True)]
    tried = points[len(name) % STRIDE :: STRIDE]
    for index, effect in tried:
        shelf = replace(place, shelf=f"{name} {index} {effect}".replace(" ", "-"))
        put_into(scene_bench(shelf), start)
        _killed_and_finished(name, shelf, index, effect)
    with capsys.disabled():
        told = f"{name}, {where}: killed at {len(tried)} of {len(points)} points, 0 violations"
        sys.stdout.write(f"\n{told}\n")


def _killed_and_finished(name: str, place: Place, index: int, effect: bool) -> None:
    bench = scene_bench(place)
    watch = Watch(bench)
    watch.look()
    dying = PROCESSES.Process(target=killed_at, args=(place, name, index, effect))
    with polled(bench):
        dying.start()
        dying.join()
        assert dying.exitcode == -signal.SIGKILL
        watch.look()
        SCENES[name].verb(bench, None)
    watch.settled()
    assert bench.title("acme") == SCENES[name].title
    assert verify(bench.target()).soundness is Soundness.SOUND
    if place.endpoint is None:
        assert not list((place.notes / place.shelf).glob("*/live/.*"))


def acknowledged(place: Place) -> Iterator[tuple[int, str]]:
    for path in place.notes.glob("acknowledged-*"):
        for line in path.read_text().splitlines():
            number, _, title = line.partition(" ")
            yield int(number), title


def race(place: Place, publishers: int, rounds: int) -> None:
    bench = bench_at(place)
    children = [
        PROCESSES.Process(target=publish_often, args=(place, name, rounds))
        for name in range(publishers)
    ]
    for child in children:
        child.start()
    reader, watch = Reader(bench), Watch(bench)
    while any(child.is_alive() for child in children):
        reader.read()
        time.sleep(0.001)
    assert [child.exitcode for child in children] == [0] * publishers
    watch.settled()
    said = dict(acknowledged(place))
    assert sorted(said) == list(range(1, publishers * rounds + 1))
    assert len(set(said.values())) == publishers * rounds
    assert bench.title("acme") == said[max(said)]
    assert verify(bench.target()).soundness is Soundness.SOUND


@PLACES
def test_twenty_processes_publish_into_one_log(where: str, request: pytest.FixtureRequest) -> None:
    race(request.getfixturevalue(where), publishers=20, rounds=10)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@PLACES
def test_twenty_processes_publish_into_one_log_for_long(
    where: str, request: pytest.FixtureRequest
) -> None:
    race(request.getfixturevalue(where), publishers=20, rounds=50)


def killings(place: Place, rounds: int) -> None:
    bench = bench_at(place)
    reader, watch = Reader(bench), Watch(bench)
    chance = random.Random(7)
    for at in range(rounds):
        children = [
            PROCESSES.Process(target=publish_for_ever, args=(place, at * 2 + one)) for one in (0, 1)
        ]
        for child in children:
            child.start()
        until = time.monotonic() + chance.uniform(0.1, 0.4)
        while time.monotonic() < until:
            reader.read()
            time.sleep(0.001)
        for child in children:
            child.kill()
            child.join()
        watch.look()
        publish(place, f"calm {at}")
        watch.settled()
        assert bench.title("acme") == f"calm {at}"
    assert verify(bench.target()).soundness is Soundness.SOUND


@PLACES
def test_processes_killed_at_any_moment(where: str, request: pytest.FixtureRequest) -> None:
    killings(request.getfixturevalue(where), rounds=5)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_processes_killed_at_any_moment_for_long(folder: Place) -> None:
    killings(folder, rounds=200)
