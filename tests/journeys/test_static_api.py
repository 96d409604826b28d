"""A whole store on a real service, read by its own descriptions: every object, on both sides."""

import gzip
import io
import json
from collections.abc import Iterator
from urllib.parse import urljoin

import boto3
import pytest

from compiler.bundle.artifacts import Side
from compiler.bundle.description import description_of
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target, world_of
from compiler.release.collecting import CollectRequest, collect
from compiler.release.pointer import Pointer
from compiler.release.record import Kind
from compiler.release.retention import RetentionRule
from compiler.report.console import Console
from tests.described import Answer, Described
from tests.harness import Project
from tests.journeys.canaries import FILES, SETTINGS
from tests.servers.seaweedfs import ObjectService


class Shelf:
    """One side of a store, in a bucket of its own."""

    def __init__(self, service: ObjectService) -> None:
        self.bucket = service.bucket()
        self._client = boto3.client("s3", endpoint_url=service.endpoint, region_name="us-east-1")

    def names(self) -> Iterator[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket)
        yield from (entry["Key"] for page in pages for entry in page.get("Contents", ()))

    def read(self, name: str) -> Answer:
        found = self._client.get_object(Bucket=self.bucket, Key=name)
        data = found["Body"].read()
        if found.get("ContentEncoding") == "gzip":
            data = gzip.decompress(data)
        return Answer(found["ContentType"], found["CacheControl"], data)


@pytest.fixture
def shelves(project: Project, object_service: ObjectService) -> dict[Side, Shelf]:
    """A store in which all has happened that a store knows of."""
    sides = {side: Shelf(object_service) for side in Side}
    target = {
        **{side.value: f"s3://{shelf.bucket}" for side, shelf in sides.items()},
        "endpoint": object_service.endpoint,
        "region": "us-east-1",
        "gate": "draft",
    }
    settings = {**SETTINGS, "targets": {"real": target}}
    project.files(FILES).files({"clientarea.yaml": json.dumps(settings)})
    project.commit()
    return sides


def live_through_everything(project: Project, public: Shelf) -> None:
    """Publish, stage, go back, resume, purge, collect: a record of each kind."""
    text = "content/texts/notices.en.md"
    project.run("publish", "real").exits(0)
    first = json.loads(public.read("live/shop.json").data)["files"]
    project.edit(text, "Read.", "Read it.").commit()
    project.run("publish", "real", "--staged").exits(0)
    project.run("resume", "real").exits(0)
    project.run("rollback", "real", "--to", "1", "--reason", "a mistake").exits(0)
    project.edit(text, "Read it.", "Do read it.").commit()
    project.run("publish", "real").exits(1).says("held")
    project.run("resume", "real").exits(0)
    live = set(json.loads(public.read("live/shop.json").data)["files"].values())
    old = next(name for name in first.values() if name not in live)
    sha256 = old.rpartition("/")[2].removesuffix(".json")
    project.run("purge", "real", sha256, "--reason", "it had to go").exits(0)
    opened = open_project(Console(io.StringIO(), io.StringIO()), str(project.root))
    # By program, since no command collects what is younger than a day.
    asked = CollectRequest(RetentionRule(1, 0), "clientarea 0")
    assert collect(open_target(opened, "real"), asked, world_of(opened)).exit_code == 0


def test_every_object_of_a_store_is_described(project: Project, shelves: dict[Side, Shelf]) -> None:
    live_through_everything(project, shelves[Side.PUBLIC])
    kinds, lists = set(), 0
    for side, shelf in shelves.items():
        pointer = json.loads(shelf.read("live/shop.json").data)
        where = pointer["files"]["openapi.json"]
        said = shelf.read(where).data
        assert said == description_of(side).read()
        client = Described(json.loads(said))
        (server,) = client.description["servers"]
        assert urljoin(f"https://store.example/{where}", server["url"]) == "https://store.example/"
        seen = set()
        for name in shelf.names():
            answer = shelf.read(name)
            client.object(name, answer)
            seen.add(name.partition("/")[0])
            if name.startswith("live/") and not name.endswith("head.json"):
                for logical, place in json.loads(answer.data)["files"].items():
                    client.bundle(logical, json.loads(shelf.read(place).data))
            if name.startswith("releases/") and name.endswith(".json"):
                record = json.loads(answer.data)
                kinds.add(record["kind"])
                lists += record["purged"] is not None
        assert seen == (
            {"objects", "live", "assets"}
            if side is Side.PUBLIC
            else {"objects", "live", "releases"}
        )
    assert kinds == {kind.value for kind in Kind}
    assert lists > 0


def test_an_object_without_a_description_is_found() -> None:
    client = Described(json.loads(description_of(Side.PUBLIC).read()))
    stray = Answer("application/json", "public, max-age=31536000, immutable", b"{}")
    for name in ("notes.json", "releases/000000000001.json", "objects/0/abc.json"):
        with pytest.raises(AssertionError):
            client.object(name, stray)
    name = f"objects/0/{'0' * 64}.json"
    with pytest.raises(AssertionError, match="not valid under any"):
        client.object(name, Answer("application/json", stray.cache_control, b'{"a": {"b": 1}}'))
    pointer = "max-age=30, must-revalidate"
    client.object("live/shop.json", Answer(stray.media_type, pointer, Pointer("shop", 3).data))
    with pytest.raises(AssertionError, match="Cache-Control"):
        client.object(name, Answer("application/json", "no-store", b"{}"))
