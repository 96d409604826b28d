"""Documents: the PDF beside the record, and the description of the source language at the top."""

from compiler.load.loading import load
from tests.builders import project, said


def test_the_description_at_the_top_is_the_source_languages() -> None:
    content = load(
        project(
            {
                "documents/a.yaml": "name: A\nlink: https://acme.example/a\ndescription: Ours.\n"
                "locales:\n  en: {title: Licence}\n  es: {title: Licencia}\n"
            }
        )
    ).content
    english = content.shared.documents["a"].locales["en"]
    assert (english.title, english.description) == ("Licence", "Ours.")
    assert (english.places.value("description").line, english.places.value("title").line) == (3, 5)


def test_a_description_in_two_places_is_refused() -> None:
    loaded = load(
        project(
            {"documents/a.yaml": "name: A\ndescription: One.\nlocales: {en: {description: Two.}}\n"}
        )
    )
    assert said(loaded.findings) == [
        (
            "content/documents/a.yaml:3:16 duplicate-localisation: the description in `en`"
            " is written"
            " here and at the top of the file -> keep one of the two"
        )
    ]


def test_a_pdf_that_no_document_names_is_stray() -> None:
    loaded = load(project({"documents/a.yaml": "name: A\n", "documents/b.pdf": b"%PDF"}))
    assert said(loaded.findings) == [
        (
            "content/documents/b.pdf:1:1 stray-file: nobody reads this file"
            " -> no document beside it names it; write `file: b.pdf` in one"
        )
    ]


def test_a_name_that_is_not_fit_for_an_address() -> None:
    loaded = load(
        project(
            {
                "documents/a.yaml": "name: A\nfile: Lizenz für Händler.pdf\n",
                "documents/Lizenz für Händler.pdf": b"%PDF",
            }
        )
    )
    assert said(loaded.findings) == [
        (
            "content/documents/a.yaml:2:7 file-name: the name `Lizenz für Händler.pdf` is"
            " not fit for"
            " an address -> rename the file and write `file: Lizenz-fur-Handler.pdf`"
        )
    ]


def test_the_pdf_of_a_document_that_cannot_be_used_is_not_stray() -> None:
    loaded = load(
        project({"documents/a.yaml": "nam: A\nfile: b.pdf\n", "documents/b.pdf": b"%PDF"})
    )
    assert {one.rule for one in loaded.findings} == {"unknown-key"}


def test_the_pdf_of_a_document_that_cannot_be_read_is_not_stray() -> None:
    text = "name: [A\nfile: b.pdf\n"
    pdfs = {f"documents/{name}.pdf": b"%PDF" for name in "bc"}
    loaded = load(project({"documents/a.yaml": text, **pdfs}))
    assert {(one.rule, one.place.path) for one in loaded.findings if one.rule == "stray-file"} == {
        ("stray-file", "content/documents/c.pdf")
    }
    assert len({one.rule for one in loaded.findings}) == 2
