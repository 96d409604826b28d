"""SeaweedFS, an object store that honours conditional writes, for the tests of a run."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.error import URLError

import boto3

from tests.servers.processes import free_ports, program, running

ACCESS_KEY, SECRET_KEY = "testing", "not-a-secret"


@dataclass(frozen=True)
class ObjectService:
    """A running S3 service, and buckets that nobody has used yet."""

    endpoint: str
    _numbers: Iterator[int]

    def bucket(self) -> str:
        """Return the name of a bucket of its own, which is made."""
        name = f"bucket-{next(self._numbers)}"
        boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            region_name="us-east-1",
            aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key=SECRET_KEY,
        ).create_bucket(Bucket=name)
        return name


@contextmanager
def seaweedfs(folder: Path) -> Iterator[ObjectService]:
    """Run SeaweedFS in a folder."""
    master, volume, filer, s3 = free_ports(4)
    config = folder / "s3.json"
    keys = [{"accessKey": ACCESS_KEY, "secretKey": SECRET_KEY}]
    rights = ["Admin", "Read", "Write", "List", "Tagging"]
    config.write_text(
        json.dumps({"identities": [{"name": "t", "credentials": keys, "actions": rights}]})
    )
    (folder / "data").mkdir()
    command = [
        program("weed"),
        "server",
        f"-dir={folder / 'data'}",
        "-ip=127.0.0.1",
        "-ip.bind=127.0.0.1",
        f"-master.port={master}",
        "-master.volumeSizeLimitMB=64",
        f"-volume.port={volume}",
        "-volume.max=5000",
        "-filer",
        f"-filer.port={filer}",
        f"-filer.localSocket={folder / 'filer.sock'}",
        "-master.telemetry=false",
        "-s3",
        f"-s3.localSocket={folder / 's3.sock'}",
        "-s3.port.iceberg=0",
        "-s3.port.lance=0",
        f"-s3.port={s3}",
        f"-s3.config={config}",
    ]
    endpoint = f"http://127.0.0.1:{s3}"
    # A bucket takes one volume, not seven, and volumes count as they are, not as they may grow:
    # a machine with little room left would run out of them after a hundred buckets.
    growth = {"WEED_MASTER_VOLUME_GROWTH_COPY_1": "1"}
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", **growth}
    with running(command, folder / "log", lambda: _is_ready(endpoint), environment):
        yield ObjectService(endpoint, count(1))


def _is_ready(endpoint: str) -> bool:
    try:
        with urllib.request.urlopen(f"{endpoint}/status", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
