"""Signing in, embedding and support, each walked from the first command to two real buckets."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from saml2 import BINDING_HTTP_POST
from saml2.mdstore import InMemoryMetaData

from compiler.model.scopes import ScopeName, may_read
from tests.certificates import certificate, pem
from tests.harness import Project
from tests.journeys.front_doors import (
    LATE,
    LATER,
    begun,
    onboarded,
    secret_of,
    verifier,
)
from tests.journeys.shelves import TARGET, Shelves, publish, shelves
from tests.servers.seaweedfs import ObjectService

MOBILE = "content/areas/app/area.yaml"


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """An empty folder, from which everything begins."""
    return Project(tmp_path)


def area(project: Project, name: str, kind: str, *more: str) -> None:
    """Begin an area of a type."""
    address = f"https://{name}.acme.example"
    project.run(
        "add", f"areas/{name}", "--name", name.title(), "--type", kind, "--hosting", "custom",
        "--url", address, *more,
    ).exits(0)  # fmt: skip


def test_sso_for_web_and_mobile(empty: Project, object_service: ObjectService) -> None:
    project = onboarded(empty)
    store = shelves(project, object_service)
    area(project, "app", "mobile_app", "--owner", "acme")
    client = {"id": "app", "redirect_uris": ["com.acme.app:/signed-in"]}
    project.run("config", "app", f"oauth_clients={json.dumps([client])}").exits(0)
    publish(project)
    # The identity provider takes what it is given, and sends its answer to the address in it.
    (web,) = store.private("portal", "credentials.json")["sso"]
    provider = InMemoryMetaData(None, web["metadata_xml"], check_validity=True)
    provider.load()
    services = provider.service("urn:acme:portal", "spsso_descriptor", "assertion_consumer_service")
    assert [one["location"] for one in services[BINDING_HTTP_POST]] == [web["acs_url"]]
    # The back office knows whose answers count: the key of today, and the one that takes over.
    assert web["provider"] == {
        "entity_id": "urn:idp.acme.example",
        "sign_on": {"HTTP-Redirect": "https://idp.acme.example/sso"},
    }
    names = ("next.acme.example", "idp.acme.example")
    assert [one["pem"].encode() for one in web["certificates"]] == [
        pem(certificate(name)) for name in names
    ]
    # The app has no secret and proves its codes; only its own scheme gets them.
    (app,) = store.private("app", "credentials.json")["oauth_clients"]
    assert app == {
        "id": "app",
        "redirect_uris": ["com.acme.app:/signed-in"],
        "pkce": True,
        "secret": None,
        "old_secret": None,
    }
    project.run("config", "app", "oauth_clients.app.pkce=false").exits(1).says("without PKCE")
    project.run("config", "app", 'oauth_clients.app.redirect_uris=["com.acme.app:/*"]').exits(2)


def test_the_secret_of_an_oauth_client_is_rotated(
    empty: Project, object_service: ObjectService
) -> None:
    project = begun(empty)
    store = shelves(project, object_service)
    area(project, "portal", "personal_account")
    client = {"id": "web", "redirect_uris": ["https://portal.acme.example/cb"]}
    project.run("config", "portal", f"oauth_clients={json.dumps([client])}").exits(0)
    old = secret_of(project, "portal", "web", "--expires", LATE)
    publish(project)
    new = secret_of(project, "portal", "web", "--expires", LATER)
    publish(project)
    assert [is_let_in(store, one) for one in (old, new, "guessed")] == [True, True, False]
    project.run("credential", "end", "portal", "web").exits(0)
    assert is_let_in(store, old)  # until it is published
    publish(project)
    assert [is_let_in(store, one) for one in (old, new)] == [False, True]
    project.run("rollback", TARGET, "--to", "1").exits(0)
    assert [is_let_in(store, one) for one in (old, new)] == [False, True]


def is_let_in(store: Shelves, secret: str) -> bool:
    """Tell whether the back office takes a secret of the OAuth client, by what it reads."""
    (client,) = store.private("portal", "credentials.json")["oauth_clients"]
    held = [one for one in (client["secret"], client["old_secret"]) if one is not None]
    return verifier(secret) in [one["verifier"] for one in held]


@dataclass(frozen=True)
class Gateway:
    """Lets the holders of tokens read what `credentials.json` says, as its documentation has it."""

    store: Shelves
    area: str
    today: dt.date

    def get(self, secret: str, side: str, name: str) -> int:
        """Return the status of an answer to whoever shows a secret and asks for a bundle."""
        tokens = self.store.private(self.area, "credentials.json")["tokens"]
        known = [one for one in tokens if one["verifier"] == verifier(secret)]
        if not known or dt.date.fromisoformat(known[0]["expires"]) < self.today:
            return 401
        patterns = known[0]["reads"][side]
        if not any(matches(name, pattern) for pattern in patterns):
            return 403
        return 200 if name in self.store.pointer(self.area, side)["files"] else 404


def matches(name: str, pattern: str) -> bool:
    """Hold a name against a pattern: exact, or with `*` for all that follows."""
    return name == pattern or (pattern.endswith("*") and name.startswith(pattern[:-1]))


def test_embedded_analytics(empty: Project, object_service: ObjectService) -> None:
    project = begun(empty)
    store = shelves(project, object_service)
    area(project, "dashboard", "embed")
    project.run("add", "texts/legal.terms", "--title", "Terms", "--title.es", "Fin").exits(0)
    project.run("enable", "es").exits(0)
    token = ("dashboard", "widget", "--scopes", "analytics.read", "--expires", LATE)
    secret = secret_of(project, *token)
    publish(project)
    gateway = Gateway(store, "dashboard", dt.date(2026, 11, 27))
    scopes: tuple[ScopeName, ...] = ("analytics.read",)
    for side in ("public", "private"):
        for name in store.pointer("dashboard", side)["files"]:
            allowed = side == "public" and may_read(scopes, "public", name)
            assert gateway.get(secret, side, name) == (200 if allowed else 403), name
    assert gateway.get(secret, "public", "translations/icu/es/common.json") == 200
    assert gateway.get(secret, "public", "texts/es/legal.json") == 403
    assert gateway.get(secret, "private", "credentials.json") == 403
    assert gateway.get("clientarea_guess", "public", "config.json") == 401
    late = Gateway(store, "dashboard", dt.date(2096, 7, 1))
    assert late.get(secret, "public", "config.json") == 401
    # A page has it, so it may open nothing private, and ends at once where it is misused.
    project.run("credential", "new", *token[:2], "--scopes", "routing.read", "--expires", LATE)
    project.exits(1).says("opens what is private")
    project.run("credential", "end", "dashboard", "widget", "--all").exits(0)
    publish(project)
    assert gateway.get(secret, "public", "config.json") == 401


def test_support_routing(empty: Project, object_service: ObjectService) -> None:
    project = begun(empty)
    store = shelves(project, object_service)
    for name in ("portal", "shop", "kiosk"):
        area(project, name, "web_shop")
    project.run("config", "portal", "support.desk=web-support", "support.tags=vip").exits(0)
    overlay = "content/areas/kiosk/configurations/support.yaml"
    project.files({overlay: "tags: [kiosk]\n"})
    publish(project)
    routing = store.private("shop", "routing.json")
    assert routing == {
        "default": {"desk": "first-line", "tags": ["general"]},
        "areas": {
            "kiosk": {"desk": "first-line", "tags": ["kiosk"]},
            "portal": {"desk": "web-support", "tags": ["vip"]},
            "shop": {"desk": "first-line", "tags": ["general"]},
        },
        "desks": {"first-line": ["kiosk", "shop"], "web-support": ["portal"]},
    }
    # A ticket form sends the name of its area, and every area leads to one desk.
    for name in ("portal", "shop", "kiosk"):
        sent = store.public(name, "config.json")["area"]
        desks = [desk for desk, served in routing["desks"].items() if sent in served]
        assert desks == [routing["areas"][sent]["desk"]]
    public = {name: store.pointer(name)["files"] for name in routing["areas"]}
    project.run("config", "default", "support.desk=night-shift").exits(0)
    publish(project)
    assert store.private("portal", "routing.json")["desks"] == {
        "night-shift": ["kiosk", "shop"],
        "web-support": ["portal"],
    }
    assert {name: store.pointer(name)["files"] for name in public} == public
    # Without a default two areas would lead nowhere: that is not published.
    (project.root / "content/configurations/support.yaml").unlink()
    (project.root / overlay).unlink()
    project.commit().run("publish", TARGET).exits(1).says("`shop` leads to no desk")
    assert store.private("shop", "routing.json")["default"]["desk"] == "night-shift"
