"""Bytes laid aside come back as they were, from memory or disk, and a full disk is said."""

import os
import resource
import tempfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from compiler.adapters.spool import Spool
from compiler.base.failure import WorldError


def test_bytes_come_back_in_any_order_from_any_thread() -> None:
    spool = Spool(in_memory=1_000)
    given = [os.urandom(size) for size in (0, 10, 900, 5, 500, 70_000, 1, 0)]
    kept = [spool.keep(data) for data in given]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(20):
            assert list(pool.map(lambda read: read(), reversed(kept))) == given[::-1]


def test_what_is_little_stays_off_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    spool = Spool(in_memory=1_000)
    assert spool.keep(b"x" * 1_000)() == b"x" * 1_000
    with pytest.raises(WorldError, match="what was compiled cannot be kept in /nowhere: No such"):
        spool.keep(b"x")


def test_a_full_disk_is_said() -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    spool = Spool(in_memory=0)
    spool.keep(b"x" * 100)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(WorldError, match="File too large"):
            spool.keep(b"y" * 2_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
