"""The release protocol, explored: every order of requests, a crash anywhere, all invariants.

The runs are those of the command line, with the planning and the steps that users get. Broken
versions of them show that the explorer sees what goes wrong.
"""

import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from compiler.release import apply, committing, composing, guards, plan, rollback
from compiler.release.record_json import record_data
from compiler.release.result import Result
from compiler.release.steps import CreateRecord
from tests.fakes.store import MemoryStore
from tests.release.bench import Bench, area, bundle, content
from tests.release.model.explorer import Explored, Model
from tests.release.model.machine import Verb
from tests.release.model.stores import Held, Stores


def titled(title: str, token: str) -> Any:
    made = area({"en": title}, credentials={"tokens": [{"name": token}]})
    return content(acme=made)


def paired(title: str, shop: str) -> Any:
    """Two areas, so that what comes next need not move the pointers of both."""
    return content(acme=area({"en": title}), shop=area({"en": shop}))


ZERO, ONE = titled("Zero", "z"), titled("One", "a")
TWO, THREE = titled("Two", "b"), titled("Three", "c")
STAGING = Bench()
STAGING.publish(THREE, 3)

ACTORS: Mapping[str, Verb] = {
    "publish two": lambda bench: bench.publish(TWO, 2),
    "publish three": lambda bench: bench.publish(THREE, 3),
    "publish both": lambda bench: bench.publish(paired("Three", "New"), 3),
    "drop shop": lambda bench: bench.publish(TWO, 4),
    "stage three": lambda bench: bench.publish(THREE, 3, staged=True),
    "rollback": lambda bench: bench.rollback(1),
    "resume": lambda bench: bench.resume(),
    "gc": lambda bench: bench.collect(),
    "purge": lambda bench: bench.purge(bundle({"title": "Three"}).sha256),
    "purge zero": lambda bench: bench.purge(bundle({"title": "Zero"}).sha256),
    "promote": lambda bench: bench.promote(STAGING),
}
DELETES = {"gc", "purge", "purge zero"}
PAIRED = {"publish both", "drop shop"}


def last(bench: Bench) -> Result:
    """Publish once more, whatever came before, and close what a deletion has left."""
    bench.publish(titled("Last", "d"), 5)
    return bench.collect(keep=9)


def last_of_both(bench: Bench) -> Result:
    """Publish another text in one of two areas."""
    return bench.publish(paired("Last", "New"), 5)


def start(*titles: Any) -> Stores:
    public, private = MemoryStore(), MemoryStore()
    bench = Bench(public, private)
    for made in titles:
        bench.publish(made, 1)
    return Stores(Held(dict(public.objects)), Held(dict(private.objects)))


def explored(
    *names: str,
    crashes: int = 0,
    changes: int | None = None,
    releases: tuple[Any, ...] = (ZERO, ONE),
) -> Explored:
    if PAIRED & set(names):
        releases = (paired("One", "Old"),)
    actors = {f"{name} ({at})": ACTORS[name] for at, name in enumerate(names, start=1)}
    still = ("releases/",) if DELETES & set(names) else ("releases/", "objects/")
    ending = last_of_both if PAIRED & set(names) else last
    return Model(actors, ending, still, crashes, changes).explore(start(*releases))


SMALL = [
    ("publish two", "publish three"),
    ("publish three", "rollback"),
    ("stage three", "resume"),
    ("publish three", "gc"),
    ("rollback", "gc"),
    ("purge", "publish three"),
    ("purge zero", "rollback"),
    ("promote", "publish two"),
    ("gc", "gc"),
    ("publish both", "drop shop"),
]
CRASHING = [("publish three",), ("publish both",), ("rollback",), ("gc",), ("purge",), ("promote",)]
LARGE = [
    (("stage three", "resume", "rollback"), None),
    (("publish two", "publish three", "rollback"), None),
    (("publish three", "rollback", "gc"), 4),
    (("publish three", "purge", "gc"), 4),
]
"""Three runs, and how often one may be left for another: deletions make too many states for all."""


@pytest.mark.parametrize("names", SMALL, ids=" + ".join)
def test_two_runs_in_every_order(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = explored(*names)
    assert found.wrong is None, str(found)
    _say(capsys, names, found)


@pytest.mark.parametrize("names", CRASHING, ids=" + ".join)
def test_a_run_that_dies_anywhere_and_begins_again(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = explored(*names, crashes=2)
    assert found.wrong is None, str(found)
    _say(capsys, names, found)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("names", SMALL, ids=" + ".join)
def test_two_runs_of_which_one_dies(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = explored(*names, crashes=1)
    assert found.wrong is None, str(found)
    _say(capsys, names, found)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize(
    ("names", "changes"), [pytest.param(*one, id=" + ".join(one[0])) for one in LARGE]
)
def test_three_runs_in_every_order(
    names: tuple[str, ...], changes: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    found = explored(*names, changes=changes)
    assert found.wrong is None, str(found)
    _say(capsys, names, found)


def _say(capsys: pytest.CaptureFixture[str], names: tuple[str, ...], found: Explored) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{' + '.join(names)}: {found.states:,} states, 0 violations\n")


Patch = Callable[[pytest.MonkeyPatch], None]


def without_finishing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(committing, "finish", lambda *_: None)


def without_generations(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(composing, "object_name", lambda _, sha256: f"objects/0/{sha256}.json")


def pointers_over_anything(patch: pytest.MonkeyPatch) -> None:
    def write(store: Any, pointer: Any, tag: str | None) -> bool:
        del tag
        store.put(f"live/{pointer.area}.json", pointer.data, None)
        return True

    patch.setattr(apply, "_written", write)


def records_over_anything(patch: pytest.MonkeyPatch) -> None:
    def create(self: Any, step: Any) -> None:
        name = f"releases/{step.record.number:012}.json"
        self.target.private.put(name, record_data(step.record), None)

    patch.setitem(apply._ACTIONS, CreateRecord, create)


def done_before_pointers(patch: pytest.MonkeyPatch) -> None:
    def steps(record: Any, uploads: Any, moves: Any) -> Any:
        return (*uploads, CreateRecord(record), *plan.closing_steps(record), *moves)

    for module in ("planning", "restoring"):
        patch.setattr(f"compiler.release.{module}.commit_steps", steps)


def _without(patch: pytest.MonkeyPatch, guard: guards.Guard) -> None:
    assert guard in guards.GUARDS
    patch.setattr(guards, "GUARDS", tuple(one for one in guards.GUARDS if one is not guard))


def without_order(patch: pytest.MonkeyPatch) -> None:
    _without(patch, guards._order)


def with_purged_hashes(patch: pytest.MonkeyPatch) -> None:
    _without(patch, guards._purged)


def with_old_credentials(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rollback, "keeping_credentials", lambda source: source.then)


@pytest.mark.parametrize(
    ("broken", "names", "crashes", "number"),
    [
        (without_finishing, ("publish both",), 1, "7"),
        (records_over_anything, ("publish two", "publish three"), 0, "3"),
        (pointers_over_anything, ("publish two", "publish three"), 1, "2"),
        (without_order, ("publish two", "publish three"), 0, "4"),
        (with_purged_hashes, ("purge", "publish three"), 0, "5"),
        (with_old_credentials, ("publish two", "rollback"), 0, "6"),
        (done_before_pointers, ("publish both",), 1, "7"),
        (without_generations, ("publish three", "gc"), 0, "1"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_broken_version_is_found_out(
    broken: Patch,
    names: tuple[str, ...],
    crashes: int,
    number: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken(monkeypatch)
    found = explored(*names, crashes=crashes, releases=(ZERO, THREE, ONE))
    assert found.wrong is not None
    assert found.wrong.startswith(f"{number}: "), str(found)
    assert found.way
