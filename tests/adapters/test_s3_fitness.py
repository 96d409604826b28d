"""What no request can be made of is refused in words, before the client panics over it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from compiler.adapters.aws_settings import from_environment
from compiler.adapters.s3_client import S3Access, connect
from compiler.adapters.s3_fitness import check_endpoint, check_region
from compiler.adapters.s3_store import S3Store
from compiler.ports.store import StoreError
from compiler.release.layout import POINTER

KEYS = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}


@pytest.mark.parametrize(
    ("endpoint", "by_path", "words"),
    [
        ("junk", True, "write `https://HOST` or `http://HOST`"),
        ("ftp://s3.example", True, "write `https://HOST` or `http://HOST`"),
        ("https://user@s3.example", True, "write `https://HOST` or `http://HOST`"),
        ("https://s3.example:99999", True, "write `https://HOST` or `http://HOST`"),
        ("https://s3.example/ü", True, "write `https://HOST` or `http://HOST`"),
        ("https://s3.example/x?y=1", True, "leave out what follows `?` or `#`"),
        ("https://bücher.example", True, "write letters beside a to z as `xn--…`"),
        ("http://999.1.1.1", True, "there is no such IP address"),
        ("http://1.2.3.4.5", True, "there is no such IP address"),
        ("http://127.0.0.1:9000", False, "set `path_style: true`"),
        ("http://[::1]:9000", False, "set `path_style: true`"),
    ],
)
def test_an_endpoint_that_nothing_can_be_sent_to(endpoint: str, by_path: bool, words: str) -> None:
    with pytest.raises(StoreError) as caught:
        check_endpoint(endpoint, by_path=by_path)
    assert str(caught.value).startswith(f"`{endpoint}` cannot be the endpoint of a service: ")
    assert str(caught.value).endswith(words)


@pytest.mark.parametrize(
    ("endpoint", "by_path"),
    [
        ("https://s3.example", False),
        ("https://xn--bcher-kva.example/base", False),
        ("http://object_store:9000/", True),
        ("http://127.0.0.1:9000", True),
        ("http://[::1]:9000", True),
    ],
)
def test_an_endpoint_that_can_be_used(endpoint: str, by_path: bool) -> None:
    check_endpoint(endpoint, by_path=by_path)


@pytest.mark.parametrize("region", ["eu-central-1", "RegionOne", "auto"])
def test_a_region(region: str) -> None:
    check_region(region)


@pytest.mark.parametrize("region", ["", "x y", "eu\ncentral", "../x"])
def test_no_region(region: str) -> None:
    with pytest.raises(StoreError, match="is the name of no region"):
        check_region(region)


@pytest.mark.parametrize("value", ["a\n", "ü", "\x00"])
@pytest.mark.parametrize(
    ("name", "words"),
    [("AWS_ACCESS_KEY_ID", "the access key"), ("AWS_SESSION_TOKEN", "the session token")],
)
def test_a_key_that_no_header_can_hold(name: str, words: str, value: str) -> None:
    with pytest.raises(StoreError, match=words) as caught:
        from_environment({**KEYS, name: value})
    assert repr(value)[1:-1] not in str(caught.value).split()  # it may be a secret


@pytest.fixture
def junk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "junk.pem").write_text("junk")
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "junk.pem"))


@pytest.mark.usefixtures("junk")
def test_a_file_of_certificates_without_any() -> None:
    with pytest.raises(StoreError, match="No certificates found"):
        connect("shelf", "", S3Access(endpoint="https://s3.example"))


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda store: store.get("live/../x.json"), id="get"),
        pytest.param(lambda store: store.put("live//x.json", b"1", POINTER), id="put"),
        pytest.param(lambda store: store.create("live/a\nb.json", b"1", POINTER), id="create"),
        pytest.param(lambda store: store.replace("./x", b"1", POINTER, tag="t"), id="replace"),
        pytest.param(lambda store: store.delete(["live/../x.json"]), id="delete"),
    ],
)
def test_a_name_that_no_object_can_have(
    monkeypatch: pytest.MonkeyPatch, use: Callable[[S3Store], object]
) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    store = S3Store(connect("shelf", "top", S3Access(endpoint="http://127.0.0.1:9")))
    with pytest.raises(StoreError, match="cannot be the name of an object in `s3://shelf/top`"):
        use(store)
