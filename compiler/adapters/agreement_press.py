"""Prints agreements by Typst, in a process of its own, and opens what came of it."""

import base64
import importlib.util
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from compiler.adapters.child_answers import Patience, answers
from compiler.adapters.template_worker import TemplateWorker
from compiler.channels.agreements.document import FONTS
from compiler.channels.agreements.trials import Agreement, Flaw, FlawKind, Printed
from compiler.templating.escaping import Output
from compiler.templating.trials import Job, Renderer

_CHILD = Path(__file__).with_name("typst_child.py")
_GRACE = 10
"""Seconds beside those of a task, to start in and to wait for a core."""

_AT_ONCE = 200
"""How many documents one child is given."""

_NOWHERE = "http://127.0.0.1:0"
"""An address that nobody can connect to; Typst would load packages through it."""

MISSING = "is printed by an extra only: `pip install 'clientarea[pdf]'`"


class Limits(NamedTuple):
    """What one document may take, and all of them that are asked at once."""

    seconds: int = 10
    seconds_in_all: int = 300
    memory: int = 1_500_000_000


class _Asked(NamedTuple):
    """One document of an agreement, rendered with a sample."""

    number: int
    sample: str
    source: str
    expected: str


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
        tasks = [_task(one.source, one.expected) for one in asked]
        for one, told in zip(asked, self._told(tasks), strict=True):
            flaw = _flaw(told, one.sample)
            if flaw is not None:
                found[one.number].setdefault((flaw.message, flaw.line, flaw.column), flaw)
        return [tuple(one.values()) for one in found]

    def print(self, source: str) -> Printed:
        """Return the PDF of a document that is rendered: the same bytes each time."""
        if not can_print():
            return Printed(flaw=Flaw(FlawKind.REFUSED, MISSING))
        [told] = self._told([{**_task(source, None), "wanted": True}])
        flaw = _flaw(told, "")
        if flaw is not None:
            return Printed(flaw=flaw)
        return Printed(base64.b64decode(told["pdf"]), told["pages"])

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
        for number, name, _, _ in named:
            source, expected = next(texts), next(texts)
            if isinstance(source, str) and isinstance(expected, str):
                yield _Asked(number, name, source, expected)

    def _told(self, tasks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return for each task what a child answers, or that it took too much."""
        until = time.monotonic() + self._limits.seconds_in_all
        told: list[dict[str, Any]] = []
        with TemporaryDirectory(prefix="clientarea-") as empty:
            while len(told) < len(tasks):
                if time.monotonic() > until:
                    words = "there is too much to print, and no time left for it"
                    return [*told, *({"limit": words} for _ in tasks[len(told) :])]
                share = tasks[len(told) : len(told) + _AT_ONCE]
                answered = self._answers(empty, share)
                told += answered
                if len(answered) < len(share):
                    told.append({"limit": "it takes too much time or memory to print"})
        return told

    def _answers(self, empty: str, share: Sequence[dict[str, Any]]) -> list[Any]:
        limits = map(str, self._limits)
        command = [sys.executable, "-P", str(_CHILD), empty, str(FONTS), *limits]
        return answers(command, share, _environment(), Patience(self._limits.seconds + _GRACE))


def _task(source: str, expected: str | None) -> dict[str, Any]:
    return {"source": source, "expected": expected, "wanted": False}


def _flaw(told: Mapping[str, Any], sample: str) -> Flaw | None:
    if "limit" in told:
        return Flaw(FlawKind.REFUSED, told["limit"], sample, lasting=False)
    if "refused" in told:
        place = told["line"], told["column"]
        return Flaw(FlawKind.REFUSED, told["refused"], sample, told["hint"], *place)
    if told.get("lost") is not None:
        return Flaw(FlawKind.LOST, told["lost"], sample)
    return None


def _environment() -> dict[str, str]:
    """Return what a child needs to start, one core, and no way out."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    proxies = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
    return {**kept, **dict.fromkeys(proxies, _NOWHERE), "RAYON_NUM_THREADS": "1"}
