"""What child processes of the release tests do. A module of its own, so that it can be named."""

import os
import signal
from pathlib import Path

from typing_extensions import override

from compiler.adapters.folder_store import FolderStore
from tests.fakes.clock import SteadyClock
from tests.fakes.history import MemoryHistory
from tests.fakes.store import Request, Wire
from tests.release.bench import Bench, area, content


class ChanceClock(SteadyClock):
    """A clock whose nonces differ between processes."""

    @override
    def nonce(self) -> str:
        return os.urandom(16).hex()


def bench_at(root: Path) -> Bench:
    """Return a bench on a folder, without Git."""
    return Bench(
        FolderStore(root / "public"),
        FolderStore(root / "private"),
        is_local=True,
        history=MemoryHistory(),
        clock=ChanceClock(),
    )


def publish(root: Path, title: str, wire: Wire | None = None) -> int | None:
    """Publish an area whose bundles all have one title; return the number."""
    made = content(acme=area({"en": title, "es": title, "ru": title}, title=title))
    return bench_at(root).publish(made, None, wire).number


def killed_at(root: Path, title: str, index: int, effect: bool) -> None:
    """Publish, and be killed by the system at a request, before or after it took effect."""
    wire = Wire()

    def kill(_: Request) -> None:
        if len(wire.requests) == index + 1:
            os.kill(os.getpid(), signal.SIGKILL)

    if effect:
        wire.after = kill
    else:
        wire.before = kill
    publish(root, title, wire)


def publish_often(root: Path, name: int, rounds: int) -> None:
    """Publish again and again; write down every number that was acknowledged."""
    said = root / f"acknowledged-{name}"
    for at in range(rounds):
        number = publish(root, f"{name}.{at}")
        with said.open("a") as file:
            file.write(f"{number} {name}.{at}\n")


def publish_for_ever(root: Path, name: int) -> None:
    """Publish until killed."""
    at = 0
    while True:
        publish(root, f"{name}.{at}")
        at += 1
