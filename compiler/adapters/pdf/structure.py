"""Opens one PDF by qpdf and says what it is made of. Runs in a process that may die."""

import io
import re
from typing import Any

import pikepdf

from compiler.adapters.pdf.contents import looked_through
from compiler.adapters.pdf.envelope import foreign_part, is_cut
from compiler.adapters.pdf.limiting import Say
from compiler.adapters.pdf.unpacking import BombError

_LONGEST = 200
"""Signs that are told of what is damaged, and of a title."""
_MOST_ACTS = 20
_OUT_OF_MEMORY = "bad_alloc"
_SAYS_NOTHING = "file is damaged"
_NO_TITLE = ("", "untitled")
_OF_LIBRARY = re.compile(r"^(?:WARNING: )?stream <[^>]*>(?: \([^)]*\))?(?:, [^:]*)?: ")


def say_structure(data: bytes, say: Say) -> None:
    """Say what a PDF is, with fields of `PdfFacts`."""
    say(foreign=foreign_part(data), cut=is_cut(data))
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            _say_opened(pdf, data, say)
    except pikepdf.PasswordError:
        say(lock="password")
    except pikepdf.PdfError as failure:
        say(damage=_plain(str(failure)))
    except BombError as bomb:
        say(trouble=str(bomb))


def _say_opened(pdf: pikepdf.Pdf, data: bytes, say: Say) -> None:
    found, broken = looked_through(pdf, len(data))
    repaired = [_plain(str(one)) for one in pdf.get_warnings()]
    damage = sorted([*repaired, *broken], key=lambda one: one == _SAYS_NOTHING)
    say(
        lock="restricted" if pdf.is_encrypted else None,
        damage=damage[0] if damage else "",
        pages=len(pdf.pages),
        title=_title(pdf),
        language=_text(pdf.Root.get("/Lang")),
        tagged=_is_tagged(pdf.Root),
        acts=found.acts[:_MOST_ACTS],
        fonts=sorted(found.fonts),
        weights=sorted(found.weights.items(), key=lambda one: (-one[1], one[0])),
    )


def _title(pdf: pikepdf.Pdf) -> str:
    """Return the title: of the metadata, which newer programs show, or of the older table."""
    try:
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        title = _text(metadata.get("dc:title"))
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        title = ""
    info = pdf.trailer.get("/Info")
    if title.casefold() in _NO_TITLE and isinstance(info, pikepdf.Dictionary):
        title = _text(info.get("/Title"))
    return "" if title.casefold() in _NO_TITLE else title


def _is_tagged(root: Any) -> bool:  # noqa: ANN401 - of the library
    mark = root.get("/MarkInfo")
    marked: Any = isinstance(mark, pikepdf.Dictionary) and mark.get("/Marked")
    return marked is True and "/StructTreeRoot" in root


def _text(value: Any) -> str:  # noqa: ANN401
    """Return a text on one line, without signs that nobody sees."""
    text = str(value) if isinstance(value, pikepdf.String | str) else ""
    seen = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return seen[:_LONGEST]


def _plain(message: str) -> str:
    """Return what the library says, without its name for the file. Raises MemoryError."""
    if _OUT_OF_MEMORY in message:  # which the library takes for a fault of the file
        raise MemoryError
    return " ".join(_OF_LIBRARY.sub("", message).split())[:_LONGEST]
