"""`remove` of parts of an entry, and `swap`: the files that change, and what is refused."""

import pytest

from tests.journeys.showcase import Showcase

SUMMER = "content/banners/summer"
BANNER = f"{SUMMER}/banner.yaml"
AUTUMN = "content/banners/autumn"
ES = "content/translations/common/es.po"
GUIDE = "texts/verification.documentPhotoGuide"
PDF = b"%PDF-1.4\n%%EOF\n"


def test_a_language_of_a_text_is_removed(showcase: Showcase) -> None:
    remove = ("remove", "texts/legal.clientAgreement", "--locale", "es,pl")
    showcase.run(*remove).exits(1).says("is locked: `clientarea unlock texts/legal.clientAgree")
    showcase.run("unlock", "texts/legal.clientAgreement").exits(0)
    stem = "content/texts/legal/clientAgreement"
    assert showcase.edited(*remove) == [f"- {stem}.es.md", f"- {stem}.pl.md"]
    assert showcase.edited(*remove) == []
    assert "has nothing in `es`" in showcase.out
    showcase.run("remove", "texts/*", "--locale", "en").exits(2).says("is the source language")


def test_a_language_written_inline_is_removed(showcase: Showcase) -> None:
    path = "content/statuses/dormant.yaml"
    changes = showcase.edited("remove", "statuses/dormant", "--locale", "pl")
    assert changes[0] == f"{path}: -  pl:"
    assert all(one.startswith(f"{path}: -    ") for one in changes[1:])
    showcase.run("check", path, "--format", "json")
    rules = [one["rule"] for one in showcase.data()["findings"]]
    assert rules == ["missing-translation"]


def test_what_visitors_see_keeps_its_languages(showcase: Showcase) -> None:
    showcase.run("remove", "templates/account.welcome", "--locale", "es").exits(1).says(
        "is active, and visitors can choose `es`: `clientarea deactivate templates/account.welcome`"
    )
    showcase.run("remove", "banners/summer", "--locale", "es").exits(1).says(
        "active in `es`: `clientarea deactivate banners/summer --locale es` first"
    )


def test_a_language_of_a_string_is_emptied(showcase: Showcase) -> None:
    changes = showcase.edited("remove", "translations/common:action.copy", "--locale", "es")
    assert changes == [f'{ES}: -msgstr "Copiar"', f'{ES}: +msgstr ""']
    showcase.run("sync", "--locale", "es", "--dry-run").exits(0).says("Nothing to do")


def test_an_area_goes_back_to_what_all_share(showcase: Showcase) -> None:
    path = "content/areas/acme-portal/translations/common/es.po"
    text = (showcase.root / path).read_text(encoding="utf-8")
    label = text.partition('msgctxt "')[2].partition('"')[0]
    name = f"translations/common:{label}"
    changes = showcase.edited("remove", name, "--locale", "es", "--area", "acme-portal")
    assert f'{path}: -msgctxt "{label}"' in changes
    assert all(one.startswith(f"{path}: -") for one in changes)


def test_a_master_goes_with_the_language_in_whose_folder_it_lies(showcase: Showcase) -> None:
    master = "master: {file: es/master.png}"
    _write_banner(showcase, {"en": "", "es": master, "pl": "master: {file: master.png}"})
    assert showcase.edited("remove", "banners/autumn", "--locale", "es,pl") == [
        f"{AUTUMN}/banner.yaml: -  es: {{{master}}}",
        f"{AUTUMN}/banner.yaml: -  pl: {{master: {{file: master.png}}}}",
        f"- {AUTUMN}/es/master.png",
    ]


def test_a_master_stays_while_another_language_shows_it(showcase: Showcase) -> None:
    master = "master: {file: es/master.png}"
    _write_banner(showcase, {"en": "", "es": master, "pl": master})
    assert f"- {AUTUMN}/es/master.png" not in showcase.edited(
        "remove", "banners/autumn", "--locale", "es"
    )
    assert f"- {AUTUMN}/es/master.png" not in showcase.edited(
        "remove", "banners/autumn", "--locale", "pl"
    )


def test_an_image_is_removed_alone(showcase: Showcase) -> None:
    remove = ("remove", "banners/summer", "--slot", "wide", "--locale", "es")
    showcase.run(*remove).exits(1).says("is active in `es`")
    showcase.run("deactivate", "banners/summer", "--locale", "es").exits(0)
    assert showcase.edited(*remove) == [f"- {SUMMER}/es/wide.png"]
    showcase.run("remove", "banners/*", "--slot", "big").exits(2).says("is no slot")


def test_a_pdf_is_removed_alone(showcase: Showcase) -> None:
    showcase.files({"fees.pdf": PDF})
    showcase.run("add", "documents/fees", "--name", "Fees", "--file", "fees.pdf").exits(0)
    showcase.run("activate", "documents/fees").exits(0)
    remove = ("remove", "documents/fees", "--file")
    showcase.run(*remove).exits(1).says("is active")
    showcase.run("deactivate", "documents/fees").exits(0)
    assert showcase.edited(*remove) == [
        "- content/documents/fees.pdf",
        "content/documents/fees.yaml: -file: fees.pdf",
    ]
    assert showcase.edited(*remove) == []
    assert "has no PDF" in showcase.out


def test_two_slots_swap_their_images_in_one_language(showcase: Showcase) -> None:
    before = showcase.tree()
    swap = ("swap", "banners/summer", "--slot", "mobile,tablet")
    changes = showcase.edited(*swap, "--locale", "es")
    assert changes == [f"* {SUMMER}/es/mobile.png", f"* {SUMMER}/es/tablet.png"]
    after = showcase.tree()
    assert after[f"{SUMMER}/es/mobile.png"] == before[f"{SUMMER}/es/tablet.png"]
    assert after[f"{SUMMER}/es/tablet.png"] == before[f"{SUMMER}/es/mobile.png"]
    showcase.run(*swap, "--locale", "es").exits(0)
    assert showcase.tree() == before
    assert len(showcase.edited(*swap)) == len(("en", "es", "ru", "pl")) * len(("mobile", "tablet"))


def test_descriptions_go_with_their_images(showcase: Showcase) -> None:
    showcase.edit(BANNER, "  es:\n    active: true\n", "  es:\n    active: false\n")
    showcase.run("add", "banners/summer", "--locale", "es", "--descriptions.mobile", "M").exits(0)
    (showcase.root / SUMMER / "es/wide.png").unlink()
    changes = showcase.edited("swap", "banners/summer", "--slot", "mobile,wide", "--locale", "es")
    assert changes == [
        f"{BANNER}: -      mobile: M",
        f"{BANNER}: +      wide: M",
        f"- {SUMMER}/es/mobile.png",
        f"+ {SUMMER}/es/wide.png",
    ]


def test_two_documents_swap_what_they_show(showcase: Showcase) -> None:
    showcase.files({"a.pdf": PDF})
    showcase.run("add", "documents/a", "--name", "A", "--file", "a.pdf").exits(0)
    showcase.run("add", "documents/b", "--name", "B", "--link", "https://b.eu/x").exits(0)
    assert showcase.edited("swap", "documents/a", "documents/b") == [
        "content/documents/a.yaml: -file: a.pdf",
        "content/documents/a.yaml: +link: https://b.eu/x",
        "content/documents/b.yaml: -link: https://b.eu/x",
        "content/documents/b.yaml: +file: a.pdf",
    ]
    showcase.run("check", "content/documents/b.yaml", "--rule", "missing-file").exits(0)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("swap", "documents/fee-schedule"), 2, "name two documents"),
        (("swap", "documents/fee-schedule", "documents/fee-schedule"), 2, "is both of them"),
        (("swap", "documents/fee-schedule", "documents/license-*"), 0, ""),
        (("swap", "documents/fee-schedule", "documents/*"), 2, "name one"),
        (("swap", "banners/summer", "--slot", "mobile"), 2, "wants two of"),
        (("swap", "banners/summer", "--slot", "mobile,big"), 2, "wants two of"),
        (("swap", "banners/summer", "--slot", "mobile,wide", "--locale", "ar"), 2, "no language"),
        (("swap", "texts/*", "--slot", "mobile,wide"), 2, "that is for banners"),
        (("remove", "banners/summer", "--file"), 2, "that is for documents"),
        (("remove", "banners/summer", "--file", "--slot", "wide"), 2, "no slots"),
        (("remove", "banners/summer", "--locale", "fr"), 2, "no active language"),
    ],
)
def test_what_cannot_be_done_is_said(
    showcase: Showcase, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = showcase.tree()
    showcase.run(*arguments).exits(code).says(said)
    assert (showcase.tree() == before) is (code != 0)


def _write_banner(showcase: Showcase, locales: dict[str, str]) -> None:
    """Write a banner by the lines of its languages, with a master in its folder and in `es/`."""
    lines = [f"  {tag}: {{{line}}}" for tag, line in locales.items()]
    showcase.files({f"{AUTUMN}/banner.yaml": "\n".join(["locales:", *lines, ""])})
    for path in ("master.png", "es/master.png"):
        target = showcase.root / AUTUMN / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((showcase.root / SUMMER / "en/wide.png").read_bytes())
