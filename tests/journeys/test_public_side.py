"""Nothing private is public: every byte, name and header of a published public side is searched."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from compiler.bundle.artifacts import Side
from compiler.bundle.description import description_of
from compiler.model.exposure import TABLE, Exposure
from tests.harness import Project
from tests.journeys.canaries import CANARY, FILES, SETTINGS, marks, private_values
from tests.servers.seaweedfs import ObjectService

OF_FEW_WORDS = {"active", "gate", "type", "hosting", "protocol", "channel", "review"}
"""Fields with words that many texts have; they are searched for as values of JSON alone."""

PUBLIC_ANYWAY = {"en", "es", "portal", "greeting", "object", "properties", "required", "type"}
"""What clients ask for, and the words of JSON Schema, which a template's variables are written in."""


@pytest.fixture
def published(project: Project, object_service: ObjectService) -> tuple[Project, Any]:
    """A project full of canaries, published to a real service; and a client of its public bucket."""
    public, private = object_service.bucket(), object_service.bucket()
    target = {
        "public": f"s3://{public}/shelf",
        "private": f"s3://{private}/canary-private",
        "endpoint": object_service.endpoint,
        "public_url": "https://content.acme.example",
        "region": "us-east-1",
        "gate": "draft",
    }
    settings = {**SETTINGS, "targets": {"canary-target": target}}
    project.files(FILES).files({"clientarea.yaml": f"{json.dumps(settings)}\n# canary-settings\n"})
    project.git("init", "--quiet").git("checkout", "--quiet", "-b", "canary-branch")
    project.commit("canary-commit-message").git("tag", "canary-tag-of-git")
    project.run("publish", "canary-target").exits(0)
    project.edit("content/texts/notices.en.md", "Read.", "Read it.").commit("canary-second")
    project.run("publish", "canary-target").exits(0)
    project.run("rollback", "canary-target", "--to", "1", "--reason", "canary-rollback").exits(0)
    client = boto3.client("s3", endpoint_url=object_service.endpoint, region_name="us-east-1")
    return project, (client, public)


def everything(client: Any, bucket: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name of every object with its bytes, unpacked, and with its headers."""
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        for entry in page.get("Contents", ()):
            name = entry["Key"]
            found = client.get_object(Bucket=bucket, Key=name)
            data = found["Body"].read()
            if found.get("ContentEncoding") == "gzip":
                data = gzip.decompress(data)
            headers = {**found["Metadata"], **found["ResponseMetadata"]["HTTPHeaders"]}
            yield name, data
            yield f"headers of {name}", json.dumps(headers).encode()


def test_no_private_byte_is_public(published: tuple[Project, Any]) -> None:
    project, (client, bucket) = published
    objects = list(everything(client, bucket))
    assert any(name.endswith("live/shop.json") for name, _ in objects)
    # The description of the side is the same for every project: it can hold nothing of this one.
    same = description_of(Side.PUBLIC).read()
    assert same in [data for _, data in objects]
    own = [(name, data) for name, data in objects if data != same]
    haystack = b"\0".join(name.encode() + b"\0" + data for name, data in own)
    # What is public is there, so that a search that finds nothing has looked at something.
    for shown in ("Hola", "Otro", "Read it.", "Summer", "#00aa55", "Teléfono", "Fees.pdf", "Lea."):
        assert shown.encode() in haystack, shown
    assert b"<!--" not in haystack
    leaked = [
        (name, data[max(0, at - 40) : at + 40])
        for name, data in [*objects, ("names", " ".join(name for name, _ in objects).encode())]
        if (at := data.lower().find(CANARY.encode())) >= 0
    ]
    assert leaked == []
    found = {
        (model.__name__, field, value)
        for (model, field), values in private_values(project).items()
        for value in values - {""} - PUBLIC_ANYWAY
        if (json.dumps(value) if field in OF_FEW_WORDS else value).encode() in haystack
    }
    assert found == set()
    # The canaries are alive: the back office has them.
    settings = json.loads((project.root / "clientarea.yaml").read_text().partition("\n")[0])
    private = settings["targets"]["canary-target"]["private"].split("/")[2]
    there = b"\0".join(data for _, data in everything(client, private))
    for secret in ("canary-desk", "canary-subject", "canary-sample-value", "canary-client"):
        assert secret.encode() in there, secret


def test_every_private_field_has_something_to_hide(project: Project) -> None:
    planted = private_values(project.files(FILES).files({"clientarea.yaml": json.dumps(SETTINGS)}))
    empty = [
        f"{model.__name__}.{name}"
        for model in TABLE
        for name, exposure in marks(model).items()
        if exposure is not Exposure.PUBLIC and not planted.get((model, name))
    ]
    assert empty == []


def test_a_file_store_keeps_the_sides_apart_as_well(project: Project) -> None:
    project.files(FILES).files({"clientarea.yaml": json.dumps(SETTINGS)}).run("publish").exits(0)
    store = project.root / "build/store/public"
    for path in sorted(store.rglob("*")):
        assert CANARY not in path.relative_to(store).as_posix().lower()
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes().lower(), path
