"""Real processes on a real folder and a real service: killed at every request, racing, watched by a reader."""

import multiprocessing
import random
import signal
import time
from collections.abc import Iterator
from multiprocessing.forkserver import ensure_running
from pathlib import Path

import pytest

from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.fakes.store import Wire
from tests.release.children import (
    Place,
    bench_at,
    killed_at,
    publish,
    publish_for_ever,
    publish_often,
)
from tests.release.invariants import Watch
from tests.release.polling import Reader
from tests.servers.seaweedfs import ObjectService

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.release.children"])
PROJECT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _server_that_knows_the_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    ensure_running()


PLACES = pytest.mark.parametrize("where", ["folder", "buckets"])


@pytest.fixture
def folder(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def buckets(tmp_path: Path, object_service: ObjectService) -> Place:
    return Place(
        tmp_path, object_service.endpoint, (object_service.bucket(), object_service.bucket())
    )


@PLACES
def test_a_process_killed_at_any_request_is_finished_by_the_next(
    where: str, request: pytest.FixtureRequest
) -> None:
    place: Place = request.getfixturevalue(where)
    bench = bench_at(place)
    publish(place, "start")
    wire = Wire()
    publish(place, "counted", wire)
    reader, watch = Reader(bench), Watch(bench)
    for index in range(len(wire.requests)):
        for effect in (False, True):
            title = f"{index} {effect}"
            dying = PROCESSES.Process(target=killed_at, args=(place, title, index, effect))
            dying.start()
            while dying.is_alive():
                reader.read()
                time.sleep(0.001)
            dying.join()
            assert dying.exitcode == -signal.SIGKILL
            watch.look()
            publish(place, title)
            watch.settled()
            assert bench.title("acme") == title
    assert verify(bench.target()).soundness is Soundness.SOUND
    del bench, reader, watch
    assert not list((place.notes / "private" / "live").glob(".*"))


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
