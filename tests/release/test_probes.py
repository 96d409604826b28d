"""What runs that died have left below `probe/`: found once it is old, whoever else is at work."""

from datetime import UTC, datetime, timedelta

import pytest

from compiler.ports.store import Attributes
from compiler.release.probes import left_behind, probe_folder
from compiler.release.store_checks import CONDITIONS, tried
from tests.fakes.store import MemoryStore

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
KIND = Attributes("application/json", "no-store")


@pytest.mark.parametrize(
    ("hours", "is_old"), [(-30, False), (0, False), (23, False), (25, True), (9000, True)]
)
def test_only_what_is_older_than_a_day_was_left_behind(hours: int, is_old: bool) -> None:
    store = MemoryStore()
    folder = probe_folder(NOW - timedelta(hours=hours), "ab12")
    store.put(f"{folder}3/a.json", b"1", KIND)
    store.put("live/head.json", b"1", KIND)
    assert list(left_behind(store, NOW)) == ([f"{folder}3/a.json"] if is_old else [])


@pytest.mark.parametrize("folder", ["ab12", "20261199T000000Z-ab12", "20200101T000000Z"])
def test_nobody_knows_how_old_another_name_is(folder: str) -> None:
    store = MemoryStore()
    store.put(f"probe/{folder}/0/a.json", b"1", KIND)
    assert list(left_behind(store, NOW)) == []


def test_a_run_that_is_killed_leaves_what_a_later_one_finds() -> None:
    store, folder = MemoryStore(), probe_folder(NOW, "ab12")
    store.put(f"{folder}9/killed.json", b"1", KIND)
    assert all(one.wrong is None for one in tried(store, CONDITIONS, folder))
    assert list(left_behind(store, NOW + timedelta(days=2))) == [f"{folder}9/killed.json"]
