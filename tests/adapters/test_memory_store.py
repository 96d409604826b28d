"""The store that tests are made with keeps the promises of the port too."""

import pytest

from tests.adapters.store_conformance import StoreConformance
from tests.fakes.store import MemoryStore


class TestMemoryStore(StoreConformance):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
