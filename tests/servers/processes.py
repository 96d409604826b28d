"""Starting servers for tests on free ports of this machine, and stopping exactly those."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60.0


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
    """Start a server, wait until it is ready, and stop it in the end."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
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
