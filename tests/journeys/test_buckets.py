"""Releases in buckets, from the command line: published, read, tested, and what it costs."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import boto3
import pytest
from typing_extensions import override

from tests.harness import Project
from tests.servers.faulty import Proxy, failing, passed, proxy_before
from tests.servers.rclone import rclone_s3
from tests.servers.seaweedfs import ObjectService


@pytest.fixture
def proxy(each_service: ObjectService) -> Iterator[Proxy]:
    with proxy_before(each_service.endpoint) as proxy:
        yield proxy


def with_target(project: Project, endpoint: str, public: str, private: str) -> Project:
    """Set up the target `lab` in two buckets."""
    target = {
        "public": f"s3://{public}/shelf",
        "private": f"s3://{private}",
        "endpoint": endpoint,
        "gate": "draft",
    }
    return project.files(
        {"clientarea.yaml": f"version: 1\ntargets: {json.dumps({'lab': target})}\n"}
    ).commit()


@pytest.fixture
def lab(project: Project, proxy: Proxy, each_service: ObjectService) -> Project:
    return with_target(project, proxy.endpoint, each_service.bucket(), each_service.bucket())


def read(project: Project, name: str) -> Any:
    """Read what the public bucket has, as a client does."""
    settings = (project.root / "clientarea.yaml").read_text()
    target = json.loads(settings.partition("targets: ")[2])["lab"]
    client = boto3.client("s3", endpoint_url=target["endpoint"], region_name="us-east-1")
    bucket, _, prefix = target["public"].removeprefix("s3://").partition("/")
    found = client.get_object(Bucket=bucket, Key=f"{prefix}/{name}")
    data = found["Body"].read()
    return json.loads(gzip.decompress(data) if found.get("ContentEncoding") else data)


def title(project: Project) -> str:
    files = read(project, "live/default.json")["files"]
    return str(read(project, files["translations/icu/es/portal.json"])["greeting"])


def test_content_is_published_changed_rolled_back_and_resumed(lab: Project) -> None:
    lab.run("publish", "lab").exits(0)
    assert lab.out.startswith("release 1 is live on `lab`")
    assert title(lab) == "Hola"
    lab.edit("content/translations/portal/es.po", "Hola", "Buenas").commit()
    lab.run("publish", "lab").exits(0)
    assert title(lab) == "Buenas"
    lab.run("rollback", "lab", "--to", "1").exits(0)
    assert title(lab) == "Hola"
    lab.run("resume", "lab", "--only-lift").exits(0)
    lab.run("verify", "lab").exits(0)
    assert "is sound: release 3" in lab.out
    lab.run("releases", "lab").exits(0)
    assert len(lab.out.splitlines()) == 4


def test_a_release_whose_pointers_stay_behind_is_told_and_finished(
    lab: Project, proxy: Proxy
) -> None:
    lab.run("publish", "lab").exits(0)
    lab.edit("content/translations/portal/es.po", "Hola", "Buenas").commit()
    refused = failing(403, "AccessDenied")
    proxy.fault = lambda asked: (
        refused if asked.method == "PUT" and "live/default" in asked.path else passed
    )
    lab.run("publish", "lab").exits(4)
    assert "error: release 2 is committed, and not all pointers have moved" in lab.err
    assert "refused" not in lab.err + lab.out
    assert title(lab) == "Hola"
    lab.run("verify", "lab").exits(4).says("`clientarea verify lab --repair` finishes it")
    lab.run("verify", "lab", "--repair").exits(3).says("these credentials may not do that")
    proxy.heal()
    lab.run("verify", "lab", "--repair").exits(0)
    assert title(lab) == "Buenas"


def test_nothing_changed_costs_three_requests(lab: Project, proxy: Proxy) -> None:
    lab.run("publish", "lab").exits(0)
    proxy.heal()
    lab.run("publish", "lab").exits(0)
    assert lab.out.startswith("nothing changed")
    assert [asked.method for asked in proxy.asked] == ["GET", "GET", "GET"]
    listings = [asked.path for asked in proxy.asked if "list-type" in asked.path]
    assert len(listings) == 1
    assert "releases%2F" in listings[0]


def test_one_string_costs_at_most_fourteen_requests(lab: Project, proxy: Proxy) -> None:
    lab.run("publish", "lab").exits(0)
    lab.edit("content/translations/portal/es.po", "Hola", "Buenas").commit()
    proxy.heal()
    lab.run("publish", "lab").exits(0)
    assert len(proxy.asked) <= 14, [asked[:3] for asked in proxy.asked]


def test_bad_access_is_told_and_nothing_is_written(
    project: Project, object_service: ObjectService, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket = object_service.bucket()
    with_target(project, object_service.endpoint, bucket, "nowhere")
    project.run("publish", "lab").exits(3)
    assert "cannot read `s3://nowhere/live/head.json`: there is no such bucket" in project.err
    with_target(project, "http://127.0.0.1:1", bucket, object_service.bucket())
    project.run("publish", "lab").exits(3)
    assert "the service cannot be reached" in project.err
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    project.run("publish", "lab").exits(3)
    assert f"there are no credentials for the bucket `{bucket}`: set AWS_PROFILE" in project.err


def test_a_service_that_ignores_conditions_is_refused(
    project: Project, tmp_path_factory: pytest.TempPathFactory, object_service: ObjectService
) -> None:
    del object_service  # for its keys, which are these as well
    folder = tmp_path_factory.mktemp("rclone")
    with rclone_s3(folder, "shop", "office") as endpoint:
        with_target(project, endpoint, "shop", "office")
        project.run("publish", "lab").exits(3)
        assert (
            "`s3://shop/shelf` cannot hold releases: an object was created over another:"
            " `If-None-Match` is ignored" in project.err
        )
        assert [path for path in (folder / "data").rglob("*") if path.is_file()] == []
        project.run("store-test", "lab").exits(1)
        assert "broken a name is created once" in project.out
        assert "broken what has changed cannot be replaced" in project.out
        assert "ok     bytes come back as they were" in project.out


def test_a_service_is_tested_and_policies_are_printed(lab: Project) -> None:
    lab.run("store-test", "lab", "--format", "json").exits(0)
    told = json.loads(lab.out)
    assert told["sound"]
    assert [len(rows) for rows in told["checks"].values()] == [9, 9]
    publisher, readers, origins = told["policies"].values()
    bucket = json.loads((lab.root / "clientarea.yaml").read_text().partition("targets: ")[2])[
        "lab"
    ]["private"].removeprefix("s3://")
    assert f"arn:aws:s3:::{bucket}/*" in json.dumps(publisher)
    assert bucket not in json.dumps(readers)
    assert origins[0]["AllowedOrigins"] == ["*"]


class Shop(SimpleHTTPRequestHandler):
    """Serves the folder of a public side with the headers it is told."""

    sent: ClassVar[dict[str, str]] = {}

    @override
    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, headers: dict[str, str]) -> Iterator[str]:
    kind = type("Shop", (Shop,), {"sent": headers})
    make: Callable[..., Any] = partial(kind, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), make)
    how = {"poll_interval": 0.02}
    threading.Thread(target=server.serve_forever, kwargs=how, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


KEPT = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("folder", "headers", "words"),
    [
        ("shelf/public", {"Access-Control-Allow-Origin": "*", "Cache-Control": KEPT}, []),
        (
            "shelf/public",
            {"Cache-Control": "no-store"},
            [
                "may read it (CORS): there is no Access-Control-Allow-Origin",
                "broken caches are told how long to keep it: Cache-Control is `no-store`",
            ],
        ),
        ("content", {}, ["broken anybody can read the public side", "answers 404"]),
        (
            "shelf/public",
            {"Access-Control-Allow-Origin": "https://acme.example", "Content-Encoding": "gzip"},
            [
                "it allows `https://acme.example` alone",
                "broken bytes arrive as they were written: what is said to be compressed is not",
            ],
        ),
    ],
)
def test_the_public_side_is_tried_as_readers_come_to_it(
    project: Project, folder: str, headers: dict[str, str], words: list[str]
) -> None:
    (project.root / "shelf/public").mkdir(parents=True)
    with served(project.root / folder, headers) as address:
        project.files(
            {
                "clientarea.yaml": "version: 1\ntargets:\n  lab:\n    public: file:shelf/public\n"
                f"    private: file:shelf/private\n    public_url: {address}\n"
            }
        )
        project.run("store-test", "lab")
    project.exits(1 if words else 0)
    assert f"\n{address}\n" in project.out
    for one in words:
        assert one in project.out
    left = [path.name for path in (project.root / "shelf").rglob("*.json")]
    assert left == []


def test_what_a_run_that_died_has_left_is_deleted_and_what_one_may_need_is_not(
    project: Project,
) -> None:
    settings = "version: 1\ntargets:\n  lab:\n    public: file:shelf/public\n"
    project.files({"clientarea.yaml": f"{settings}    private: file:shelf/private\n"})
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    old, new = "probe/20260101T000000Z-ab/0/a.json", f"probe/{now}-cd/0/a.json"
    project.files({f"shelf/public/{old}": "1", f"shelf/public/{new}": "1"})
    project.files({f"shelf/private/{old}": "1"})
    project.run("store-test", "lab").exits(0)
    assert project.err.count("deleted below `probe/`: 1 object") == 2
    left = [path.relative_to(project.root) for path in (project.root / "shelf").rglob("*.json")]
    assert [str(path) for path in left] == [f"shelf/public/{new}"]
