"""Starting servers for tests on free ports of this machine, and stopping exactly those."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60.0
_PARENT_DEATH_SIGNAL = 1
"""Linux: PR_SET_PDEATHSIG."""


def program(name: str) -> Path:
    """Return a program that was installed with the tests' requirements."""
    return Path(sys.executable).parent / name


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on now, all below 50,000.

    SeaweedFS adds 10,000 to a port for another of its own. A port stays free only as long as
    nobody else takes it.
    """
    found: list[int] = []
    while len(found) < count:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        port = 20_000 + port % 30_000
        if port not in found and _is_free(port) and _is_free(port + 10_000):
            found.append(port)
    return found


@contextmanager
def running(
    command: Sequence[object],
    log: Path,
    ready: Callable[[], bool],
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a server, wait until it is ready, and stop it in the end.

    On Linux it also ends when this process is killed.
    """
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
            preexec_fn=_leash() if sys.platform == "linux" else None,  # noqa: PLW1509 - as short as can be
        )
        try:
            until = time.monotonic() + _PATIENCE
            while not ready():
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{command[0]} did not start:\n{log.read_text()[-3000:]}")
                time.sleep(0.05)
            yield process
        finally:
            process.kill()  # what it would tidy up lies in a folder that goes with the tests
            process.wait()


def _leash() -> Callable[[], None]:
    """Return what a child does before it becomes another program: it binds its life to ours."""
    libc, parent = ctypes.CDLL(None), os.getpid()

    def bind() -> None:
        libc.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return bind


def answers(port: int) -> bool:
    """Tell whether something listens on a port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
