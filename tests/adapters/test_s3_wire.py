"""What is sent to a service, looked at on the wire: conditions, hashes, encryption, ways there."""

import base64
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from compiler.adapters.s3_client import S3Access, connect
from compiler.adapters.s3_store import S3Store
from compiler.ports.store import AlreadyExistsError, ChangedError, StoreError
from tests.adapters.store_conformance import KIND
from tests.conftest import missing
from tests.servers.faulty import Answered, Ask, Asked, Fault, Proxy, failing, proxy_before
from tests.servers.seaweedfs import ObjectService


@pytest.fixture
def proxy(object_service: ObjectService) -> Iterator[Proxy]:
    with proxy_before(object_service.endpoint) as proxy:
        yield proxy


@pytest.fixture
def bucket(object_service: ObjectService) -> str:
    return object_service.bucket()


def at(proxy: Proxy, bucket: str, **access: Any) -> S3Store:
    return S3Store(connect(bucket, "shelf", S3Access(endpoint=proxy.endpoint, **access)))


def headers(asked: Asked) -> dict[str, str]:
    lines = asked.raw.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    pairs = (line.partition(": ") for line in lines)
    return {name.lower(): value for name, _, value in pairs}


def test_conditions_are_sent_and_bytes_carry_their_hash(proxy: Proxy, bucket: str) -> None:
    store = at(proxy, bucket)
    store.create("a.json", b"{}", KIND)
    found = store.get("a.json")
    assert found is not None
    store.replace("a.json", b"[]", KIND, tag=found.tag)
    created, _, replaced = map(headers, proxy.asked)
    assert created["if-none-match"] == "*"
    assert replaced["if-match"] == found.tag
    assert '"' not in found.tag  # quoted, Ceph does not know it
    for sent, data in ((created, b"{}"), (replaced, b"[]")):
        digest = base64.b64encode(sha256(data).digest()).decode()
        assert sent["x-amz-checksum-sha256"] == digest
        assert sent["x-amz-content-sha256"] == sha256(data).hexdigest()


def only(quoted: bool) -> Fault:
    """Return a service that knows tags in one form alone."""

    def fault(asked: Asked, ask: Ask) -> Answered:
        tag = headers(asked).get("if-match")
        if tag is not None and tag.startswith('"') is not quoted:
            return failing(412, "PreconditionFailed")(asked, ask)
        return ask()

    return fault


@pytest.mark.parametrize("quoted", [False, True], ids=["as Ceph", "quoted alone"])
def test_either_form_of_a_tag_will_do(proxy: Proxy, bucket: str, quoted: bool) -> None:
    store = at(proxy, bucket)
    store.create("a.json", b"1", KIND)
    first = store.get("a.json")
    assert first is not None
    proxy.fault = lambda _: only(quoted)
    store.replace("a.json", b"2", KIND, tag=first.tag)
    with pytest.raises(ChangedError):
        store.replace("a.json", b"3", KIND, tag=first.tag)


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (412, "PreconditionFailed", ChangedError),
        (409, "ConditionalRequestConflict", ChangedError),
        (404, "NoSuchKey", ChangedError),
        (404, "NoSuchBucket", StoreError),
        (403, "AccessDenied", StoreError),
    ],
)
def test_how_services_refuse_a_replacement(
    proxy: Proxy, bucket: str, status: int, code: str, error: type[Exception]
) -> None:
    proxy.fault = lambda _: failing(status, code)
    with pytest.raises(error):
        at(proxy, bucket).replace("a.json", b"2", KIND, tag="0" * 32)


@pytest.mark.parametrize("status", [409, 412])
def test_how_services_refuse_a_creation(proxy: Proxy, bucket: str, status: int) -> None:
    proxy.fault = lambda _: failing(status, "ConditionalRequestConflict")
    with pytest.raises(AlreadyExistsError):
        at(proxy, bucket).create("a.json", b"1", KIND)


def test_a_key_for_encryption_is_named_with_every_object(proxy: Proxy, bucket: str) -> None:
    key = "arn:aws:kms:eu-central-1:111122223333:key/1234"
    proxy.fault = lambda _: failing(400, "KMS.NotFoundException")  # SeaweedFS has no such keys
    store = at(proxy, bucket, kms_key=key)
    for write in (store.put, store.create):
        with pytest.raises(StoreError, match="there is no such key for encryption"):
            write("a.json", b"1", KIND)
    for asked in proxy.asked:
        sent = headers(asked)
        assert sent["x-amz-server-side-encryption"] == "aws:kms"
        assert sent["x-amz-server-side-encryption-aws-kms-key-id"] == key
        assert sent["x-amz-server-side-encryption-bucket-key-enabled"] == "true"


def test_a_session_token_is_sent(
    proxy: Proxy, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SESSION_TOKEN", "only-for-an-hour")
    proxy.fault = lambda _: failing(400, "ExpiredToken")
    with pytest.raises(StoreError, match="the credentials have expired; get new ones"):
        at(proxy, bucket).get("a.json")
    assert headers(proxy.asked[0])["x-amz-security-token"] == "only-for-an-hour"


def test_a_profile_gives_keys_region_and_endpoint(
    proxy: Proxy, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    config.write_text(
        f"[profile acme]\nregion = eu-central-1\nendpoint_url = {proxy.endpoint}\n"
        "aws_access_key_id = testing\naws_secret_access_key = not-a-secret\n"
    )
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_PROFILE", "acme")
    store = S3Store(connect(bucket, "shelf", S3Access()))
    store.put("a.json", b"1", KIND)
    found = store.get("a.json")
    assert found is not None
    assert found.data == b"1"
    assert "/eu-central-1/s3/" in headers(proxy.asked[0])["authorization"]
    monkeypatch.setenv("AWS_PROFILE", "nobody")
    with pytest.raises(StoreError, match="nobody"):
        connect(bucket, "shelf", S3Access())


def test_without_a_region_it_says_where_to_write_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    with pytest.raises(StoreError, match="write `region` to the target, or set AWS_DEFAULT"):
        connect("acme", "", S3Access())


@pytest.mark.parametrize(
    ("access", "service"),
    [
        (S3Access(region="eu-central-1"), "https://s3.eu-central-1.amazonaws.com"),
        (S3Access(endpoint="https://s3.acme.example/"), "https://s3.acme.example"),
    ],
)
def test_the_service_that_records_name(
    access: S3Access, service: str, object_service: ObjectService
) -> None:
    del object_service  # for its keys
    assert connect("acme", "shelf", access).endpoint == service


def test_a_proxy_of_the_environment_is_taken(
    proxy: Proxy, object_service: ObjectService, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy gets the whole address, as proxies do, and passes it on."""
    monkeypatch.setenv("HTTP_PROXY", proxy.endpoint)
    monkeypatch.setenv("http_proxy", proxy.endpoint)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    store = S3Store(connect(bucket, "shelf", S3Access(endpoint=object_service.endpoint)))
    assert store.get("a.json") is None
    assert proxy.asked[0].path.startswith(f"{object_service.endpoint}/{bucket}/shelf/a.json")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of an authority of our own, for this machine, with its key beside it."""
    if shutil.which("openssl") is None:
        missing("openssl, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
            "-addext", "basicConstraints=critical,CA:FALSE",
            "-keyout", folder / "key.pem", "-out", folder / "cert.pem",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return folder / "cert.pem"


def test_certificates_of_an_own_authority_are_taken(
    object_service: ObjectService,
    bucket: str,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with proxy_before(object_service.endpoint, context) as proxy:
        endpoint = proxy.endpoint.replace("http:", "https:")
        with pytest.raises(StoreError, match="the service cannot be reached"):
            S3Store(connect(bucket, "", S3Access(endpoint=endpoint), FEW)).get("a.json")
        monkeypatch.setenv("AWS_CA_BUNDLE", str(certificate))
        store = S3Store(connect(bucket, "", S3Access(endpoint=endpoint), FEW))
        store.put("a.json", b"1", KIND)
        monkeypatch.setenv("AWS_CA_BUNDLE", "/nowhere.pem")
        with pytest.raises(StoreError, match=r"the certificates `/nowhere\.pem` cannot be read"):
            connect(bucket, "", S3Access(endpoint=endpoint))


FEW: Any = {"max_retries": 0}
