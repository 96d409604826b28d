"""A thousand areas in twelve languages: published cold, with one shared string, one area changed.

To SeaweedFS, since what many areas cost is requests; these are counted in a pass of their own, by
a proxy that would slow the measured ones down.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import boto3

from benchmarks.timing import Run, Runs, run
from benchmarks.workbench import CLIENTAREA, ROOT, Result, Workbench
from tests.servers.faulty import Proxy, proxy_before
from tests.servers.seaweedfs import ACCESS_KEY, SECRET_KEY, ObjectService, seaweedfs

_AREAS = 1_000
_BUILD, _COLD = "build, cold", "publish, cold"
_STRING, _AREA = "publish, one shared string changed", "publish, one area changed"
_SHARED = Path("content/translations/common/es.po")
_ONE = Path("content/areas/area0000/configurations/general.yaml")


def measure(bench: Workbench) -> Result:
    """Measure each step on a bucket of its own, and count what it asks of the store."""
    project = bench.scratch / "project"
    command = [sys.executable, "-m", "benchmarks.corpus.areas", str(project), str(_AREAS)]
    subprocess.run(command, cwd=ROOT, check=True)
    os.environ.update(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY)
    taken: dict[str, list[Run]] = {}
    with seaweedfs(bench.scratch) as service:
        for number in range(bench.rounds):
            for name, one in _round(project, service, service.endpoint, number).items():
                taken.setdefault(name, []).append(one)
        with proxy_before(service.endpoint) as proxy:
            counted: list[str] = []
            _round(project, service, proxy.endpoint, bench.rounds, (proxy, counted))
        objects = _objects(service, project)
    return Result(
        title=f"Areas: {_AREAS:,} areas, 12 languages",
        runs={name: Runs(tuple(runs)) for name, runs in taken.items()},
        remarks=(*counted, objects),
    )


def _round(
    project: Path,
    service: ObjectService,
    endpoint: str,
    number: int,
    counting: tuple[Proxy, list[str]] | None = None,
) -> dict[str, Run]:
    """Run the steps one after the other; note what each has asked where that is counted."""
    _set_up(project, service, endpoint)
    publish = (CLIENTAREA, "publish", "lab")
    found: dict[str, Run] = {}
    subprocess.run(["rm", "-rf", "build"], cwd=project, check=True)
    found[_BUILD] = run((CLIENTAREA, "build"), project)
    subprocess.run(["rm", "-rf", "build"], cwd=project, check=True)
    for name, path in ((_COLD, None), (_STRING, _SHARED), (_AREA, _ONE)):
        if path is not None:
            _change(project / path, number)
            _commit(project)
        if counting is not None:
            counting[0].heal()
        found[name] = run(publish, project)
        if counting is not None:
            methods = Counter(one.method for one in counting[0].asked)
            words = ", ".join(f"{count:,} {method}" for method, count in methods.most_common())
            counting[1].append(f"{name}: {len(counting[0].asked):,} requests ({words})")
    return found


def _set_up(project: Path, service: ObjectService, endpoint: str) -> None:
    """Name two buckets that nobody has used yet as the target `lab`."""
    path = project / "clientarea.yaml"
    text = path.read_text().partition("targets:")[0]
    target = {
        "public": f"s3://{service.bucket()}/area",
        "private": f"s3://{service.bucket()}",
        "endpoint": endpoint,
        "gate": "draft",
    }
    path.write_text(f"{text}targets: {json.dumps({'lab': target})}\n")
    _commit(project)


def _commit(project: Path) -> None:
    """Commit everything: a release is named by its commit."""
    who = ("-c", "user.name=Benchmark", "-c", "user.email=benchmark@acme.example")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "Change")):
        subprocess.run(["git", *who, *words], cwd=project, check=True)


def _change(path: Path, number: int) -> None:
    """Change one value of a file, every time to another."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = max(i for i, line in enumerate(lines) if line.startswith(("msgstr", "clients")))
    if path.suffix == ".po":
        words = lines[at].removeprefix('msgstr "').removesuffix('"').partition(" (")[0]
        lines[at] = f'msgstr "{words} ({number})"'
    else:
        lines[at] = f"clients: {{accounts_max: {number + 2_000}}}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _objects(service: ObjectService, project: Path) -> str:
    """Say how many objects the public side has, and that no two of them are the same."""
    target = json.loads((project / "clientarea.yaml").read_text().partition("targets: ")[2])["lab"]
    bucket = target["public"].removeprefix("s3://").partition("/")[0]
    client = boto3.client("s3", endpoint_url=service.endpoint, region_name="us-east-1")
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="area/objects/")
    found = [one for page in pages for one in page.get("Contents", [])]
    hashes = {one["Key"].rpartition("/")[2] for one in found}
    assert len(hashes) == len(found), "an object is stored twice"
    size = sum(one["Size"] for one in found) / 1_000_000
    return f"public bundles in the store: {len(found):,} objects, {size:,.1f} MB, each once"
