"""PDFs for tests: one that is as it should be, and changes to it."""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdfs import pdf

Change = Callable[[Pdf], None]


def good_pdf(*pages: str, change: Change | None = None) -> bytes:
    """Return a PDF with pages of text, a title, a language and tags; changed where that is asked."""
    with pikepdf.open(io.BytesIO(pdf(*(pages or ("Fees",))))) as made:
        made.Root.Lang = String("en")
        made.Root.MarkInfo = Dictionary(Marked=True)
        made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made.docinfo = made.make_indirect(Dictionary(Title=String("Schedule of fees")))
        if change is not None:
            change(made)
        return saved(made)


def saved(made: Pdf, **options: object) -> bytes:
    """Return the bytes of a PDF, the same ones each time."""
    out = io.BytesIO()
    made.save(out, static_id=True, **options)  # type: ignore[arg-type]
    return out.getvalue()


def on_opening(**action: object) -> Change:
    """Let a PDF do something when it is opened: keys of the action without their slash."""

    def change(made: Pdf) -> None:
        made.Root.OpenAction = _dictionary(action)

    return change


def on_click(**action: object) -> Change:
    """Let the first page have a link that does something."""

    def change(made: Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
        link.A = _dictionary(action)
        made.pages[0].obj.Annots = Array([made.make_indirect(link)])

    return change


def with_attachment(name: str = "prices.xlsx", data: bytes = b"PK") -> Change:
    """Attach a file."""

    def change(made: Pdf) -> None:
        made.attachments[name] = data

    return change


def with_font(name: str) -> Change:
    """Let the pages name a font that is not in the PDF."""

    def change(made: Pdf) -> None:
        made.pages[0].obj.Resources.Font.F.BaseFont = Name(f"/{name}")

    return change


def locked(data: bytes, password: str) -> bytes:
    """Return a PDF encrypted, with a password to open it, which may be empty."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        lock = pikepdf.Encryption(owner="owner", user=password, R=4)
        out = io.BytesIO()
        opened.save(out, encryption=lock)
        return out.getvalue()


def _dictionary(keys: dict[str, object]) -> Dictionary:
    return Dictionary({f"/{key}": value for key, value in keys.items()})
