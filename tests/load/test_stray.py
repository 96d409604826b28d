"""No file is passed over in silence: whoever misplaced it is told where it belongs."""

import pytest

from compiler.load.loading import load
from compiler.ports.file_state import FileState
from tests.builders import project, said
from tests.fakes.snapshot import MemorySnapshot

AREA = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
BANNER = "locales: {en: {active: true}}\n"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("texts/a/x.yml", "rename it to `x.yaml`"),
        ("texts/a/x.YAML", "rename it to `x.yaml`"),
        ("texts/_drafts/x.yaml", "a name that begins with `_` is never an entity; rename it"),
        (
            "texts/_schemas/a.yaml",
            "a schema of properties is `content/texts/_schemas/<prefix>.json`, for all areas",
        ),
        (
            "templates/_layouts/a.css",
            (
                "a layout is `content/templates/_layouts/<name>.html.j2` or `<name>.mjml`, of an "
                "agreement `<name>.typ`, for all areas"
            ),
        ),
        ("banners/s/en/wide.jpeg", "rename it to `wide.jpg`"),
        ("banners/s/en/wide.PNG", "rename it to `wide.png`"),
        ("banners/s/en/mobil.png", "rename it to `mobile.png`"),
        (
            "banners/s/es/wide.png",
            (
                "there must be `s/banner.yaml` with the language `es` below `locales`, written as CLDR"
                " does; where that is so, `wide` has another image already, of which one has to go"
            ),
        ),
        (
            "banners/s/wide.png",
            "an image of a banner is `<banner>/<locale>/<slot>.<png|jpg|webp|avif>`",
        ),
        ("levels/a/x.yaml", "a level is `levels/<label>.yaml`, with all its languages inside"),
        (
            "translations/portal/en.pot",
            "the catalogue of the source language takes the place of a template; remove this file",
        ),
        (
            "translations/portal/en.mo",
            "compiled catalogues are made from the `.po` files; remove this file",
        ),
        (
            "configurations/generel.yaml",
            (
                "the configurations are `general.yaml`, `documents.yaml`, `support.yaml`,"
                " `account.yaml`, `languages.yaml`"
            ),
        ),
        ("owners/a/b.yaml", "an owner is `owners/<owner>.yaml`"),
        (
            "areas/shop/logo.png",
            "the record does not name it; write `branding: {logo: logo.png}` in `area.yaml`",
        ),
        (
            "areas/shop/texts/_schemas/a.json",
            "`_schemas` is the same for all areas; move it to `content/texts`",
        ),
        (
            "areas/shop/translations/glossary.yaml",
            "`glossary.yaml` is the same for all areas; move it to `content/translations`",
        ),
        ("consumers/portal.json", "a consumer is `consumers/<application>/<version>.json`"),
    ],
)
def test_one_file(path: str, hint: str) -> None:
    base = {"banners/s/banner.yaml": BANNER, "areas/shop/area.yaml": AREA}
    loaded = load(project({**base, path: "{}"}))
    assert said(loaded.findings) == [
        f"content/{path}:1:1 stray-file: nobody reads this file -> {hint}"
    ]


def test_a_folder_that_content_has_not_is_told_once() -> None:
    loaded = load(
        project(
            {
                "text/a/x.yaml": "",
                "text/a/y.yaml": "",
                "areas/shop/area.yaml": AREA,
                "areas/shop/owners/x.yaml": "",
                "notes.txt": "",
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/areas/shop/owners/x.yaml:1:1 stray-file: `owners` is no folder of an"
            " area; nobody"
            " reads this file -> `owners` are the same for all areas; move it to `content/owners`"
        ),
        (
            "content/notes.txt:1:1 stray-file: nobody reads this file -> content lies in folders:"
            " `configurations`, `levels`, `statuses`, `texts`, `templates`, `banners`, `documents`,"
            " `translations`, `areas`, `owners`, `consumers`"
        ),
        (
            "content/text/a/x.yaml:1:1 stray-file: `text` is no folder of the content; nobody reads"
            " these 2 files -> did you mean `texts`?"
        ),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "texts/README.md",
        "texts/a/Thumbs.db",
        "texts/a/desktop.ini",
        "texts/a/.x.yaml.swp",
        "texts/a/x.yaml~",
        "translations/portal/es.po.bak",
        ".gitkeep",
        "texts/.idea/x.xml",
        "__MACOSX/texts/x",
    ],
)
def test_litter_is_left_alone(path: str) -> None:
    assert load(project({path: "x"})).findings == ()


def test_a_second_image_of_a_slot_is_stray() -> None:
    loaded = load(
        project(
            {
                "banners/s/banner.yaml": BANNER,
                "banners/s/en/wide.png": b"",
                "banners/s/en/wide.webp": b"",
            }
        )
    )
    assert [(f.rule, f.place.path) for f in loaded.findings] == [
        ("stray-file", "content/banners/s/en/wide.webp")
    ]


def test_a_folder_of_content_that_leads_out_of_the_tree_is_told_once() -> None:
    snapshot = MemorySnapshot({"clientarea.yaml": ""}, states={"content": FileState.OUTSIDE})
    assert [line.partition(":")[0] for line in said(load(snapshot).findings)] == [
        "content",
        "content/configurations/languages.yaml",
    ]


@pytest.mark.parametrize("path", ["content", "content/texts", "content/texts/legal"])
def test_a_folder_that_cannot_be_opened_is_not_taken_for_a_stray_file(path: str) -> None:
    snapshot = MemorySnapshot({"clientarea.yaml": ""}, states={path: FileState.READABLE})
    found = {one.place.path: one.rule for one in load(snapshot).findings}
    assert found == {
        path: "unreadable-file",
        "content/configurations/languages.yaml": "missing-languages",
    }
