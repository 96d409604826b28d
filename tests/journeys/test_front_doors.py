"""What areas are for, each walked from the first command to what is read in two real buckets."""

from pathlib import Path

import pytest

from tests.harness import Project
from tests.journeys.front_doors import AREA, begun, onboarded
from tests.journeys.shelves import TARGET, publish, shelves
from tests.servers.seaweedfs import ObjectService


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """An empty folder, from which everything begins."""
    return Project(tmp_path)


def test_onboarding_a_portal(empty: Project, object_service: ObjectService) -> None:
    project = onboarded(empty)
    store = shelves(project, object_service)
    project.run("check").exits(0)
    publish(project)
    # The portal: its pointer tells the languages, the next request brings what it asks for.
    pointer = store.pointer("portal")
    assert pointer["languages"]["enabled"] == ["en", "es", "es-MX"]
    config = store.public("portal", "config.json")
    assert config["clients"]["accounts_max"] == 2
    assert config["clients"]["withdrawal_tfa"] is True
    assert config["account"] == {
        "open_on_sign_up": True,
        "required_level": "basic",
        "required_status": "active",
    }
    assert config["levels"]["basic"]["fields"]["phone"]["names"]["es"] == "Teléfono"
    assert config["languages"]["names"] == {
        "en": "English",
        "es": "español",
        "es-MX": "español de México",
    }
    assert config["branding"]["colors"] == {"primary": "#2456d6", "text": "#12263a"}
    logo = (project.root / AREA).with_name("logo.png").read_bytes()
    assert store.asset(config["branding"]["logo"]) == logo
    strings = store.public("portal", "translations/icu/es/common.json")
    assert strings["home.welcome"] == "Bienvenido, {name}"
    assert store.public("portal", "texts/es/legal.json")["legal.terms"]["title"] == "Condiciones"
    # The back office: who it is, whom to ask, where its tickets go.
    record = store.private("portal", "area.json")
    assert (record["name"], record["url"]) == ("Acme Portal", "https://portal.acme.example")
    assert record["hosts"] == ["login.acme.example"]
    assert store.private("portal", "owners.json")["owners"]["acme"]["areas"].keys() == {"portal"}
    assert store.private("portal", "config.json")["clients"] == config["clients"]
    # What only the back office has is in nothing that the portal can read.
    everything = b"\0".join(store.objects("public").values())
    for private in (b"ops@acme.example", b"aws-sm:", b"sha256:", b"web-support", b"urn:acme"):
        assert private not in everything


def test_several_storefronts_of_one_owner(empty: Project, object_service: ObjectService) -> None:
    project = begun(empty)
    store = shelves(project, object_service)
    project.files({"content/templates/_layouts/shop.html": LAYOUT})
    project.run(
        "add", "templates/orders.sent", "--channel", "email", "--layout", "shop", "--active",
        "true", "--title", "Sent", "--title.es", "Enviado", "--description", "On its way.",
        "--description.es", "En camino.",
    ).exits(0)  # fmt: skip
    project.run("enable", "es").exits(0)
    for name in ("north", "south", "east"):
        project.run(
            "add", f"areas/{name}", "--name", f"Shop {name}", "--type", "web_shop", "--hosting",
            "custom", "--url", f"https://{name}.acme.example", "--owner", "acme",
        ).exits(0)  # fmt: skip
    project.run("config", "south", "branding.colors.primary=#8a1c4a").exits(0)
    project.run("config", "south", "clients.demo_account=false").exits(0)
    project.run(
        "add", "translations/common:home.welcome", "--area", "south", "--text", "Hi, {name}",
        "--text.es", "Hola, {name}",
    ).exits(0)  # fmt: skip
    publish(project)
    south, north = (store.public(name, "config.json") for name in ("south", "north"))
    assert south["branding"] == {
        "colors": {"primary": "#8a1c4a", "text": "#12263a"},
        "fonts": {"text": ["Inter", "sans-serif"]},
        "logo": None,
    }
    assert north["branding"]["colors"]["primary"] == "#00794a"
    assert (south["clients"]["demo_account"], north["clients"]["demo_account"]) == (False, True)
    welcome = {
        name: store.public(name, "translations/icu/es/common.json")["home.welcome"]
        for name in ("north", "south", "east")
    }
    assert welcome == {
        "north": "Bienvenido, {name}",
        "south": "Hola, {name}",
        "east": "Bienvenido, {name}",
    }
    # What two of them show alike is one object; what is their owner's is told once.
    files = {name: store.pointer(name)["files"] for name in ("north", "south", "east")}
    shared = "translations/icu/es/common.json"
    assert files["north"][shared] == files["east"][shared] != files["south"][shared]
    index = store.private("east", "owners.json")
    owners = index["owners"]
    assert index["without_owner"] == {}
    assert list(owners["acme"]["areas"]) == ["east", "north", "south"]
    assert owners["acme"]["contact"] == "ops@acme.example"
    for name, color in (("north", "#00794a"), ("south", "#8a1c4a")):
        mail = store.private(name, "templates/es/orders.json")["orders.sent"]["html"]
        assert f"color:{color}" in mail.replace(" ", "")
        assert f"Shop {name}" in mail
    # What one of them changes is seen by its visitors alone.
    before = {name: store.pointer(name) for name in ("north", "east")}
    project.run("config", "south", "clients.accounts_max=1").exits(0)
    project.commit().run("plan", TARGET).exits(0)
    assert "north" not in project.out
    publish(project)
    assert store.public("south", "config.json")["clients"]["accounts_max"] == 1
    assert {name: store.pointer(name) for name in ("north", "east")} == before


LAYOUT = """<!doctype html>
<html lang="{{ locale }}" dir="{{ direction }}"><head><title>{{ subject }}</title></head>
<body><h1 style="color: {{ brand.colors.primary }}">{{ brand.name }}</h1>{{ body }}</body></html>
"""
