"""A reader that polls as long as something is done to a target, and sees whole releases only."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from compiler.base.hashing import sha256
from tests.release.bench import Bench

_PAUSE = 0.01


class Reader:
    """Reads as a client does, and expects one whole release, never an older one than before."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.newest = 0
        self.titles: set[str] = set()

    def read(self) -> None:
        """Read the pointer of an area, and every bundle of it; those that hold one text say it."""
        stored = self.bench.public.get("live/acme.json")
        if stored is None:
            return
        pointer = json.loads(stored.data)
        assert pointer["release"] >= self.newest
        self.newest = pointer["release"]
        files = {logical: self._whole(name) for logical, name in pointer["files"].items()}
        titles = {
            json.loads(data)["title"] for logical, data in files.items() if "en/portal" in logical
        }
        assert len(titles) == 1
        self.titles |= titles

    def _whole(self, name: str) -> bytes:
        """Read an object that is there, and is what its name says."""
        stored = self.bench.public.get(name)
        assert stored is not None, f"a pointer names {name}, which is not there"
        assert sha256(stored.data) in name
        return stored.data


@contextmanager
def polled(bench: Bench) -> Iterator[Reader]:
    """Let a reader poll beside what is done here; what it finds wrong is raised at the end."""
    reader, over, wrong = Reader(bench), threading.Event(), []

    def poll() -> None:
        try:
            while not over.wait(_PAUSE):
                reader.read()
        except BaseException as error:  # noqa: BLE001 - raised again by the test itself
            wrong.append(error)

    thread = threading.Thread(target=poll)
    thread.start()
    try:
        yield reader
    finally:
        over.set()
        thread.join()
    if wrong:
        raise wrong[0]
