"""Addresses that people sign in at: what is taken, and why the rest is not."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from compiler.model.addresses import RedirectUri, SiteUrl
from compiler.model.record import Url

GOOD = [
    "https://a.example",
    "https://a.example:8443/cb?x=1&y=%2F",
    "http://127.0.0.1/cb",
    "http://[::1]:3000/cb",
    "https://xn--80ak6aa92e.example/",
    "com.acme.app:/cb",
    "com.acme.app://signed-in",
]
BAD = [
    ("https://a.example/../cb", "without `.` or `..`"),
    ("https://a.example/a/%2E%2e?x", "without `.` or `..`"),
    ("com.acme.app:/./cb", "without `.` or `..`"),
    ("https://a.example/*", "without `*`"),
    ("https://a.example/cb#x", "no fragment"),
    ("https://\u0430.example/cb", "as it is sent"),
    ("https://a.example/\u200bcb", "as it is sent"),
    ("com.acme.app:/\u202ecb", "as it is sent"),
    ("https://a.example\\@evil.example/cb", "an address such as"),
    ("https://user@a.example/cb", "an address such as"),
    ("https://a.example:99999/cb", "an address such as"),
    ("https://a.example:/cb", "an address such as"),
    ("https://[::1", "an address such as"),
    ("https://a..example/cb", "an address such as"),
    ("https:///cb", "an address such as"),
    ("https://a.example/%zz", "an address such as"),
    ("https://a.example/cb\n", "an address such as"),
    ("javascript:alert(1)", "an address such as"),
    ("intent://x", "an address such as"),
    ("file:///etc/passwd", "an address such as"),
]


@pytest.mark.parametrize("address", GOOD)
def test_an_exact_address_is_taken(address: str) -> None:
    assert TypeAdapter(RedirectUri).validate_python(address) == address


@pytest.mark.parametrize(("address", "why"), BAD)
def test_any_other_is_told_why(address: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        TypeAdapter(RedirectUri).validate_python(address)


@pytest.mark.parametrize("kind", [SiteUrl, Url], ids=["site", "any"])
@pytest.mark.parametrize("address", ["https://[::1", "https://a.example:99999", "https://[x]/"])
def test_what_no_program_could_take_apart_is_refused(kind: Any, address: str) -> None:
    with pytest.raises(ValidationError, match="must be an address"):
        TypeAdapter(kind).validate_python(address)


def test_an_application_may_have_its_pages_behind_a_fragment() -> None:
    for address in ("https://a.example/#/shop", "https://a.example/?a=1#*"):
        assert TypeAdapter(SiteUrl).validate_python(address) == address
