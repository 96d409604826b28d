"""The private index: areas by owner, desks by area, one table that all areas share."""

from compiler.bundle.artifacts import Side
from compiler.bundle.compiling import artifact_files
from compiler.bundle.shapes.table import DESCRIPTION
from tests.bundle.compiled import bundle, compiled


def area(name: str, more: str = "") -> str:
    return f"name: {name.title()}\ntype: web_shop\nhosting: custom\nurl: https://{name}.example\n{more}"


AREAS: dict[str, str | bytes] = {
    "owners/acme.yaml": "name: Acme Ltd\ncontact: ops@acme.example\n",
    "owners/other.yaml": "name: Other Ltd\n",
    "configurations/support.yaml": "desk: first-line\ntags: [any]\n",
    "areas/portal/area.yaml": area("portal", "owner: acme\nsupport: {desk: web, tags: [vip]}\n"),
    "areas/shop/area.yaml": area("shop", "owner: acme\n"),
    "areas/app/area.yaml": area("app"),
    "areas/app/configurations/support.yaml": "tags: [app]\n",
}


def test_areas_are_grouped_by_owner() -> None:
    assert bundle(compiled(AREAS), "owners.json", "shop", Side.PRIVATE) == {
        "owners": {
            "acme": {
                "name": "Acme Ltd",
                "contact": "ops@acme.example",
                "areas": {
                    name: {
                        "name": name.title(),
                        "type": "web_shop",
                        "hosting": "custom",
                        "url": f"https://{name}.example",
                    }
                    for name in ("portal", "shop")
                },
            },
            "other": {"name": "Other Ltd", "contact": None, "areas": {}},
        },
        "without_owner": {
            "app": {
                "name": "App",
                "type": "web_shop",
                "hosting": "custom",
                "url": "https://app.example",
            }
        },
    }


def test_every_area_leads_to_one_desk() -> None:
    assert bundle(compiled(AREAS), "routing.json", "portal", Side.PRIVATE) == {
        "default": {"desk": "first-line", "tags": ["any"]},
        "areas": {
            "app": {"desk": "first-line", "tags": ["app"]},
            "portal": {"desk": "web", "tags": ["vip"]},
            "shop": {"desk": "first-line", "tags": ["any"]},
        },
        "desks": {"first-line": ["app", "shop"], "web": ["portal"]},
    }


def test_both_tables_are_one_object_for_all_areas() -> None:
    areas = compiled(AREAS).areas.values()
    for name in ("owners.json", "routing.json"):
        assert len({one.private[name].sha256 for one in areas}) == 1


def test_the_public_side_has_the_identifier_of_the_area_and_nothing_of_where_requests_go() -> None:
    artifacts = compiled(AREAS)
    public = b"".join(
        data
        for path, data in artifact_files(artifacts)
        if path.startswith("public/") and not path.endswith(DESCRIPTION)  # the same for everybody
    )
    for word in (b"first-line", b"vip", b"ops@acme", b"Acme Ltd", b"owner", b"desk"):
        assert word not in public
    assert bundle(artifacts, "config.json", "shop")["area"] == "shop"


def test_without_areas_there_is_the_default_desk_alone() -> None:
    routing = bundle(
        compiled({"configurations/support.yaml": "desk: main\n"}), "routing.json", side=Side.PRIVATE
    )
    assert routing["areas"] == {"default": {"desk": "main", "tags": []}}
