"""Agreements printed by Typst in a process of its own, and read again."""

import io
import socket
import sys
import threading
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest

from compiler.adapters import agreement_press
from compiler.adapters.agreement_press import AgreementPress, Limits
from compiler.adapters.child_answers import stall
from compiler.adapters.pdf_reader import PdfiumReader
from compiler.channels.agreements.document import Head, document
from compiler.channels.agreements.trials import Agreement, Flaw, FlawKind
from compiler.templating.rendering import render
from compiler.templating.template_body import compile_body
from tests.adapters.child_processes import stopped

BODY = (
    "Dear {{ name }},\n\nyour fee is **{{ fee }}**.\n\n| a | b |\n|---|---|\n| 1 | {{ name }} |\n"
)
ARABIC = "عزيزي {{ name }}،\n\nالرسم هو **{{ fee }}** كل سنة، و*لا* شيء آخر.\n"
CHINESE = "尊敬的 {{ name }}：\n\n年费为 **{{ fee }}**。合同、条款与发展。\n"
SAMPLES = {
    "usual": {"name": "Ana", "fee": "€1,200.00"},
    "other": {"name": "Łucja Жанна", "fee": "5"},
}


def agreement(
    body: str = BODY,
    locale: str = "en",
    layout: str | None = None,
    samples: Mapping[str, Mapping[str, Any]] = SAMPLES,
) -> Agreement:
    whole = document(body, Head("Fees of {{ name }}", locale), layout=layout)
    return Agreement(whole, compile_body(body).text, locale, lambda: samples)


def flaws(*agreements: Agreement) -> list[tuple[Flaw, ...]]:
    found = AgreementPress().flaws(agreements)
    assert found is not None
    return found


def printed(source: str) -> bytes:
    made = AgreementPress().print(source)
    assert made.flaw is None, made.flaw
    return made.pdf


def test_every_script_comes_back() -> None:
    asked = [
        agreement(),
        agreement(ARABIC, "ar"),
        agreement("שלום {{ name }}, **{{ fee }}**", "he"),
        *(agreement(CHINESE, locale) for locale in ("zh", "zh-Hant", "ja")),
        agreement("안녕하세요 {{ name }}, 수수료는 {{ fee }}입니다.", "ko"),
        agreement("Γειά σου {{ name }}, Привіт, Ærø, Đặng, ţară {{ fee }}", "el"),
    ]
    assert flaws(*asked) == [()] * len(asked)


def test_the_same_bytes_each_time() -> None:
    source = render(agreement(ARABIC, "ar").document, SAMPLES["usual"], "ar")
    assert isinstance(source, str)
    first = printed(source)
    assert first.startswith(b"%PDF-")
    assert first == printed(source)
    assert b"CreationDate" not in first


def test_a_layout_that_hides_words_is_told_with_the_first_of_them() -> None:
    hiding = '#let layout(title: "", author: "", locale: "", body) = [Only this.]'
    [found] = flaws(agreement(layout=hiding))
    assert found == (
        Flaw(FlawKind.LOST, "Dear Ana,", "usual"),
        Flaw(FlawKind.LOST, "Dear Łucja Жанна,", "other"),
    )


@pytest.mark.parametrize(
    ("layout", "message", "line", "column"),
    [
        ('#let layout(title: "", author: "", locale: "", body) = {\n  unknown\n}', "unknown variable: unknown", 2, 3),
        ('#let layout(..rest, body) = {\n  body\n  image("logo.png")\n}', "a layout can read no file", 3, 9),
        ('\n#read("/etc/passwd")', "a layout can read no file", 2, 7),
        ('#read("../../etc/passwd")', "a layout can read no file", 1, 7),
        ('#import "@preview/cetz:0.2.0": *', "packages cannot be loaded here", 1, 9),
        ("#let f() = f()\n#f()", "maximum function call depth exceeded", 1, 12),
        ("#let layout(body) = body", "unexpected argument: title", 3, 0),
    ],
)  # fmt: skip
def test_a_layout_that_typst_refuses_is_told_with_its_place(
    layout: str, message: str, line: int, column: int
) -> None:
    [found] = flaws(agreement(layout=layout, samples={"usual": SAMPLES["usual"]}))
    [flaw] = found
    assert (flaw.kind, flaw.message) == (FlawKind.REFUSED, message)
    if column:
        assert (flaw.line, flaw.column) == (line, column)
    else:  # it is in what calls the layout
        assert flaw.line > line


def test_no_connection_is_opened_for_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.getsockname()[1]}")
        calls: list[object] = []

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                calls.append(address)
                connection.close()

        stop = threading.Event()
        listening = threading.Thread(target=listen)
        listening.start()
        made = AgreementPress().print('#import "@preview/cetz:0.2.0": *')
        stop.set()
        listening.join()
    assert made.flaw is not None
    assert made.flaw.message == "packages cannot be loaded here"
    assert calls == []


@pytest.mark.parametrize(
    "endless",
    [
        "#for a in range(9999) { for b in range(9999) { for c in range(9999) { } } }",
        '#let x = "a" * 1000\n#for a in range(99) { x = x + x }',
    ],
)
def test_what_takes_too_much_is_ended_and_the_rest_is_printed(endless: str) -> None:
    press = AgreementPress(Limits(seconds=2, memory=600_000_000))
    found = press.flaws(
        [agreement(layout=endless, samples={"usual": SAMPLES["usual"]}), agreement()]
    )
    assert found is not None
    [[flaw], fine] = found
    assert (flaw.message, flaw.lasting) == ("it takes too much time or memory to print", False)
    assert fine == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for children in /proc")
@pytest.mark.parametrize("silence", [300, 1])
def test_a_press_that_gets_no_processor_is_waited_for_and_one_that_stalls_is_told_so(
    silence: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement_press, "_STARTING", 1)
    with stopped("typst_child", 3):
        found = AgreementPress(Limits(seconds=1, silence=silence)).flaws([agreement(), agreement()])
    told = Flaw(FlawKind.REFUSED, stall(1), "usual", lasting=False)
    assert found == ([(), ()] if silence > 1 else [(told,), (told,)])


def test_many_pages_have_numbers_and_the_head_of_a_table_on_each() -> None:
    body = "\n".join(f"| {n} | row {n} |" for n in range(120))
    pdf = printed(document(f"| No | Word |\n|---|---|\n{body}", Head("T", "en")))
    pages = PdfiumReader().text(pdf).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
        assert page.count("No") == 1


def test_title_author_and_language_are_in_the_metadata() -> None:
    pdf = printed(document("a", Head("Gebühren", "de-AT", "Acme Ltd")))
    assert b"/Lang (de-AT)" in pdf or b"/Lang(de-AT)" in pdf
    assert b"Acme Ltd" in pdf
    assert "Gebühren".encode("utf-16-be") in pdf or "Gebühren".encode() in pdf


def test_without_the_extra_nothing_is_printed_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(agreement_press, "can_print", lambda: False)
    assert AgreementPress().flaws([agreement()]) is None
    made = AgreementPress().print("a")
    assert made.flaw is not None
    assert "pip install 'clientarea[pdf]'" in made.flaw.message


def test_bold_latin_letters_among_han_are_those_of_the_bold_font() -> None:
    body = "甲方为 **Ana 公司**，plain。\n"
    made = printed(document(body, Head("合同", "zh-Hans")))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        fonts = pdf.pages[0].Resources.Font.values()
        names = {str(font.BaseFont).partition("+")[2].partition("-Identity")[0] for font in fonts}
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "NotoSansCJKsc-Regular"}
