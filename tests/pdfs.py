"""PDFs as small as they can be, written by hand: pages of text, locked ones, bombs."""

from collections.abc import Sequence

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(*pages: str) -> bytes:
    """Return a PDF with a line of text for each line of each page."""
    return written([_stream(_drawn(page)) for page in pages])


def locked_pdf() -> bytes:
    """Return one that asks for a password."""
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    trailer = b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (6, b"43" * 16, b"43" * 16)
    return written([_stream(_drawn("Secret"))], [lock], trailer)


def slow_pdf(depth: int = 12, width: int = 12) -> bytes:
    """Return one whose page draws a form that draws forms, and so on, without an end."""
    page = 3 + 2  # the catalogue, the pages, the font, the page
    first = page + 1
    forms = [
        _stream(
            b" ".join([b"/X Do"] * width),
            b" /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources"
            b" << /XObject << /X %d 0 R >> >>" % (first + number + 1),
        )
        for number in range(depth)
    ]
    last = _stream(_drawn("End"), b" /Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return written([_stream(b"/X Do")], [*forms, last], xobject=first)


def written(
    contents: Sequence[bytes], more: Sequence[bytes] = (), trailer: bytes = b"", xobject: int = 0
) -> bytes:
    """Return a PDF of pages with these contents; ``more`` are further objects behind them."""
    kids = [4 + 2 * number for number in range(len(contents))]
    form = b" /XObject << /X %d 0 R >>" % xobject if xobject else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(kids), b" ".join(b"%d 0 R" % one for one in kids)),
        _FONT,
    ]
    for kid, content in zip(kids, contents, strict=True):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >>%s >> >>" % (kid + 1, form)
        )
        objects.append(content)
    return _file([*objects, *more], trailer)


def _drawn(text: str) -> bytes:
    lines = b" ".join(b"(%s) Tj T*" % line.encode("cp1252") for line in text.split("\n"))
    return b"BT /F 12 Tf 14 TL 50 780 Td %s ET" % lines


def _stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<< /Length %d%s >> stream\n%s\nendstream" % (len(data), keys, data)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out, starts = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    return bytes(
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, trailer, len(out))
    )
