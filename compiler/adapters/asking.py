"""Sends the requests of a campaign: several at once, with patience, every answer kept at once."""

import queue
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from compiler.adapters.answer_ledger import AnswerLedger
from compiler.adapters.pacing import LONGEST, Pacer, StoppedError
from compiler.ports.translator import BusyError, Reply, Translator, TranslatorError, Usage
from compiler.translate.batching import Batch
from compiler.translate.campaign import Campaign
from compiler.translate.outcome import Recorded

_TRIES = 6
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_IN_A_ROW = 2
"""Requests in a row without an answer, after which a provider is taken to be down."""
_GRACE = 20.0
"""Seconds that an interrupted run waits for answers that are paid for already."""

Shown = Callable[[int, int], None]


@dataclass(slots=True)
class Came:
    """What asking came to: requests and tokens; ``failure`` says why it could not go on."""

    requests: int = 0
    usage: Usage = field(default_factory=Usage)
    failure: str = ""


@dataclass(frozen=True, slots=True)
class _Result:
    batch: Batch
    records: list[Recorded]
    usage: Usage
    busy: str = ""
    failure: Exception | None = None


class Asking:
    """One run: workers that ask, and a queue of what they were told."""

    def __init__(
        self,
        campaign: Campaign,
        translator: Translator,
        ledger: AnswerLedger,
        *,
        concurrency: int = 4,
        per_minute: int | None = None,
    ) -> None:
        self._campaign, self._translator, self._ledger = campaign, translator, ledger
        self._stop = threading.Event()
        self._pacer = Pacer(per_minute, self._stop.wait)
        self._jobs: queue.SimpleQueue[Batch | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[_Result] = queue.SimpleQueue()
        self._under_way = 0
        self._room = concurrency
        self._silent = 0
        self.came = Came()

    def run(self, shown: Shown, total: int) -> Came:
        """Ask until nothing is open, or the provider cannot go on.

        Raises KeyboardInterrupt, once the answers that were under way are kept.
        """
        # Daemons: nobody waits for a server that does not answer when all else is over.
        for _ in range(self._room):
            threading.Thread(target=self._work, daemon=True).start()
        try:
            self._loop(shown, total)
        except KeyboardInterrupt:
            self._drain()
            raise
        finally:
            self._stop.set()
            for _ in range(self._room):
                self._jobs.put(None)
            self._translator.close()
        return self.came

    def _loop(self, shown: Shown, total: int) -> None:
        waiting = self._campaign.ready()
        while (waiting and not self.came.failure) or self._under_way:
            while waiting and self._under_way < self._room and not self.came.failure:
                batch = waiting.pop(0)
                self._ledger.begin(batch.request.id, [ask.key for ask in batch.asks])
                self._under_way += 1
                self._jobs.put(batch)
            self._take(self._results.get())
            if not self.came.failure:
                waiting += self._campaign.ready()
            shown(total - self._campaign.open, total)

    def _take(self, result: _Result) -> None:
        self._under_way -= 1
        self.came.requests += 1
        self.came.usage = self.came.usage.plus(result.usage)
        if result.failure is not None:
            if not isinstance(result.failure, TranslatorError | StoppedError):
                raise result.failure
            self.came.failure = self.came.failure or str(result.failure)
        elif result.busy:
            self._silent += 1
            if self._silent >= _IN_A_ROW:
                self.came.failure = self.came.failure or result.busy
            else:
                self._campaign.give_up(result.batch, f"the provider {result.busy}")
        else:
            self._silent = 0
            self._campaign.receive(result.batch, result.records)

    def _drain(self) -> None:
        """Wait a while for the answers to what was sent: they are paid for."""
        self._stop.set()
        until = time.monotonic() + _GRACE
        while self._under_way:
            try:
                self._results.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                return
            self._under_way -= 1

    def _work(self) -> None:
        while (batch := self._jobs.get()) is not None:
            self._results.put(self._answered(batch))

    def _answered(self, batch: Batch) -> _Result:
        try:
            reply = self._patiently(batch)
            records = self._campaign.recorded(batch, reply)
            self._ledger.keep(batch.request.id, records)
        except BusyError as busy:
            return _Result(batch, [], Usage(), busy=str(busy))
        except Exception as failure:  # noqa: BLE001 - raised again where somebody waits for it
            return _Result(batch, [], Usage(), failure=failure)
        return _Result(batch, records, reply.usage)

    def _patiently(self, batch: Batch) -> Reply:
        """Ask until there is an answer. Raises BusyError after the last try."""
        pause = _FIRST_PAUSE
        for tried in range(1, _TRIES + 1):
            self._pacer.enter()
            try:
                return self._translator.translate(batch.request)
            except BusyError as busy:
                if tried == _TRIES:
                    raise
                if busy.seconds is not None and busy.seconds > LONGEST:
                    words = f"{busy}; it is to be left alone for {busy.seconds:,.0f} seconds"
                    raise TranslatorError(words) from busy
                if busy.seconds is not None:
                    self._pacer.hold(busy.seconds)
                elif self._stop.wait(pause * random.uniform(0.5, 1.0)):  # noqa: S311
                    raise StoppedError from busy
                pause = min(2 * pause, _LONGEST_PAUSE)
        raise AssertionError  # the last try returns or raises
