"""Publishing a folder of files as one release, or sending it by boto3: what `stores` measures.

`python -m benchmarks.uploading release|boto3 ENDPOINT BUCKET FOLDER`, under a prefix of its own.
Files ending in `.json` are bundles of one area, all others its assets. A release is given as the
compiler hands it over: names, hashes and sizes are known (`write_index`), bytes are read when their
turn comes.
"""

import json
import secrets
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from compiler.adapters.clock import SystemClock
from compiler.adapters.s3_client import S3Access, connect
from compiler.adapters.s3_store import S3Store
from compiler.base.gate import Gate
from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import (
    MEDIA_TYPES,
    AreaArtifacts,
    Artifacts,
    Asset,
    Bundle,
    bundle_of,
)
from compiler.ports.clients import Effect
from compiler.ports.history import Descent
from compiler.release.publishing import publish
from compiler.release.target import PublishRequest, Target, World

_THREADS = 16


class _Alone:
    """No Git, and nobody who reads what is live."""

    def descent(self, commit: str, ancestor: str) -> Descent:
        del commit, ancestor
        return Descent.SAME_OR_LATER

    def effect(self, before: str, now: str | None) -> Effect:
        del before, now
        return Effect()


def main(how: str, endpoint: str, bucket: str, folder: str, prefix: str = "") -> None:
    """Send a folder."""
    place = prefix or f"{how}-{datetime.now(UTC):%H%M%S}-{secrets.token_hex(4)}"
    if how == "boto3":
        _send(endpoint, bucket, place, sorted(Path(folder).iterdir()))
    else:
        _release(endpoint, bucket, place, Path(folder))


def write_index(folder: Path) -> None:
    """Write hash and size of each file of a folder beside it."""
    found = {
        path.name: (sha256(path.read_bytes()), path.stat().st_size) for path in folder.iterdir()
    }
    folder.with_suffix(".index").write_text(json.dumps(found), encoding="utf-8")


def _release(endpoint: str, bucket: str, place: str, folder: Path) -> None:
    access = S3Access(endpoint=endpoint)
    target = Target(
        "bench",
        S3Store(connect(bucket, f"{place}/public", access)),
        S3Store(connect(bucket, f"{place}/private", access)),
        Gate.DRAFT,
        is_local=True,
    )
    request = PublishRequest(commit=None, dirty=False, gate=Gate.DRAFT, tool="bench")
    world = World(SystemClock(), _Alone(), _Alone())  # type: ignore[arg-type]
    result = publish(target, _artifacts(folder), request, world)
    assert result.exit_code == 0, result


def _artifacts(folder: Path) -> Artifacts:
    assets, bundles = [], {}
    index = json.loads(folder.with_suffix(".index").read_bytes())
    for name, (digest, size) in sorted(index.items()):
        suffix = name[name.rindex(".") :]
        read = partial(_read, folder, name)
        if suffix == ".json":
            bundles[name] = Bundle(digest, size, read)
        else:
            assets.append(Asset(digest, name, size, MEDIA_TYPES[suffix], read))
    bundles["banners.json"] = bundle_of(canonical_json([asset.path for asset in assets]))
    languages = {"source": "en", "enabled": ["en"], "fallbacks": {}}
    return Artifacts({"bench": AreaArtifacts(bundles, {}, languages)}, assets)


def _read(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()


def _send(endpoint: str, bucket: str, place: str, files: list[Path]) -> None:
    # Here, as a release needs none of it.
    import boto3  # noqa: PLC0415
    from botocore.config import Config  # noqa: PLC0415

    settings = Config(max_pool_connections=_THREADS)
    client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", config=settings)

    def send(path: Path) -> None:
        client.put_object(
            Bucket=bucket,
            Key=f"{place}/{path.name}",
            Body=path.read_bytes(),
            ContentType=MEDIA_TYPES.get(path.suffix, "application/json"),
        )

    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(send, files))


if __name__ == "__main__":
    main(*sys.argv[1:])
