"""Has PDFs of strangers opened, several at once; whatever they do, this process goes on."""

import base64
import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from queue import SimpleQueue

from compiler.adapters.child_environment import child_environment
from compiler.adapters.parallel import in_parallel
from compiler.adapters.pdf.limiting import Limits
from compiler.adapters.workers import cores
from compiler.ports.pdf_facts import PdfFacts, Pdfs, facts_of

_NEEDED = ("pikepdf", "pypdfium2")
_LENGTH = 8
_BROKEN = PdfFacts(trouble="breaks the program that opens it")


def can_open_pdfs() -> bool:
    """Tell whether the extra is installed that opens PDFs."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


def open_pdfs(pdfs: Pdfs, limits: Limits | None = None) -> Mapping[str, PdfFacts]:
    """Return what PDFs are, by path. Raises what reading one of them raises."""
    openers: SimpleQueue[_Opener] = SimpleQueue()
    width = min(cores(), len(pdfs)) or 1
    for _ in range(width):
        openers.put(_Opener(limits or Limits()))

    def opened(item: tuple[str, Callable[[], bytes]]) -> tuple[str, PdfFacts]:
        path, read = item
        opener = openers.get()
        try:
            return path, opener.facts(read())
        finally:
            openers.put(opener)

    try:
        return dict(in_parallel(opened, pdfs.items(), width))
    finally:
        for _ in range(width):
            openers.get().close()


class _Opener:
    """A process that opens one PDF after the other; started when it is needed first."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def facts(self, data: bytes) -> PdfFacts:
        """Return what a PDF is."""
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            return _BROKEN
        try:
            process.stdin.write(len(data).to_bytes(_LENGTH, "big"))
            process.stdin.write(data)
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        if not line.endswith(b"\n"):  # the system has taken it away
            self.close()
            return _BROKEN
        told = json.loads(line)
        if told.get("thumbnail") is not None:
            picture, width, height = told["thumbnail"]
            told["thumbnail"] = (base64.b64decode(picture), width, height)
        return facts_of(told)

    def close(self) -> None:
        """End the process: it ends as soon as nobody can ask it any more."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(OSError):
                process.communicate()

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-P", "-m", "compiler.adapters.pdf.opener"]
        self._process = subprocess.Popen(
            [*command, *map(str, self._limits)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            start_new_session=True,  # an interrupt is ours; it ends as we do
        )
        return self._process
