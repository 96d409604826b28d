"""Ceph's RADOS Gateway, the object store that many run themselves: a monitor, a disk in memory.

The programs are Debian's; `make soak` installs them. Nothing of this is for keeping data.
"""

import shutil
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from uuid import uuid4

from tests.servers.processes import free_ports, running
from tests.servers.seaweedfs import ACCESS_KEY, SECRET_KEY, ObjectService

_PROGRAMS = ("ceph", "ceph-mon", "ceph-osd", "monmaptool", "radosgw", "radosgw-admin")
_CONFIG = """\
[global]
fsid = {cluster}
mon host = v2:127.0.0.1:{monitor}
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
public addr = 127.0.0.1
cluster addr = 127.0.0.1
osd objectstore = memstore
memstore device bytes = 4294967296
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon data avail crit = 0
mon data = {folder}/mon
osd data = {folder}/osd
rgw data = {folder}/rgw
rgw frontends = beast endpoint=127.0.0.1:{gateway}
run dir = {folder}
log file = {folder}/$name.log
admin socket =
"""
"""One of everything, no passwords between them; the gateway alone asks for a key."""


def can_run() -> bool:
    """Tell whether the programs of Ceph are installed."""
    return all(shutil.which(name) for name in _PROGRAMS)


@contextmanager
def ceph(folder: Path) -> Iterator[ObjectService]:
    """Run Ceph in a folder."""
    monitor, gateway = free_ports(2)
    cluster, disk = str(uuid4()), str(uuid4())
    for name in ("mon", "osd", "rgw"):
        (folder / name).mkdir()
    settings = {"cluster": cluster, "monitor": monitor, "gateway": gateway, "folder": folder}
    (folder / "ceph.conf").write_text(_CONFIG.format(**settings))
    here = _Cluster(folder)
    address = f"[v2:127.0.0.1:{monitor}]"
    here.do("monmaptool", "--create", "--fsid", cluster, "--addv", "a", address, folder / "map")
    here.do("ceph-mon", "-i", "a", "--mkfs", "--monmap", folder / "map")
    with ExitStack() as stack:
        stack.enter_context(here.server("ceph-mon", "-i", "a", ready=here.has_monitor))
        here.do("ceph", "osd", "new", disk)
        here.do("ceph-osd", "-i", "0", "--osd-uuid", disk, "--mkfs")
        stack.enter_context(here.server("ceph-osd", "-i", "0", ready=here.has_disk))
        endpoint = f"http://127.0.0.1:{gateway}"
        ready = lambda: _answers(endpoint)  # noqa: E731
        stack.enter_context(here.server("radosgw", "-n", "client.rgw", ready=ready))
        here.do(
            "radosgw-admin",
            *("-n", "client.rgw", "user", "create", "--uid", "tests", "--display-name", "tests"),
            *("--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY),
        )
        yield ObjectService(endpoint, count(1))


@dataclass(frozen=True)
class _Cluster:
    """A folder with the configuration of a cluster."""

    folder: Path

    def do(self, program: str, *arguments: object) -> str:
        """Run a program to its end; return what it says."""
        command = [program, "--conf", self.folder / "ceph.conf", *arguments]
        done = subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            cwd=self.folder,
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def server(
        self, program: str, *arguments: object, ready: Callable[[], bool]
    ) -> AbstractContextManager[object]:
        """Run a program for as long as it is needed."""
        command = [program, "--conf", self.folder / "ceph.conf", "-f", *arguments]
        return running(command, self.folder / f"{program}.out", ready)

    def has_monitor(self) -> bool:
        """Tell whether the monitor answers."""
        with suppress(RuntimeError, subprocess.TimeoutExpired):
            self.do("ceph", "--connect-timeout", "5", "osd", "stat")
            return True
        return False

    def has_disk(self) -> bool:
        """Tell whether the monitor has heard of the disk."""
        return "1 up" in self.do("ceph", "osd", "stat")


def _answers(endpoint: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(endpoint, timeout=2) as answer:
        return bool(answer.status == 200)
    return False
