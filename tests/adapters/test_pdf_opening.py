"""PDFs opened apart: what is said of them, and that those which do harm cannot do it here."""

import sys
import time
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, Stream, String

from compiler.adapters.pdf.inspecting import open_pdfs
from compiler.adapters.pdf.limiting import Limits
from compiler.ports.pdf_facts import Act, Danger, Lock, PdfFacts
from tests.pdf_kit import (
    good_pdf,
    locked,
    on_click,
    on_opening,
    saved,
    with_attachment,
    with_font,
)
from tests.pdfs import pdf, slow_pdf, written

NO_LIMIT_OF_MEMORY = sys.platform == "darwin"
MEBIBYTE = 1024 * 1024


def opened(data: bytes, limits: Limits | None = None) -> PdfFacts:
    return open_pdfs({"a.pdf": lambda: data}, limits)["a.pdf"]


def packed(size: int, times: int = 1) -> bytes:
    """Return zeros, packed so often: a bomb."""
    compressor = zlib.compressobj(9)
    data = b"".join([*(compressor.compress(bytes(MEBIBYTE)) for _ in range(size // MEBIBYTE))])
    data += compressor.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def of_stream(data: bytes, keys: bytes) -> bytes:
    return written([b"<< /Length %d %s >> stream\n%s\nendstream" % (len(data), keys, data)])


def test_a_good_one() -> None:
    facts = opened(good_pdf("Fees\nin force", "More"))
    assert (facts.pages, facts.title, facts.language, facts.tagged) == (
        2,
        "Schedule of fees",
        "en",
        True,
    )
    assert (facts.trouble, facts.damage, facts.foreign, facts.cut) == ("", "", "", False)
    assert (facts.acts, facts.fonts, facts.lock) == ((), (), None)
    assert facts.text == "Fees in force\nMore"
    assert facts.thumbnail is not None
    assert facts.thumbnail.data[:4] == b"RIFF"
    assert (facts.thumbnail.width, facts.thumbnail.height) == (480, 680)


def test_the_same_bytes_give_the_same_facts() -> None:
    data = good_pdf()
    assert opened(data) == opened(data)


def test_several_at_once_keep_their_names() -> None:
    pdfs = {f"{number}.pdf": pdf(f"Number {number}") for number in range(12)}
    facts = open_pdfs({name: lambda data=data: data for name, data in pdfs.items()})  # type: ignore[misc]
    assert {name: one.text for name, one in facts.items()} == {
        name: f"Number {name.removesuffix('.pdf')}" for name in pdfs
    }


@pytest.mark.parametrize(
    ("change", "acts"),
    [
        (
            on_opening(S=Name.JavaScript, JS=String("app.alert(1)")),
            (Danger.JAVASCRIPT, "app.alert(1)", 0),
        ),
        (on_click(S=Name.JavaScript, JS=String("x\n=1")), (Danger.JAVASCRIPT, "x =1", 1)),
        (on_click(S=Name.Launch, F=String("cmd.exe")), (Danger.LAUNCH, "cmd.exe", 1)),
        (
            on_click(S=Name.Launch, Win=Dictionary(F=String("calc.exe"))),
            (Danger.LAUNCH, "calc.exe", 1),
        ),
        (
            on_click(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String("http://a.eu"))),
            (Danger.SUBMIT, "http://a.eu", 1),
        ),
        (
            on_click(S=Name.GoToR, F=String("other.pdf")),
            (Danger.EXTERNAL, "goes on to `other.pdf`", 1),
        ),
        (
            on_click(S=Name.URI, URI=String("\\\\host\\share")),
            (Danger.EXTERNAL, "links to `\\\\host\\share`", 1),
        ),
        (
            on_click(S=Name.URI, URI=String("javascript:alert(1)")),
            (Danger.EXTERNAL, "links to `javascript:alert(1)`", 1),
        ),
        (
            on_click(S=Name.ImportData, F=String("data.fdf")),
            (Danger.EXTERNAL, "fills the form from `data.fdf`", 1),
        ),
        (with_attachment("prices.xlsx"), (Danger.EMBEDDED, "prices.xlsx", 0)),
    ],
)
def test_what_it_does(change: Callable[[Pdf], None], acts: tuple[Danger, str, int]) -> None:
    assert opened(good_pdf(change=change)).acts == (Act(*acts),)


@pytest.mark.parametrize("address", ["https://a.eu/x", "mailto:a@b.eu", "tel:+49", "#page"])
def test_links_of_the_web_do_nothing(address: str) -> None:
    assert opened(good_pdf(change=on_click(S=Name.URI, URI=String(address)))).acts == ()


def test_what_is_hidden_in_an_object_stream_is_found() -> None:
    with pikepdf.open(__import__("io").BytesIO(good_pdf())) as made:
        on_opening(S=Name.JavaScript, JS=String("app.alert(1)"))(made)
        data = saved(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"JavaScript" not in data
    assert [act.danger for act in opened(data).acts] == [Danger.JAVASCRIPT]


def test_actions_in_a_row_are_all_found() -> None:
    launch = Dictionary({"/S": Name.Launch, "/F": String("a.exe")})
    change = on_opening(S=Name.GoTo, D=String("x"), Next=launch)
    assert [act.danger for act in opened(good_pdf(change=change)).acts] == [Danger.LAUNCH]


def test_a_stream_from_elsewhere() -> None:
    def change(made: Pdf) -> None:
        stream = Stream(made, b"")
        stream.F = String("http://a.eu/image")
        made.pages[0].obj.Resources.XObject = Dictionary(X=made.make_indirect(stream))

    (act,) = opened(good_pdf(change=change)).acts
    assert act == (Danger.EXTERNAL, "takes its data from `http://a.eu/image`", 1)


def test_scripts_of_an_xfa_form() -> None:
    def change(made: Pdf) -> None:
        form = Stream(made, b"<xdp><template><script>x</script></template></xdp>")
        made.Root.AcroForm = Dictionary(Fields=[], XFA=made.make_indirect(form))

    assert [act.what for act in opened(good_pdf(change=change)).acts] == ["scripts of an XFA form"]


def test_how_it_is_encrypted() -> None:
    assert opened(locked(good_pdf(), "secret")).lock is Lock.PASSWORD
    restricted = opened(locked(good_pdf(), ""))
    assert (restricted.lock, restricted.text) == (Lock.RESTRICTED, "Fees")


def test_fonts_that_are_not_in_it() -> None:
    assert opened(good_pdf(change=with_font("ABCDEF+ArialMT"))).fonts == ("ArialMT",)
    assert opened(good_pdf(change=with_font("Helvetica"))).fonts == ()


@pytest.mark.parametrize(
    ("data", "facts"),
    [
        (good_pdf()[:-40], ("", True, 1)),
        (good_pdf()[:400], ("", True, 0)),
        (good_pdf().replace(b"startxref", b"startxxxx"), ("", False, 1)),
        (good_pdf().replace(b"\n", b"\r\n"), ("", False, 1)),
        (b"%PDF-1.7\n" + bytes(5000), ("", True, 0)),
        (b"%PDF-1.7\n%%EOF\n", ("", False, 0)),
    ],
)
def test_damage(data: bytes, facts: tuple[str, bool, int]) -> None:
    found = opened(data)
    assert found.damage
    assert (found.trouble, found.cut, found.pages) == facts
    assert "0x" not in found.damage


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"MZ\x90" + good_pdf(), "begins with 3 bytes of something else"),
        (b"\n\r\n" + good_pdf(), ""),
        (b"\xef\xbb\xbf" + good_pdf(), ""),
        (good_pdf() + bytes(3000), ""),
        (good_pdf() + b"x" * 3000, "goes on after its end, with 3,000 bytes of something else"),
        (
            good_pdf() + b"<script>alert(1)</script>",
            "goes on after its end, with 25 bytes of something else",
        ),
        (good_pdf().replace(b"\n", b"\n%<html><body>\n", 1), "is a web page, too"),
    ],
)
def test_what_else_it_is(data: bytes, said: str) -> None:
    assert opened(data).foreign == said


def _cyclic_pages() -> bytes:
    def change(made: Pdf) -> None:
        made.Root.Pages.Kids.append(made.Root.Pages)

    return good_pdf(change=change)


def _cyclic_outlines() -> bytes:
    def change(made: Pdf) -> None:
        one = made.make_indirect(Dictionary(Title=String("a")))
        one.Next, one.Parent, one.First = one, one, one
        made.Root.Outlines = one

    return good_pdf(change=change)


def _deep() -> bytes:
    return written([b"<< /Length 0 >> stream\n\nendstream"], [b"[" * 100_000 + b"]" * 100_000])


def _huge_table(number: int = 2_000_000_000) -> bytes:
    table = b"xref\n0 %d\n" % number
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n9\n%%%%EOF\n" % number
    return b"%PDF-1.7\n" + table + b"0000000000 65535 f \n" * 1000 + end


def _many_objects() -> bytes:
    return written([b"<< /Length 0 >> stream\n\nendstream"], [b"<< /A [1 2 3] >>"] * 200_000)


@pytest.mark.parametrize(
    ("make", "damage"),
    [
        (_cyclic_pages, "Loop detected in /Pages structure (getAllPages)"),
        (_cyclic_outlines, ""),
        (_deep, "limits error(parser-max-nesting): ignoring excessively deeply nested data"),
        (_huge_table, "unable to find trailer dictionary while recovering damaged file"),
        (_many_objects, ""),
    ],
)
def test_loops_and_tables_end(make: Callable[[], bytes], damage: str) -> None:
    start = time.monotonic()
    facts = opened(make())
    assert facts.damage.startswith(damage) if damage else facts.is_open
    assert facts.trouble == ""
    assert time.monotonic() - start < 40


def nested_bomb() -> bytes:
    return of_stream(packed(300 * MEBIBYTE, 2), b"/Filter [/FlateDecode /FlateDecode]")


def bomb_in_parts() -> bytes:
    one = packed(200 * MEBIBYTE)
    stream = b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(one), one)
    return written([stream] * 6)


@pytest.mark.parametrize(
    ("bomb", "said"),
    [
        (
            lambda: of_stream(packed(300 * MEBIBYTE), b"/Filter /FlateDecode"),
            "holds a stream that unpacks to more than 256 MiB",
        ),
        (nested_bomb, "holds a stream that unpacks to more than 256 MiB"),
        (bomb_in_parts, "unpacks to more than 1024 MiB"),
    ],
)
def test_bombs(bomb: Callable[[], bytes], said: str) -> None:
    data = bomb()
    assert len(data) < 2_000_000
    assert opened(data).trouble == said


def test_a_large_image_is_no_bomb() -> None:
    facts = opened(of_stream(packed(100 * MEBIBYTE), b"/Filter /FlateDecode"))
    assert facts.trouble in {"", "takes more than 10 s to draw page 1"}


def test_drawings_without_an_end() -> None:
    start = time.monotonic()
    facts = opened(slow_pdf(), Limits(seconds=1))
    assert facts.trouble == "takes more than 1 s to draw page 1"
    assert time.monotonic() - start < 20


@pytest.mark.skipif(NO_LIMIT_OF_MEMORY, reason="macOS does not limit memory")
def test_one_that_fills_the_memory_takes_its_own_process_along_and_no_other() -> None:
    few = Limits(memory=400_000_000)
    assert opened(good_pdf(), few).trouble == ""
    bomb = written([b"<< /Length 0 >> stream\n\nendstream"], [b"[" + b"0 " * 20_000_000 + b"]"])
    facts = open_pdfs({"bomb.pdf": lambda: bomb, "good.pdf": good_pdf}, few)
    assert facts["good.pdf"].text == "Fees"
    assert facts["bomb.pdf"].trouble in {
        "takes more than 400 MB of memory to open",
        "breaks the program that opens it",
        "takes more than 10 s to open",
    }
