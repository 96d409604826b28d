"""Renders templates in a process of its own, within limits: a bad one takes nothing along."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from compiler.adapters.child_answers import Answered, Patience, answers, stall
from compiler.adapters.processor_time import Budget
from compiler.adapters.template_tasks import Sending, text_of, troubles_of
from compiler.adapters.workers import cores
from compiler.templating.fault import Fault
from compiler.templating.trials import Job, Trial, Trouble

_CHILD = Path(__file__).with_name("template_child.py")
_STARTING = 5
"""Seconds of the processor beside those of a task, to start in."""

_WORTH_A_PROCESS = 100
"""How many tasks take longer than starting a process for them."""

_MOST_ANSWER = 50_000_000
_Asked = TypeVar("_Asked")
_Found = TypeVar("_Found")


class Limits(NamedTuple):
    """What one task may take, and all of them that are asked at once.

    Seconds are those of the processor, so that no content is refused for what else a machine does;
    after so many of ``silence`` by the clock a child is given up, with all that it was to do.
    """

    seconds: float = 2
    seconds_in_all: float = 120
    memory: int = 1_000_000_000
    silence: float = 300


class TemplateWorker:
    """Gives templates to a child process, and starts another where that one dies."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def probe(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        """Return for each trial what is wrong with what it comes to."""
        return self._all(trials, Sending.trial, troubles_of)

    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        """Return for each job its text, or why there is none."""
        return self._all(jobs, Sending.job, text_of)

    def _all(
        self,
        asked: Sequence[_Asked],
        send: Callable[[Sending, _Asked], dict[str, Any]],
        receive: Callable[[Any], _Found],
    ) -> list[_Found]:
        budget = Budget(self._limits.seconds_in_all)
        share = max(-(-len(asked) // cores()), _WORTH_A_PROCESS)
        shares = [asked[begin : begin + share] for begin in range(0, len(asked), share)]
        if len(shares) < 2:  # noqa: PLR2004 - no thread is worth one share
            return self._share(asked, budget, send, receive)
        with ThreadPoolExecutor(len(shares)) as pool:
            found = pool.map(lambda one: self._share(one, budget, send, receive), shares)
            return [one for part in found for one in part]

    def _share(
        self,
        asked: Sequence[_Asked],
        budget: Budget,
        send: Callable[[Sending, _Asked], dict[str, Any]],
        receive: Callable[[Any], _Found],
    ) -> list[_Found]:
        found: list[_Found] = []
        while len(found) < len(asked):
            sending = Sending()
            tasks = [send(sending, one) for one in asked[len(found) :]]
            if budget.is_spent:
                words = "there is too much to render, and no time left for it"
                return [*found, *(receive({"limit": words}) for _ in tasks)]
            told, stalled = self._run({"tasks": tasks, "samples": sending.samples}, budget)
            found += [receive(one) for one in told]
            if stalled:
                words = stall(self._limits.silence)
                return [*found, *(receive({"limit": words}) for _ in tasks[len(told) :])]
            if len(told) < len(tasks):
                words = "it takes too much time or memory to render"
                found.append(receive({"limit": words}))
        return found

    def _run(self, work: dict[str, Any], budget: Budget) -> Answered:
        """Return the answers that a child gave before it ended, or was ended."""
        seconds, in_all, memory, silence = self._limits
        limits = str(seconds), str(int(in_all)), str(memory)
        command = [sys.executable, "-P", str(_CHILD), *limits]
        patience = Patience(seconds + _STARTING, silence, _MOST_ANSWER)
        return answers(command, work, patience, budget)
