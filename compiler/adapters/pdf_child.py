"""Reads the text of one PDF, in a process of its own: a library in C reads what strangers send.

Started by its file's name, from stdin to stdout. It knows nothing of this project, so that it
starts in a moment, and has neither more time nor more memory than it was given.
"""

import json
import resource
import sys
from contextlib import suppress
from typing import Any

_PASSWORD = 4  # FPDF_ERR_PASSWORD of PDFium


def main(seconds: int, memory: int, most_pages: int, most_signs: int) -> dict[str, Any]:
    """Return the ``pages`` of the PDF on stdin, or the ``trouble`` with it.

    Limited to seconds of work, bytes of memory, pages and signs.
    """
    data = sys.stdin.buffer.read()
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    import pypdfium2  # within the limits

    try:
        return _read(pypdfium2.PdfDocument(data), most_pages, most_signs)
    except pypdfium2.PdfiumError as failure:
        encrypted = getattr(failure, "err_code", None) == _PASSWORD
        return {"trouble": "is encrypted" if encrypted else "is broken"}
    except MemoryError:
        return {"trouble": "takes too much memory to read"}


def _read(document: Any, most_pages: int, most_signs: int) -> dict[str, Any]:  # noqa: ANN401 - of the library
    if len(document) > most_pages:
        return {"trouble": f"has more than {most_pages:,} pages"}
    pages: list[str] = []
    left = most_signs
    for page in document:
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            return {"trouble": f"has more than {most_signs:,} signs"}
        pages.append(text.get_text_range())
    return {"pages": pages}


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    known = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):  # macOS does not limit memory
        resource.setrlimit(what, (known, hard))


if __name__ == "__main__":
    told = main(*map(int, sys.argv[1:]))
    sys.stdout.buffer.write(json.dumps(told).encode())
