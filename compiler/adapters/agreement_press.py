"""Prints agreements by Typst, in a process of its own, and opens what came of it."""

import base64
import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from compiler.adapters.child_answers import Answered, Patience, answers, stall
from compiler.adapters.processor_time import Budget
from compiler.adapters.template_worker import TemplateWorker
from compiler.adapters.workers import cores
from compiler.channels.agreements.document import FONTS
from compiler.channels.agreements.trials import (
    Agreement,
    Drawn,
    Files,
    Flaw,
    FlawKind,
    Picture,
    Printed,
)
from compiler.messages.cldr import direction
from compiler.templating.escaping import Output
from compiler.templating.trials import Job, Renderer

_CHILD = Path(__file__).with_name("typst_child.py")
_STARTING = 10
"""Seconds of the processor beside those of a task, to start in."""

_AT_ONCE = 200
"""How many documents one child is given."""

_WORTH_A_PROCESS = 30
"""How many of them take longer than starting a process for them."""

_NOWHERE = "http://127.0.0.1:0"
"""An address that nobody can connect to; Typst would load packages through it."""

_NAMED = (
    *(FlawKind.FONT, FlawKind.LOST, FlawKind.OUTSIDE),
    *(FlawKind.LEFT, FlawKind.TWICE, FlawKind.UNSEEN),
)
"""What a child tells by its own name; of several the first counts."""

MISSING = "is printed by an extra only: `pip install 'clientarea[pdf]'`"


class Limits(NamedTuple):
    """What one document may take, and all that are asked at once: seconds of the processor.

    After so many of ``silence`` by the clock a child is given up, with all that it was to do.
    """

    seconds: int = 10
    seconds_in_all: int = 300
    memory: int = 1_500_000_000
    silence: float = 300


class _Asked(NamedTuple):
    """One document of an agreement, rendered with a sample."""

    number: int
    sample: str
    source: str
    expected: str
    from_right: bool


def can_print() -> bool:
    """Tell whether what prints is installed."""
    return all(importlib.util.find_spec(name) for name in ("typst", "pypdfium2"))


class AgreementPress:
    """Renders agreements with samples, prints them, and looks for their words in the PDF."""

    def __init__(self, limits: Limits | None = None, renderer: Renderer | None = None) -> None:
        self._limits = limits or Limits()
        self._renderer = renderer or TemplateWorker()

    def flaws(self, agreements: Sequence[Agreement]) -> list[tuple[Flaw, ...]] | None:
        """Return what is wrong with each agreement, each thing once, whatever the samples."""
        if not can_print():
            return None
        found: list[dict[tuple[str, int, int], Flaw]] = [{} for _ in agreements]
        asked = list(self._rendered(agreements))
        tasks = [
            {
                **_task(one.source, one.expected),
                "from_right": one.from_right,
                # Once an agreement: a layout shows all samples in the same colours.
                "looked_at": number == 0 or asked[number - 1].number != one.number,
            }
            for number, one in enumerate(asked)
        ]
        files = {path: read for one in agreements for path, read in one.files.items()}
        for one, told in zip(asked, self._told(tasks, files), strict=True):
            flaw = _flaw(told, one.sample)
            if flaw is not None:
                found[one.number].setdefault((flaw.message, flaw.line, flaw.column), flaw)
        return [tuple(one.values()) for one in found]

    def print(
        self, source: str, files: Files | None = None, public_url: str | None = None
    ) -> Printed:
        """Return the PDF of a document that is rendered: the same bytes each time.

        ``files`` are what it draws, ``public_url`` is where readers find the public side.
        """
        if not can_print():
            return Printed(flaw=Flaw(FlawKind.REFUSED, MISSING))
        task = {**_task(source, None), "wanted": True, "public_url": public_url}
        [told] = self._told([task], files or {})
        flaw = _flaw(told, "")
        if flaw is not None:
            return Printed(flaw=flaw)
        return Printed(base64.b64decode(told["pdf"]), told["pages"])

    def draw(self, documents: Sequence[tuple[str, Files]], most: int) -> list[Drawn] | None:
        """Return ``most`` pages of each document that is rendered; None without what prints."""
        if not can_print():
            return None
        tasks = [{**_task(source, None), "drawn": most} for source, _ in documents]
        files = {path: read for _, drawn in documents for path, read in drawn.items()}
        return [_drawn(told) for told in self._told(tasks, files)]

    def _rendered(self, agreements: Sequence[Agreement]) -> Iterator[_Asked]:
        """Yield what can be rendered; what cannot is told by another rule."""
        named = [
            (number, name, values, one)
            for number, one in enumerate(agreements)
            for name, values in one.samples().items()
        ]
        jobs = [
            Job(template, values, one.locale, Output.TEXT)
            for _, _, values, one in named
            for template in (one.document, one.text)
        ]
        texts = iter(self._renderer.render(jobs) if jobs else ())
        for number, name, _, one in named:
            source, expected = next(texts), next(texts)
            if isinstance(source, str) and isinstance(expected, str):
                from_right = direction(one.locale) == "rtl"
                yield _Asked(number, name, source, expected, from_right)

    def _told(self, tasks: Sequence[dict[str, Any]], files: Files) -> list[dict[str, Any]]:
        """Return for each task what a child answers, or that it took too much."""
        budget = Budget(self._limits.seconds_in_all)
        share = max(-(-len(tasks) // cores()), _WORTH_A_PROCESS)
        shares = [tasks[begin : begin + share] for begin in range(0, len(tasks), share)]
        with TemporaryDirectory(prefix="clientarea-") as folder, ThreadPoolExecutor() as pool:
            _put(Path(folder), files)
            done = list(pool.map(lambda one: self._share(folder, one, budget), shares))
        return [one for part in done for one in part]

    def _share(
        self, folder: str, tasks: Sequence[dict[str, Any]], budget: Budget
    ) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        while len(told) < len(tasks):
            if budget.is_spent:
                words = "there is too much to print, and no time left for it"
                return [*told, *({"limit": words} for _ in tasks[len(told) :])]
            now = tasks[len(told) : len(told) + _AT_ONCE]
            answered, stalled = self._answers(folder, now, budget)
            told += answered
            if stalled:
                words = stall(self._limits.silence)
                return [*told, *({"limit": words} for _ in tasks[len(told) :])]
            if len(answered) < len(now):
                told.append({"limit": "it takes too much time or memory to print"})
        return told

    def _answers(self, folder: str, share: Sequence[dict[str, Any]], budget: Budget) -> Answered:
        seconds, in_all, memory, silence = self._limits
        limits = map(str, (seconds, in_all, memory))
        command = [sys.executable, "-P", str(_CHILD), folder, str(FONTS), *limits]
        patience = Patience(seconds + _STARTING, silence)
        return answers(command, share, patience, budget, _environment())


def _drawn(told: Mapping[str, Any]) -> Drawn:
    flaw = _flaw(told, "")
    if flaw is not None and flaw.kind is FlawKind.REFUSED:
        return Drawn(flaw=flaw)
    pictures = (Picture(base64.b64decode(data), *size) for data, *size in told["pictures"])
    return Drawn(tuple(pictures), told["pages"])


def _put(folder: Path, files: Files) -> None:
    for path, read in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(read())


def _task(source: str, expected: str | None) -> dict[str, Any]:
    usual = {"wanted": False, "public_url": None, "drawn": 0}
    return {"source": source, "expected": expected, **usual}


def _flaw(told: Mapping[str, Any], sample: str) -> Flaw | None:
    if "limit" in told:
        return Flaw(FlawKind.REFUSED, told["limit"], sample, lasting=False)
    if "refused" in told:
        place = told["line"], told["column"]
        return Flaw(FlawKind.REFUSED, told["refused"], sample, told["hint"], *place)
    named = (kind for kind in _NAMED if told.get(kind.value) is not None)
    return next((Flaw(kind, told[kind.value], sample) for kind in named), None)


def _environment() -> dict[str, str]:
    """Return what a child needs to start, one core, and no way out."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    proxies = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
    return {**kept, **dict.fromkeys(proxies, _NOWHERE), "RAYON_NUM_THREADS": "1"}
