"""A translation from its beginning to its end: what is asked next, what an answer changes.

Nothing here asks anybody. Whoever does hands in every reply; the same replies give the same
results, so that a run that was broken off goes on from what is recorded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from compiler.base.finding import Finding
from compiler.model.catalogue import Standing
from compiler.ports.translator import Reply
from compiler.rules.check import Scope
from compiler.translate.batching import (
    Ask,
    Batch,
    Segment,
    Tongue,
    ask_key,
    batch_of,
    chunks,
    masked_of,
    parted,
)
from compiler.translate.fault import AnswerFault
from compiler.translate.injection import Answered, addresses_a_model, contaminated
from compiler.translate.judging import Judge, Made, is_style
from compiler.translate.outcome import (
    OpenTask,
    Origin,
    Outcome,
    Recorded,
    Records,
    mark_fault,
    read_answer,
)
from compiler.translate.recalling import recalled
from compiler.translate.task import Task

ATTEMPTS = 4
"""How often an entry is asked for before it is left missing."""

_BESIDE = "the answer has words of another text of the request"
_Said = Mapping[tuple[int, Segment], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Manner:
    """How is asked: ``identity`` names who is asked, ``most`` is the size of a request.

    ``recorded`` are answers of an earlier run; ``begun`` are groups of asks that it sent off and
    had no answer to, by keys.
    """

    identity: str
    most: int = 20
    recorded: Records = field(default_factory=dict)
    begun: Sequence[tuple[str, ...]] = ()


class Campaign:
    """Tasks, those of them that are open, and the outcomes of the others."""

    def __init__(self, tasks: Sequence[Task], judge: Judge, tongue: Tongue, manner: Manner) -> None:
        self._judge, self._tongue, self._manner = judge, tongue, manner
        self._open = {task.name: OpenTask(task) for task in tasks}
        self._names = tuple(self._open)
        self._outcomes: dict[str, Outcome] = {}

    @property
    def open(self) -> int:
        """How many tasks have no outcome yet."""
        return len(self._open)

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """What became of tasks so far, by name and in the order of the tasks."""
        return {name: self._outcomes[name] for name in self._names if name in self._outcomes}

    def recall(self, scope: Scope) -> None:
        """Answer what the memory of the repository can answer, and what needs no words.

        What is current is in the memory itself: who wants it anew is not answered with it.
        """
        for state in self._open.values():
            if state.task.standing is Standing.CURRENT:
                continue
            known = recalled(scope, state.task)
            state.wholes.update(known.wholes)
            state.answers.update(known.answers)
        self._settle(list(self._open.values()))

    def leave_rest(self, reason: str) -> None:
        """Give up what is still open."""
        for state in list(self._open.values()):
            self._close(state, Outcome(state.task, reason=reason))

    def give_up(self, batch: Batch, reason: str) -> None:
        """Leave what a batch asks for, because nobody answers."""
        for ask in batch.asks:
            state = self._open.get(ask.task.name)
            if state is not None:
                self._close(state, Outcome(state.task, reason=reason))

    def ready(self) -> list[Batch]:
        """Return the requests that can be sent now; what they ask for is then under way."""
        asks = list(self._asks())
        recorded = self._manner.recorded
        while known := [ask for ask in asks if ask.key in recorded]:
            for ask in known:
                self._take(ask, recorded[ask.key])
            self._settle([self._open[a.task.name] for a in known if a.task.name in self._open])
            asks = [*(ask for ask in asks if ask.key not in recorded), *self._asks()]
        return [batch_of(group, self._tongue) for group in self._grouped(asks)]

    def recorded(self, batch: Batch, reply: Reply) -> list[Recorded]:
        """Return what a reply comes to, to be kept before `receive` is called with it."""
        said = {place: read_answer(key, reply) for key, place in batch.names.items()}
        names = _contaminated(batch, said)
        return [_record(index, ask, said, names) for index, ask in enumerate(batch.asks)]

    def receive(self, batch: Batch, records: Sequence[Recorded]) -> None:
        """Take the answers to a batch."""
        for ask, record in zip(batch.asks, records, strict=True):
            self._take(ask, record)
        self._settle([self._open[a.task.name] for a in batch.asks if a.task.name in self._open])

    def _asks(self) -> Iterator[Ask]:
        for state in self._open.values():
            for part in chunks(state.task, state.missing, self._manner.most):
                state.asked.update(part)
                problems = {one: state.problems[one] for one in part if one in state.problems}
                key = ask_key(self._manner.identity, state.task, part, state.attempt, problems)
                alone = state.alone or any(
                    addresses_a_model(masked_of(state.task, one).text) for one in part
                )
                yield Ask(key, state.task, part, state.attempt, problems, alone)

    def _grouped(self, asks: Sequence[Ask]) -> Iterator[tuple[Ask, ...]]:
        """Group asks as an earlier run did that had no answer yet, then all others."""
        left = {ask.key: ask for ask in asks}
        for keys in self._manner.begun:
            if all(key in left for key in keys):
                yield tuple(left.pop(key) for key in keys)
        rest = sorted(left.values(), key=lambda ask: (ask.task.locale, ask.alone))
        yield from parted(rest, self._manner.most)

    def _take(self, ask: Ask, record: Recorded) -> None:
        state = self._open.get(ask.task.name)
        if state is None:
            return
        state.was_asked = True
        for segment, answer, fault in zip(ask.segments, record.answers, record.faults, strict=True):
            state.asked.discard(segment)
            problem = fault or mark_fault(ask.task, segment, answer)
            state.problems.pop(segment, None)
            if problem:
                state.problems[segment] = (problem, "" if fault else answer)
                state.alone = state.alone or bool(fault)
            else:
                state.answers[segment] = answer
        if state.problems and not state.asked:
            self._again(state)

    def _settle(self, states: Iterable[OpenTask]) -> None:
        """Judge the tasks that have all their answers."""
        whole = {one.task.name: one for one in states if one.whole}
        made: list[Made] = []
        for state in whole.values():
            try:
                made.append(state.assembled())
            except AnswerFault as fault:
                self._reject(state, str(fault))
        found = self._judge.findings(made)
        for one in made:
            self._judged(whole[one.task.name], one, found[one.task.name])

    def _judged(self, state: OpenTask, made: Made, findings: Sequence[Finding]) -> None:
        style = is_style(findings)
        origin = Origin.PROVIDER if state.was_asked else Origin.MEMORY
        remarks = tuple(dict.fromkeys(finding.message for finding in findings))
        outcome = Outcome(state.task, made, origin, remarks=remarks)
        if not findings or (style and (state.attempt > 1 or not state.was_asked)):
            self._close(state, outcome)
            return
        if style:
            state.fallback = outcome
        words = dict.fromkeys(f"{o.message}; {o.hint}" if o.hint else o.message for o in findings)
        self._reject(state, "; ".join(words))

    def _reject(self, state: OpenTask, problem: str) -> None:
        """Ask for a task again; where the memory has answered, as if it had not."""
        known = bool(state.wholes) or not state.was_asked
        state.wholes.clear()
        state.problems = {} if known else {s: (problem, state.answers[s]) for s in state.segments}
        state.answers.clear()
        if not known:
            self._again(state)
        elif not state.segments:
            self._close(state, Outcome(state.task, reason=problem))

    def _again(self, state: OpenTask) -> None:
        """Let what has no answer be asked for once more, unless that was tried often enough."""
        if state.attempt < ATTEMPTS:
            state.attempt += 1
            return
        reason = next(iter(state.problems.values()), ("there is no answer", ""))[0]
        self._close(state, state.fallback or Outcome(state.task, reason=reason))

    def _close(self, state: OpenTask, outcome: Outcome) -> None:
        del self._open[state.task.name]
        asked = state.attempt if state.was_asked else 0
        self._outcomes[state.task.name] = replace(outcome, asked=asked)


def _contaminated(batch: Batch, said: _Said) -> set[str]:
    if len(batch.asks) == 1:
        return set()
    answered = []
    for index, ask in enumerate(batch.asks):
        source = " ".join(masked_of(ask.task, one).text for one in ask.segments)
        answer = " ".join(said[index, one][0] for one in ask.segments)
        answered.append(Answered(ask.task.name, source, answer))
    return contaminated(answered)


def _record(index: int, ask: Ask, said: _Said, names: set[str]) -> Recorded:
    answers = tuple(said[index, one][0] for one in ask.segments)
    faults = tuple(said[index, one][1] for one in ask.segments)
    if ask.task.name in names:
        faults = tuple(fault or _BESIDE for fault in faults)
    return Recorded(ask.key, answers, faults)
