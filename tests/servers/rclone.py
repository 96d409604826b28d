"""`rclone serve s3`, a service that takes conditional writes and does not look at the condition."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.processes import answers, free_ports, program, running
from tests.servers.seaweedfs import ACCESS_KEY, SECRET_KEY


@contextmanager
def rclone_s3(folder: Path, *buckets: str) -> Iterator[str]:
    """Serve empty buckets; return the endpoint."""
    for bucket in buckets:
        (folder / "data" / bucket).mkdir(parents=True)
    (port,) = free_ports(1)
    command = [
        program("rclone"),
        "serve",
        "s3",
        f"--addr=127.0.0.1:{port}",
        f"--auth-key={ACCESS_KEY},{SECRET_KEY}",
        f"--config={folder / 'rclone.conf'}",
        folder / "data",
    ]
    with running(command, folder / "log", lambda: answers(port)):
        yield f"http://127.0.0.1:{port}"
