"""Documents from the file to what a visitor's browser gets."""

import pytest
from pikepdf import Name, String

from tests.harness import Project
from tests.pdf_kit import good_pdf, on_opening
from tests.pdfs import pdf

FEES = "name: Schedule of Fees\nactive: true\nfile: Fees-2026-v1.pdf\n"
FILES: dict[str, str | bytes] = {
    "content/documents/fees.yaml": FEES,
    "content/documents/Fees-2026-v1.pdf": good_pdf("Commission\n0.10%", "Page two"),
}


def test_a_document_is_published_under_its_own_name_with_what_was_seen_in_it(
    project: Project,
) -> None:
    project.files(FILES).run("publish").exits(0)
    entry = project.published("documents/en.json")["fees"]
    digest = entry["file"].split("/")[1]
    assert entry["file"] == f"assets/{digest}/Fees-2026-v1.pdf"
    assert len(digest) == 64
    assert (entry["pages"], entry["language"]) == (2, "en")
    picture = entry["thumbnail"]
    assert (picture["type"], picture["width"], picture["height"]) == ("image/webp", 480, 680)
    assert picture["src"].endswith("/Fees-2026-v1.webp")
    store = project.root / "build/store/public"
    assert (store / picture["src"]).read_bytes()[8:12] == b"WEBP"
    assert (store / entry["text_file"]).read_text() == "Commission 0.10%\nPage two"


def test_a_new_version_has_an_address_of_its_own_and_the_old_one_stays(project: Project) -> None:
    project.files(FILES).run("publish").exits(0)
    before = project.published("documents/en.json")["fees"]["file"]
    project.files({"content/documents/Fees-2026-v1.pdf": good_pdf("Other")}).run("publish").exits(0)
    now = project.published("documents/en.json")["fees"]["file"]
    store = project.root / "build/store/public"
    assert before != now
    assert (store / before).read_bytes() == FILES["content/documents/Fees-2026-v1.pdf"]
    assert (store / now).is_file()


def test_a_harmful_document_is_refused_and_the_others_are_checked(project: Project) -> None:
    script = on_opening(S=Name.JavaScript, JS=String("app.alert(1)"))
    project.files(FILES | {"content/documents/Fees-2026-v1.pdf": good_pdf(change=script)})
    project.files({"content/levels/basic.yaml": "type: other\n"})
    project.run("publish").exits(1).says("[pdf-javascript]", "[invalid-value]")


def test_without_the_extra_one_remark_says_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "compiler.adapters.pdf.inspecting._NEEDED", ("clientarea_has_no_such_library",)
    )
    project.files(FILES | {"content/documents/Fees-2026-v1.pdf": pdf("Nobody opens this")})
    project.run("check").exits(0).says("this PDF was not opened", "pip install 'clientarea[pdf]'")
    project.run("build").exits(0)
    entry = project.json("build/out/public/default/documents/en.json")["fees"]
    assert (entry["thumbnail"], entry["text_file"], entry["pages"]) == (None, None, None)


def test_a_document_whose_file_is_missing_is_left_out_where_a_waiver_lets_it_pass(
    project: Project,
) -> None:
    waiver = (
        "waivers:\n  - {rule: missing-file, entity: documents/fees, reason: It comes on Monday.,"
        " expires: 2099-01-01}\n"
    )
    project.files({"content/documents/fees.yaml": FEES, "waivers.yaml": waiver})
    project.run("build").exits(0)
    assert project.json("build/out/public/default/documents/en.json") == {}


def test_what_is_published_can_be_rebuilt_to_the_byte(project: Project) -> None:
    project.files(FILES | {".gitignore": "build\n"}).commit().run("publish").exits(0)
    project.run("verify", "--rebuild").exits(0)


def test_a_word_of_a_pdf_is_found_with_its_page(project: Project) -> None:
    more: dict[str, str | bytes] = {
        "content/documents/fees.yaml": f"{FEES}description: A commission.\n",
        "content/documents/Fees-2026-v1.pdf": good_pdf("Index", "", "What a commission\nis"),
    }
    project.files(FILES | more).run("search", "commission").exits(0)
    assert project.out == (
        "content/documents/Fees-2026-v1.pdf:1:1: documents/fees pdf.pages.3: What a commission is\n"
        "content/documents/fees.yaml:4:16: documents/fees en description: A commission.\n"
    )
    project.files({"content/documents/Fees-2026-v1.pdf": good_pdf("Another text")})
    found = project.run("search", "another", "--format", "json").data()
    assert [one["matches"][0]["part"] for one in found] == ["pdf.pages.1"]
    assert project.run("search", "interest").out == ""


def test_a_line_of_the_text_is_a_page(project: Project) -> None:
    pages: dict[str, str | bytes] = {
        "content/documents/Fees-2026-v1.pdf": good_pdf("One", "", "Three", "")
    }
    project.files(FILES | pages).run("build").exits(0)
    entry = project.json("build/out/public/default/documents/en.json")["fees"]
    text = (project.root / "build/out/public" / entry["text_file"]).read_text()
    assert text == "One\n\nThree"


def test_who_may_open_a_document(project: Project) -> None:
    languages = "source: en\nactive: [en, es, es-MX, pl]\nenabled: [en, es, es-MX, pl]\n"
    documents = {
        "content/documents/all.yaml": "name: All\nactive: true\nlink: https://a.eu\n",
        "content/documents/spanish.yaml": (
            "name: Spanish\nactive: true\nlink: https://a.eu\nlocales:\n  es: {title: Español}\n"
        ),
        "content/documents/off.yaml": "name: Off\nlink: https://a.eu\n",
    }
    project.files({"content/configurations/languages.yaml": languages, **documents})
    project.run("build", "--gate", "draft").exits(0)
    folder = "build/out/public/default/documents"
    titles = {
        tag: {label: one["title"] for label, one in project.json(f"{folder}/{tag}.json").items()}
        for tag in ("en", "es", "es-MX", "pl")
    }
    assert titles == {
        "en": {"all": "All", "spanish": "Spanish"},
        "es": {"all": "All", "spanish": "Español"},
        "es-MX": {"all": "All", "spanish": "Español"},
        "pl": {"all": "All"},
    }
