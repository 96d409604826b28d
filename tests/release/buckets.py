"""Benches whose stores are buckets of a real service, reached directly or through a proxy."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from compiler.adapters.s3_client import S3Access, connect
from compiler.adapters.s3_store import S3Store
from compiler.ports.store import NewObject
from tests.fakes.clock import SteadyClock
from tests.fakes.store import MemoryStore
from tests.release.bench import Bench
from tests.servers.seaweedfs import ObjectService

if TYPE_CHECKING:
    from obstore.store import RetryConfig

QUICK = timedelta(seconds=0.005)
SERVICE = "the service of the tests"
"""What records call the service, whichever way it is reached: it is proved with the first."""


class Shelves:
    """Places for targets in two buckets of a service, each used once."""

    def __init__(self, service: ObjectService) -> None:
        self._service = service
        self._public, self._private = service.bucket(), service.bucket()
        self._numbers: Iterator[int] = count(1)

    def place(self) -> str:
        """Return a prefix that nobody has used."""
        return f"target-{next(self._numbers)}"

    def bench(self, place: str, endpoint: str | None = None, name: int = 0) -> Bench:
        """Return a bench on the stores at a place; its client does not wait before it retries."""
        access = S3Access(endpoint=endpoint or self._service.endpoint)
        retries: RetryConfig = {
            "max_retries": 2,
            "backoff": {"init_backoff": QUICK, "max_backoff": QUICK},
        }
        public, private = (
            S3Store(replace(connect(bucket, place, access, retries), endpoint=SERVICE))
            for bucket in (self._public, self._private)
        )
        return Bench(public, private, clock=SteadyClock(name=name))

    def copied(self, bench: Bench) -> str:
        """Put what stands in the memory of a bench into a place of its own."""
        place = self.place()
        put_into(self.bench(place), bench)
        return place


def put_into(bench: Bench, memory: Bench) -> None:
    """Put what stands in the memory of a bench into the stores of another."""
    for held, store in ((memory.public, bench.public), (memory.private, bench.private)):
        assert isinstance(held, MemoryStore)
        new = (
            NewObject(name, lambda data=data: data, held.attributes[name])  # type: ignore[misc]
            for name, data in held.objects.items()
        )
        assert len(list(store.put_all(new))) == len(held.objects)
