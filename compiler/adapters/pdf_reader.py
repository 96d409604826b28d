"""The text of PDFs, by PDFium: each read in a process of its own, within limits."""

import importlib.util
import json
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from compiler.ports.pdf import PdfText

_CHILD = Path(__file__).with_name("pdf_child.py")
_TIMES, _GRACE = 4, 30
"""How many seconds by the clock each second of work may take where others have the cores, and to
start in: work itself is limited by the processor's time."""


class Limits(NamedTuple):
    """What one PDF may take; ``seconds_in_all`` is for all that are read one after the other."""

    size: int = 25_000_000
    pages: int = 500
    signs: int = 1_000_000
    seconds: int = 10
    seconds_in_all: int = 60
    memory: int = 1_500_000_000


class PdfiumReader:
    """Reads PDFs until the time for all of them is up."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._left = float(self._limits.seconds_in_all)

    def text(self, data: bytes) -> PdfText:
        """Return what a PDF says, or why that cannot be told."""
        trouble = self._trouble(data)
        if trouble is not None:
            return PdfText(trouble=trouble)
        before = _spent()
        text = self._read(data)
        self._left -= _spent() - before
        return text

    def _trouble(self, data: bytes) -> str | None:
        """Return what stands against reading it at all."""
        if importlib.util.find_spec("pypdfium2") is None:
            return "is read by an extra only: `pip install 'clientarea[pdf]'`"
        if len(data) > self._limits.size:
            return f"is larger than {self._limits.size / 1_000_000:g} MB"
        return "is one of too many to be read at once" if self._left <= 0 else None

    def _read(self, data: bytes) -> PdfText:
        size, pages, signs, seconds, _, memory = self._limits
        del size
        limits = map(str, (seconds, memory, pages, signs))
        try:
            done = subprocess.run(
                [sys.executable, "-P", str(_CHILD), *limits],
                input=data,
                capture_output=True,
                check=False,
                timeout=seconds * _TIMES + _GRACE,
            )
        except subprocess.TimeoutExpired:
            return _too_slow(seconds)
        except OSError:
            return PdfText(trouble="needs a process of its own to be read, and none can be started")
        if done.returncode == -signal.SIGXCPU:
            return _too_slow(seconds)
        if done.returncode != 0:
            return PdfText(trouble="breaks the program that reads PDFs")
        return _answer(done.stdout)


def _spent() -> float:
    """Return the seconds of the processor that children have taken, whatever else goes on."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _too_slow(seconds: int) -> PdfText:
    return PdfText(trouble=f"takes longer than {seconds} s to read")


def _answer(output: bytes) -> PdfText:
    told = json.loads(output)
    pages = tuple(told.get("pages", ()))
    if "trouble" in told or any(page.strip() for page in pages):
        return PdfText(pages, told.get("trouble"))
    return PdfText(trouble="has no text")
