"""Releases to object storage: new objects, and nothing changed, against tools that copy files."""

import json
import os
import random
import sys
from pathlib import Path

from benchmarks.timing import Command, Task, in_turn, run
from benchmarks.uploading import write_index
from benchmarks.workbench import ROOT, Result, Workbench
from tests.servers.processes import program
from tests.servers.seaweedfs import ACCESS_KEY, SECRET_KEY, seaweedfs

_FEW, _IMAGES = 2_000, 200
_TIMES = 5
"""How many times more objects there are than in the comparisons where memory alone is looked at."""

_SMALLEST, _LARGEST = 2_000, 20_000
_IMAGE = 120_000
_BUCKET = "bench"
_OURS, _S5, _RCLONE, _BOTO = "clientarea publish", "s5cmd cp", "rclone sync", "boto3, 16 threads"
_AGAIN, _SYNC = "clientarea, nothing changed", "s5cmd sync, nothing changed"


def measure(bench: Workbench) -> Result:
    """Measure what it takes to bring objects of 2 to 20 KB, and images, into SeaweedFS."""
    many = bench.keys
    counts = sorted({_FEW, many})
    folders = {count: _written(bench.scratch / str(count), count) for count in counts}
    os.environ.update(
        AWS_ACCESS_KEY_ID=ACCESS_KEY,
        AWS_SECRET_ACCESS_KEY=SECRET_KEY,
        AWS_REGION="us-east-1",
        AWS_EC2_METADATA_DISABLED="true",
        PYTHONPATH=str(ROOT),
    )
    with seaweedfs(bench.scratch) as service:
        bucket = service.bucket()
        tasks: dict[str, Task] = {}
        for count, folder in folders.items():
            for name, command in _commands(service.endpoint, bucket, folder).items():
                tasks[f"{name}, {count:,}"] = Task({f"{name}, {count:,}": command}, folder)
        again = _ours(service.endpoint, bucket, folders[many], "again")
        sync = _s5("sync", service.endpoint, folders[many], f"s3://{bucket}/sync/")
        tasks[_AGAIN] = Task({_AGAIN: again}, bench.scratch)
        tasks[_SYNC] = Task({_SYNC: sync}, bench.scratch)
        runs = in_turn(tasks, bench.rounds)
        most = many * _TIMES
        largest = _written(bench.scratch / str(most), most)
        memory = run(_ours(service.endpoint, bucket, largest), bench.scratch).memory
    ratios = {
        f"{_OURS} / {other}, {count:,}": runs[f"{_OURS}, {count:,}"].ratio(
            runs[f"{other}, {count:,}"]
        )
        for count in folders
        for other in (_S5, _RCLONE, _BOTO)
    }
    ratios[f"{_AGAIN} / {_SYNC}"] = runs[_AGAIN].ratio(runs[_SYNC])
    return Result(
        title=f"Stores: objects of 2 to 20 KB and {_IMAGES} images of 120 KB to SeaweedFS",
        runs=runs,
        ratios=ratios,
        remarks=(
            f"bounds: {_FEW:,} objects 1.20x s5cmd, {many:,} objects 0.90x rclone, 0.50x boto3",
            "bound where nothing has changed: 0.15x s5cmd sync",
            f"{most:,} new objects: {memory / 1_000_000:,.0f} MB at most; bound at 100,000: 300 MB",
        ),
    )


def _commands(endpoint: str, bucket: str, folder: Path) -> dict[str, Command]:
    rclone = (
        f"{program('rclone')} sync {folder} :s3:{bucket}/rclone-$(date +%s%N)/ --transfers 16"
        f" --s3-provider Other --s3-endpoint {endpoint} --s3-env-auth --s3-no-check-bucket"
        " --config /dev/null"
    )
    return {
        _OURS: _ours(endpoint, bucket, folder),
        _S5: _s5("cp", endpoint, folder, f"s3://{bucket}/s5-$(date +%s%N)/"),
        _RCLONE: ("sh", "-c", rclone),
        _BOTO: (*_uploading("boto3"), endpoint, bucket, str(folder)),
    }


def _ours(endpoint: str, bucket: str, folder: Path, *prefix: str) -> Command:
    return (*_uploading("release"), endpoint, bucket, str(folder), *prefix)


def _uploading(how: str) -> Command:
    return (sys.executable, "-m", "benchmarks.uploading", how)


def _s5(verb: str, endpoint: str, folder: Path, to: str) -> Command:
    tool = program("s5cmd")
    return ("sh", "-c", f"{tool} --log error --endpoint-url {endpoint} {verb} '{folder}/' {to}")


def _written(folder: Path, count: int) -> Path:
    """Write bundles of words and images of noise, the same on every run."""
    folder.mkdir()
    chance = random.Random(7)
    words = [
        "".join(chance.choices("abcdefghijklmnop", k=chance.randint(3, 9))) for _ in range(999)
    ]
    for number in range(count):
        wanted, size = chance.randint(_SMALLEST, _LARGEST), 0
        strings: dict[str, str] = {}
        while size < wanted:
            text = " ".join(chance.choices(words, k=6))
            strings[f"key{len(strings)}"] = text
            size += len(text) + 12
        (folder / f"{number:06}.json").write_text(json.dumps(strings), encoding="utf-8")
    for number in range(_IMAGES):
        (folder / f"{number:03}.webp").write_bytes(chance.randbytes(_IMAGE))
    write_index(folder)
    return folder
