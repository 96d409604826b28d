"""What child processes of the release tests do. A module of its own, so that it can be named."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from compiler.adapters.folder_store import FolderStore
from compiler.adapters.s3_client import S3Access, connect
from compiler.adapters.s3_store import S3Store
from compiler.ports.store import ObjectStore
from tests.fakes.clock import SteadyClock
from tests.fakes.history import MemoryHistory
from tests.fakes.store import Request, Wire
from tests.release.bench import Bench, area, content
from tests.release.scenes import SCENES
from tests.servers.seaweedfs import ACCESS_KEY, SECRET_KEY


class ChanceClock(SteadyClock):
    """A clock whose nonces differ between processes."""

    @override
    def nonce(self) -> str:
        return os.urandom(16).hex()


@dataclass(frozen=True)
class Place:
    """Where a target is: in a folder, or in buckets of a service. ``notes`` is a folder as well.

    Several targets stand on shelves of their own.
    """

    notes: Path
    endpoint: str | None = None
    buckets: tuple[str, str] = ("", "")
    shelf: str = "shelf"


def bench_at(place: Place) -> Bench:
    """Return a bench at a place, without Git."""
    public, private = _stores(place)
    return Bench(public, private, is_local=True, history=MemoryHistory(), clock=ChanceClock())


def scene_bench(place: Place) -> Bench:
    """Return a bench at a place for scenes, which have a line of commits."""
    return Bench(*_stores(place), clock=ChanceClock(name=9))


def _stores(place: Place) -> tuple[ObjectStore, ObjectStore]:
    if place.endpoint is None:
        shelf = place.notes / place.shelf
        return FolderStore(shelf / "public"), FolderStore(shelf / "private")
    os.environ.update(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY)
    access = S3Access(endpoint=place.endpoint)
    public, private = (S3Store(connect(bucket, place.shelf, access)) for bucket in place.buckets)
    return public, private


def publish(place: Place, title: str, wire: Wire | None = None) -> int | None:
    """Publish an area whose bundles all have one title; return the number."""
    made = content(acme=area({"en": title, "es": title, "ru": title}, title=title))
    return bench_at(place).publish(made, None, wire).number


def killed_at(place: Place, scene: str, index: int, effect: bool) -> None:
    """Do what a scene is about; be killed by the system at a request, before or after its effect."""
    wire = Wire()

    def kill(_: Request) -> None:
        if len(wire.requests) > index:  # several may be under way at once
            os.kill(os.getpid(), signal.SIGKILL)

    if effect:
        wire.after = kill
    else:
        wire.before = kill
    SCENES[scene].verb(scene_bench(place), wire)


def publish_often(place: Place, name: int, rounds: int) -> None:
    """Publish again and again; write down every number that was acknowledged."""
    said = place.notes / f"acknowledged-{name}"
    for at in range(rounds):
        number = publish(place, f"{name}.{at}")
        with said.open("a") as file:
            file.write(f"{number} {name}.{at}\n")


def publish_for_ever(place: Place, name: int) -> None:
    """Publish until killed."""
    at = 0
    while True:
        publish(place, f"{name}.{at}")
        at += 1
