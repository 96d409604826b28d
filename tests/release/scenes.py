"""Every verb of a release in a scene of its own: what was done before, what is done, what is seen then."""

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from compiler.release.result import Result
from tests.fakes.clock import SteadyClock
from tests.fakes.store import MemoryStore, Wire
from tests.release.bench import Bench, area, bundle, content

ONE = content(acme=area({"en": "One"}, credentials={"tokens": [{"name": "old"}]}), shop="Shop")
TWO = content(acme=area({"en": "Two"}, credentials={"tokens": [{"name": "new"}]}), news="News")
THREE = content(acme=area({"en": "Three"}, credentials={"tokens": []}), news="News")


@dataclass(frozen=True)
class Scene:
    """What was done before, what is cut, and the title that a reader sees when it is through."""

    before: Callable[[Bench], None]
    verb: Callable[[Bench, Wire | None], Result]
    title: str
    anybody: bool = True
    """Whether any other verb finishes it; a deletion is finished by its own."""


OLD = bundle({"title": "One"}).sha256


def nothing(_: Bench) -> None:
    pass


def one(bench: Bench) -> None:
    bench.publish(ONE, 1)


def two(bench: Bench) -> None:
    one(bench)
    bench.publish(TWO, 2)


def held(bench: Bench) -> None:
    two(bench)
    bench.rollback(1)


def staged(bench: Bench) -> None:
    held(bench)
    bench.publish(THREE, 3)


@cache
def staging() -> Bench:
    bench = Bench(MemoryStore("memory:staging"), MemoryStore("memory:staging-back"))
    bench.publish(TWO, 2)
    bench.publish(THREE, 3)
    return bench


SCENES = {
    "first publish": Scene(nothing, lambda bench, wire: bench.publish(ONE, 1, wire), "One"),
    "publish": Scene(one, lambda bench, wire: bench.publish(TWO, 2, wire), "Two"),
    "same content": Scene(one, lambda bench, wire: bench.publish(ONE, 2, wire), "One"),
    "rollback": Scene(two, lambda bench, wire: bench.rollback(1, wire), "One"),
    "staging": Scene(held, lambda bench, wire: bench.publish(THREE, 3, wire), "One"),
    "resume": Scene(staged, lambda bench, wire: bench.resume(wire), "Three"),
    "only lift": Scene(staged, lambda bench, wire: bench.resume(wire, only_lift=True), "One"),
    "promote": Scene(two, lambda bench, wire: bench.promote(staging(), wire), "Three"),
    "gc": Scene(staged, lambda bench, wire: bench.collect(wire), "One", anybody=False),
    "purge": Scene(two, lambda bench, wire: bench.purge(OLD, wire=wire), "Two", anybody=False),
}


def fresh(bench: Bench) -> Bench:
    return replace(
        bench,
        public=copy.deepcopy(bench.public),
        private=copy.deepcopy(bench.private),
        clock=SteadyClock(name=bench.clock.now().second + 2),
    )


def start_of(scene: Scene, service: str | None = None) -> Bench:
    """Set the scene in memory; records say that ``service`` has proved itself."""
    bench = Bench(MemoryStore("memory:public", service), MemoryStore("memory:private", service))
    scene.before(bench)
    return bench


def staged_bench(scene: Scene, service: str | None = None) -> tuple[Bench, int]:
    """Set the scene, and count the requests of the verb."""
    bench = start_of(scene, service)
    wire = Wire()
    scene.verb(fresh(bench), wire)
    return bench, len(wire.requests)
