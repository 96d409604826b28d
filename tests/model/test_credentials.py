"""Addresses that codes are sent to are exact; scopes are a closed list, and open what they say."""

from typing import get_args

import pytest
from pydantic import ValidationError

from compiler.model.credentials import OAuthClient, SingleSignOn, Token
from compiler.model.scopes import SCOPES, ScopeName, may_read


@pytest.mark.parametrize(
    "address",
    [
        "https://portal.acme.example/cb",
        "https://portal.acme.example/cb?from=app",
        "http://127.0.0.1:8080/cb",
        "com.acme.app:/cb",
        "example.acme.app-2:/",
    ],
)
def test_exact_addresses(address: str) -> None:
    assert OAuthClient(id="a", redirect_uris=[address]).redirect_uris == [address]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://*.acme.example/cb", "without `*`"),
        ("https://portal.acme.example/*", "without `*`"),
        ("https://portal.acme.example/cb#done", "must have no fragment"),
        ("https://portal.acme.example#", "must have no fragment"),
        ("com.acme.app:/*", "without `*`"),
        ("com.acme.app:/cb#done", "must have no fragment"),
        ("https://user@portal.acme.example/", "must be an address such as"),
        ("javascript:alert(1)", "must be an address such as"),
        ("myapp:/cb", "must be an address such as"),
        ("/cb", "must be an address such as"),
        ("https://portal.acme.example/a b", "must be an address such as"),
    ],
)
def test_others(address: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words.replace("*", r"\*")):
        OAuthClient(id="a", redirect_uris=[address])


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("acs_url", "https://portal.acme.example/acs#x", "must have no fragment"),
        ("acs_url", "https://portal.acme.example/*", r"without `\*`"),
        ("acs_url", "https://portal.acme.example/a/../acs", "as a part of its path"),
        ("acs_url", "https://user:word@portal.acme.example/acs", "without user or password"),
        ("acs_url", "com.acme.app:/acs", "must be an address such as"),
        ("entity_id", "two words", "without spaces"),
        ("entity_id", "https://portal.acme.example/\x01", "without spaces"),
        ("entity_id", "", "must be one name"),
    ],
)
def test_what_no_provider_could_use(key: str, value: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        SingleSignOn.model_validate({"name": "web", "protocol": "saml", key: value})


@pytest.mark.parametrize(
    "written",
    ["sha256 Fingerprint=" + ":".join(["AB"] * 32), "ab" * 32, " ".join(["aB"] * 32)],
)
def test_a_fingerprint_in_another_form_is_told_in_ours(written: str) -> None:
    with pytest.raises(ValidationError) as caught:
        SingleSignOn.model_validate(
            {"name": "web", "protocol": "saml", "certificate_sha256": written}
        )
    (error,) = caught.value.errors()
    assert error["ctx"]["error"].meant == ":".join(["AB"] * 32)


def test_every_scope_opens_something_and_none_the_credentials() -> None:
    assert set(get_args(ScopeName)) == SCOPES.keys()
    for scope, reach in SCOPES.items():
        assert reach.public or reach.private
        assert not may_read([scope], "private", "credentials.json")


@pytest.mark.parametrize(
    ("scopes", "side", "name", "open_"),
    [
        (["analytics.read"], "public", "config.json", True),
        (["analytics.read"], "public", "translations/icu/es/portal.json", True),
        (["analytics.read"], "public", "texts/es/legal.json", False),
        (["analytics.read"], "private", "config.json", False),
        (["templates.read"], "private", "templates/es/account.json", True),
        (["templates.read"], "public", "config.json", False),
        (["texts.read", "banners.read"], "public", "banners/es.json", True),
        (["content.read"], "public", "documents/es.json", True),
        (["content.read"], "private", "area.json", False),
        ([], "public", "config.json", False),
    ],
)
def test_what_a_holder_may_read(
    scopes: list[ScopeName], side: str, name: str, *, open_: bool
) -> None:
    assert may_read(scopes, side, name) is open_  # type: ignore[arg-type]


def test_another_scope_is_none() -> None:
    with pytest.raises(ValidationError, match="scopes"):
        Token.model_validate(
            {
                "name": "t",
                "scopes": ["all"],
                "verifier": f"sha256:{'0' * 64}",
                "expires": "2027-01-01",
            }
        )
