"""References of a body: what they come to on paper, and in the words that are looked for there."""

import io
from functools import partial

from PIL import Image

from compiler.adapters.agreement_press import AgreementPress
from compiler.adapters.pdf_reader import PdfiumReader
from compiler.channels.agreements.document import Head, document
from compiler.channels.agreements.markup import compile_markup
from compiler.channels.agreements.printed_text import printed_text
from compiler.channels.agreements.references import Targets, targets_of
from compiler.richtext.references import Picture, Reference, Target

BODY = "See [fees](documents/fees), [terms](texts/legal.terms) ![a seal](banners/seal) and ![b](banners/none)."
TARGETS = Targets({"documents/fees": "assets/0/fees.pdf"}, {"banners/seal": "seal.webp"})


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (1600, 400), "navy").save(data, "webp")
    return data.getvalue()


def words(pdf: bytes) -> str:
    return " ".join(" ".join(PdfiumReader().text(pdf).pages).split())


def test_a_body_names_what_it_refers_to() -> None:
    assert compile_markup(BODY).references == (
        "documents/fees",
        "texts/legal.terms",
        "banners/seal",
        "banners/none",
    )
    assert compile_markup(BODY).markup.startswith('#"See "#refer("documents/fees")[#"fees"]')


def test_the_widest_picture_that_can_be_drawn_is_taken() -> None:
    slots = tuple(Picture(path, 1, 1, 1, ()) for path in ("a.png", "b.webp", "c.avif"))
    known = {
        "banners/seal": Target(pictures=slots),
        "documents/fees": Target("https://acme.example/fees"),
        "texts/legal.terms": Target("texts/legal.terms"),
    }

    def resolve(reference: Reference) -> Target | None:
        return known.get(reference.name)

    found = targets_of(compile_markup(BODY).references, resolve)
    assert found == Targets(
        {"documents/fees": "https://acme.example/fees"}, {"banners/seal": "b.webp"}
    )


def test_on_paper_are_the_words_and_the_address_that_whoever_prints_knows() -> None:
    source = document(BODY, Head("T", "en"), targets=TARGETS)
    files = {"seal.webp": partial(picture)}
    plain = AgreementPress().print(source, files)
    assert plain.flaw is None
    assert "See fees, terms and b." in words(plain.pdf)
    assert b"/Image" in plain.pdf
    known = AgreementPress().print(source, files, public_url="https://cdn.acme.example/")
    assert "See fees (https://cdn.acme.example/assets/0/fees.pdf), terms" in words(known.pdf)


def test_what_is_looked_for_is_what_is_printed() -> None:
    assert printed_text(BODY, TARGETS) == "See fees, terms  and b."
    linked = Targets({"documents/fees": "https://acme.example/fees"})
    assert printed_text("[fees](documents/fees) {{ x }}", linked) == (
        "fees (https://acme.example/fees) {{ x }}"
    )
