"""Areas: a record, a logo, and a folder that has no record."""

from compiler.load.loading import load
from tests.builders import project, said

AREA = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"


def test_an_area_and_its_logo() -> None:
    content = load(
        project(
            {"areas/shop/area.yaml": f"{AREA}branding: {{logo: l.png}}\n", "areas/shop/l.png": b""}
        )
    ).content
    area = content.areas["shop"].record
    assert area.record.name == "Shop"
    assert area.files == ("content/areas/shop/area.yaml", "content/areas/shop/l.png")


def test_a_folder_without_a_record() -> None:
    loaded = load(project({"areas/shop/texts/a/x.yaml": "lockd: 1\n", "texts/a/x.yaml": ""}))
    assert loaded.content.areas == {}
    assert said(loaded.findings) == [
        (
            "content/areas/shop/texts/a/x.yaml:1:1 area-without-record: there is no area `shop`:"
            " `content/areas/shop` has no `area.yaml` -> write `content/areas/shop/area.yaml`, or"
            " rename the folder"
        ),
        (
            "content/areas/shop/texts/a/x.yaml:1:1 unknown-key: `lockd` is not a key of an area's"
            " difference to a text -> known: `locales`"
        ),
    ]


def test_an_area_whose_record_is_wrong_is_left_out_and_named_as_broken() -> None:
    loaded = load(project({"areas/shop/area.yaml": AREA.replace("web_shop", "webshop")}))
    assert loaded.content.areas == {}
    assert loaded.content.broken == {"areas/shop"}
    assert [f.hint for f in loaded.findings] == ["did you mean `web_shop`?"]


def test_a_logo_whose_name_is_not_fit_for_an_address() -> None:
    loaded = load(
        project(
            {
                "areas/shop/area.yaml": f"{AREA}branding: {{logo: my logo.png}}\n",
                "areas/shop/my logo.png": b"",
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/areas/shop/area.yaml:5:18 file-name: the name `my logo.png` is not fit for an"
            " address -> rename the file and write `logo: my-logo.png`"
        )
    ]
