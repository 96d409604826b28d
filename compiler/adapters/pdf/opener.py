"""The process that opens PDFs: it imports the libraries once, and forks for each PDF.

Started as a module. On stdin come PDFs, each after its length (8 bytes, big-endian); on stdout goes
a line of JSON for each, with fields of `PdfFacts`. It looks into none of them itself.
"""

import json
import sys
from typing import Any

from compiler.adapters.pdf.drawing import say_picture
from compiler.adapters.pdf.limiting import Limits, apart
from compiler.adapters.pdf.structure import say_structure

_LENGTH = 8


def main(limits: Limits) -> None:
    """Answer until nobody asks any more."""
    while len(length := sys.stdin.buffer.read(_LENGTH)) == _LENGTH:
        data = sys.stdin.buffer.read(int.from_bytes(length, "big"))
        sys.stdout.write(f"{json.dumps(facts(data, limits))}\n")
        sys.stdout.flush()


def facts(data: bytes, limits: Limits) -> dict[str, Any]:
    """Return what a PDF is."""
    found, trouble = apart(say_structure, data, limits)
    found.pop("done", None)
    if trouble:
        return found | {"trouble": _while(trouble, "to open")}
    if "trouble" in found or not found.get("pages"):
        return found
    seen, trouble = apart(say_picture, data, limits)
    seen.pop("done", None)
    if trouble:
        end = "to read its text" if "thumbnail" in seen else "to draw page 1"
        seen["trouble"] = _while(trouble, end)
    return found | seen | {"damage": found["damage"] or seen.get("damage", "")}


def _while(trouble: str, end: str) -> str:
    return f"{trouble} {end}" if trouble.startswith("takes") else trouble


if __name__ == "__main__":
    main(Limits(*map(int, sys.argv[1:])))
