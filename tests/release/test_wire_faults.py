"""Every request of every verb goes wrong on the wire to a real service, in every way there is.

Readers poll all the while. Nothing they see is half a release, nothing acknowledged is lost, and
the next run finishes.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from compiler.ports.store import StoreError
from compiler.release.result import Outcome
from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.release.bench import Bench
from tests.release.buckets import SERVICE, Shelves
from tests.release.invariants import Watch
from tests.release.polling import polled
from tests.release.scenes import SCENES, Scene, staging, start_of
from tests.servers.faulty import FAULTS, Asked, Fault, Proxy, failing, passed, proxy_before
from tests.servers.seaweedfs import ObjectService

STRIDE = 1 if os.environ.get("EXPLORE") else 11
"""One of eleven points in each run of the tests, each fault at others; the soak takes them all."""

GONE = {"closed before": FAULTS["closed before"], "503": FAULTS["503"]}
"""How a service is away for good."""

ENDED = {Outcome.LIVE, Outcome.HELD, Outcome.UNCHANGED}


@pytest.fixture
def shelves(object_service: ObjectService) -> Shelves:
    return Shelves(object_service)


@pytest.fixture
def proxy(object_service: ObjectService) -> Iterator[Proxy]:
    with proxy_before(object_service.endpoint) as proxy:
        yield proxy


def scene_of(name: str, shelves: Shelves, proxy: Proxy) -> Scene:
    """Return a scene; what a promotion reads of its source goes over the same wire."""
    if name != "promote":
        return SCENES[name]
    source = shelves.bench(shelves.copied(staging()), proxy.endpoint)
    return replace(SCENES[name], verb=lambda bench, wire: bench.promote(source, wire))


def requests_of(scene: Scene, start: Bench, shelves: Shelves, proxy: Proxy) -> int:
    """Count what a verb asks of the service when nothing goes wrong."""
    proxy.heal()
    scene.verb(shelves.bench(shelves.copied(start), proxy.endpoint, name=7), None)
    return len(proxy.asked)


def try_point(
    scene: Scene, start: Bench, shelves: Shelves, proxy: Proxy, broken: Callable[[], None]
) -> str:
    """Run a verb over a broken wire, then over a sound one; return how the first run ended."""
    place = shelves.copied(start)
    direct = shelves.bench(place, name=9)
    broken()
    with polled(direct):
        try:
            result = scene.verb(shelves.bench(place, proxy.endpoint, name=5), None)
        except StoreError:
            ending = "failed"
        else:
            assert result.outcome in {*ENDED, Outcome.PENDING}
            assert result.number is not None
            assert direct.record(result.number)["number"] == result.number
            if result.outcome is Outcome.LIVE:
                assert direct.title("acme") == scene.title
            ending = result.outcome.value
        proxy.heal()
        scene.verb(direct, None)
    Watch(direct).settled()
    assert direct.title("acme") == scene.title
    assert verify(direct.target()).soundness is Soundness.SOUND
    return ending


@pytest.mark.parametrize("name", SCENES)
def test_one_request_goes_wrong(
    name: str, shelves: Shelves, proxy: Proxy, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = scene_of(name, shelves, proxy)
    start = start_of(scene, SERVICE)
    count = requests_of(scene, start, shelves, proxy)
    points = [(number, fault) for number in range(count) for fault in FAULTS]
    tried: Counter[str] = Counter()
    for number, fault in points[::STRIDE]:
        broken = _breaking(proxy.break_at, number, FAULTS[fault])
        tried[try_point(scene, start, shelves, proxy, broken)] += 1
    assert sum(tried.values()) == len(points[::STRIDE])
    # One failure on the way is what the client's own patience is for.
    assert set(tried) <= {outcome.value for outcome in ENDED}
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {sum(tried.values())} of {len(points)} points, 0 violations\n")


@pytest.mark.parametrize("name", SCENES)
def test_the_service_goes_away(name: str, shelves: Shelves, proxy: Proxy) -> None:
    scene = scene_of(name, shelves, proxy)
    start = start_of(scene, SERVICE)
    count = requests_of(scene, start, shelves, proxy)
    points = [(number, fault) for number in range(count) for fault in GONE]
    endings = {
        try_point(scene, start, shelves, proxy, _breaking(proxy.break_from, number, GONE[fault]))
        for number, fault in points[::STRIDE]
    }
    assert "failed" in endings


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (400, "ExpiredToken", "the credentials have expired"),
        (403, "RequestTimeTooSkewed", "the clock of this machine differs too much"),
        (403, "AccessDenied", "these credentials may not do that"),
        (400, "KMS.DisabledException", "the key for encryption is disabled"),
    ],
)
def test_the_service_refuses_from_a_request_on(
    status: int, code: str, words: str, shelves: Shelves, proxy: Proxy
) -> None:
    scene = SCENES["publish"]
    start = start_of(scene, SERVICE)
    count = requests_of(scene, start, shelves, proxy)
    seen = []
    for number in range(0, count, STRIDE):
        place = shelves.copied(start)
        proxy.break_from(number, failing(status, code))
        try:
            result = scene.verb(shelves.bench(place, proxy.endpoint, name=5), None)
        except StoreError as error:
            seen.append(str(error))
        else:
            seen.append(result.remarks[-1].message)
        proxy.heal()
        direct = shelves.bench(place, name=9)
        scene.verb(direct, None)
        Watch(direct).settled()
    assert all(words in one for one in seen), seen


def test_a_conflict_of_writers_is_looked_into(shelves: Shelves, proxy: Proxy) -> None:
    """Of two writes at once AWS may answer one with 409, whether the other succeeded or not."""
    scene = SCENES["publish"]
    start = start_of(scene, SERVICE)
    requests_of(scene, start, shelves, proxy)
    conditions = sum(map(_has_condition, proxy.asked))
    assert conditions > len(["record", "pointer", "done"])
    for after in (False, True):
        for number in range(conditions):
            fault = failing(409, "ConditionalRequestConflict", after=after)
            broken = _breaking(_at_condition(proxy), number, fault)
            assert try_point(scene, start, shelves, proxy, broken) == "live"


def _has_condition(asked: Asked) -> bool:
    return b"\r\nif-" in asked.raw.partition(b"\r\n\r\n")[0].lower()


def _at_condition(proxy: Proxy) -> Callable[[int, Fault], None]:
    """Return what breaks the request with a condition of a number, counted among those alone."""

    def break_at(number: int, fault: Fault) -> None:
        def chosen(asked: Asked) -> Fault:
            before = sum(map(_has_condition, proxy.asked[: asked.number]))
            return fault if _has_condition(asked) and before == number else passed

        proxy.heal()
        proxy.fault = chosen

    return break_at


def _breaking(how: Callable[[int, Fault], None], number: int, fault: Fault) -> Callable[[], None]:
    return lambda: how(number, fault)
