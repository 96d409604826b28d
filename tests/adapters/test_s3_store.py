"""A bucket of a real service keeps the promises of the port, and what it cannot do it says."""

import gzip
from collections.abc import Mapping
from typing import Any

import boto3
import pytest

from compiler.adapters.s3_client import S3Access, connect
from compiler.adapters.s3_store import S3Store
from compiler.ports.store import Attributes, NewObject, StoreError
from tests.adapters.store_conformance import KIND, StoreConformance
from tests.servers.seaweedfs import ObjectService

PICTURE = Attributes("image/webp", "public, max-age=31536000, immutable")


def at(service: ObjectService, bucket: str, prefix: str = "", **access: Any) -> S3Store:
    return S3Store(connect(bucket, prefix, S3Access(endpoint=service.endpoint, **access)))


def head(service: ObjectService, bucket: str, name: str) -> Mapping[str, Any]:
    client = boto3.client("s3", endpoint_url=service.endpoint, region_name="us-east-1")
    found: Mapping[str, Any] = client.get_object(Bucket=bucket, Key=name)
    return {**found, "Bytes": found["Body"].read()}


class TestWholeBucket(StoreConformance):
    @pytest.fixture
    def store(self, each_service: ObjectService) -> S3Store:
        return at(each_service, each_service.bucket())


class TestPrefix(StoreConformance):
    @pytest.fixture
    def store(self, each_service: ObjectService) -> S3Store:
        bucket = each_service.bucket()
        for other in ("", "client-area/publi", "client-area/public2"):
            at(each_service, bucket, other).put("releases/1.json", b"theirs", KIND)
        return at(each_service, bucket, "client-area/public")


def test_text_is_stored_compressed_and_read_plain(each_service: ObjectService) -> None:
    bucket = each_service.bucket()
    store = at(each_service, bucket)
    data = b'{"a":"' + b"word " * 1000 + b'"}'
    for _ in range(2):
        store.put("objects/0/a.json", data, KIND)
        there = head(each_service, bucket, "objects/0/a.json")
        assert there["ContentEncoding"] == "gzip"
        assert (there["ContentType"], there["CacheControl"]) == ("application/json", "no-store")
        assert gzip.decompress(there["Bytes"]) == data
        assert there["Bytes"][4:8] == bytes(4)  # no time: the same bytes tomorrow
    found = store.get("objects/0/a.json")
    assert found is not None
    assert found.data == data


def test_what_does_not_shrink_is_stored_as_it_is(each_service: ObjectService) -> None:
    bucket = each_service.bucket()
    store = at(each_service, bucket)
    store.put("live/head.json", b"{}", KIND)
    store.put("assets/0/a.webp", b"RIFF" + bytes(1000), PICTURE)
    for name, kind in (("live/head.json", KIND), ("assets/0/a.webp", PICTURE)):
        there = head(each_service, bucket, name)
        assert "ContentEncoding" not in there
        assert (there["ContentType"], there["CacheControl"]) == (
            kind.content_type,
            kind.cache_control,
        )


def test_a_page_of_names_is_not_the_end(each_service: ObjectService) -> None:
    store = at(each_service, each_service.bucket(), "shelf")
    names = [f"releases/{number:012}.json" for number in range(1, 1201)]
    assert len(list(store.put_all(NewObject(name, lambda: b"{}", KIND) for name in names))) == 1200
    assert list(store.names("releases/")) == names
    assert list(store.names("releases/", "releases/000000001150.json")) == names[1150:]
    store.delete(names[1:])
    assert list(store.names("")) == names[:1]


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("wrong", "the secret key is not the one of this access key"),
    ],
)
def test_wrong_credentials_are_told(
    each_service: ObjectService, monkeypatch: pytest.MonkeyPatch, secret: str, words: str
) -> None:
    bucket = each_service.bucket()
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", secret)
    store = at(each_service, bucket, "shelf")
    with pytest.raises(StoreError) as caught:
        store.get("a.json")
    assert str(caught.value) == f"cannot read `s3://{bucket}/shelf/a.json`: {words}"
