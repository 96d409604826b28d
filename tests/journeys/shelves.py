"""A project whose target is two real buckets; and what applications and the back office read."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from tests.harness import Project
from tests.servers.seaweedfs import ObjectService

TARGET = "live"


@dataclass(frozen=True)
class Shelves:
    """The two sides of a store, read pointer first and then the object, as clients do."""

    client: Any
    buckets: dict[str, str]

    def pointer(self, area: str, side: str = "public") -> Any:
        """Return what the pointer of an area says."""
        return json.loads(self._read(side, f"live/{area}.json"))

    def public(self, area: str, name: str) -> Any:
        """Read a bundle as an application does."""
        return self._bundle("public", area, name)

    def private(self, area: str, name: str) -> Any:
        """Read a bundle as the back office does."""
        return self._bundle("private", area, name)

    def asset(self, path: str) -> bytes:
        """Read an image or PDF that a bundle names."""
        return self._read("public", path)

    def objects(self, side: str) -> dict[str, bytes]:
        """Return all bundles of a side by the names of their objects."""
        found = {}
        listing = self.client.get_paginator("list_objects_v2")
        for page in listing.paginate(Bucket=self.buckets[side], Prefix="objects/"):
            for entry in page.get("Contents", ()):
                found[entry["Key"]] = self._read(side, entry["Key"])
        return found

    def _bundle(self, side: str, area: str, name: str) -> Any:
        return json.loads(self._read(side, self.pointer(area, side)["files"][name]))

    def _read(self, side: str, key: str) -> bytes:
        found = self.client.get_object(Bucket=self.buckets[side], Key=key)
        data: bytes = found["Body"].read()
        return gzip.decompress(data) if found.get("ContentEncoding") == "gzip" else data


def shelves(project: Project, service: ObjectService) -> Shelves:
    """Give a project two buckets as its target `live`."""
    buckets = {"public": service.bucket(), "private": service.bucket()}
    target = {
        **{side: f"s3://{bucket}" for side, bucket in buckets.items()},
        "endpoint": service.endpoint,
        "region": "us-east-1",
        "gate": "complete",
    }
    settings: Path = project.root / "clientarea.yaml"
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"targets: {json.dumps({TARGET: target})}\n")
    client = boto3.client("s3", endpoint_url=service.endpoint, region_name="us-east-1")
    return Shelves(client, buckets)


def publish(project: Project) -> None:
    """Commit what somebody has changed, and publish it, as CI does."""
    project.commit().run("publish", TARGET).exits(0)
