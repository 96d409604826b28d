"""What was rendered in the round before is not rendered again."""

from collections.abc import Sequence
from typing import Any

from compiler.templating.escaping import Output
from compiler.templating.fault import Fault, FaultKind
from compiler.templating.remembering import RememberingRenderer
from compiler.templating.trials import Job, Trial, Trouble


class Counting:
    """Renders a job as its template in capitals, and notes it; a `!` fails."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        self.asked += [job.template for job in jobs]
        return [
            Fault(FaultKind.LIMIT, "too much") if "!" in job.template else job.template.upper()
            for job in jobs
        ]

    def probe(self, trials: Sequence[Trial]) -> list[tuple[Trouble, ...]]:
        return [() for _ in trials]


def job(template: str, locale: str = "en", output: Output = Output.TEXT, **values: Any) -> Job:
    return Job(template, values, locale, output)


def test_only_what_is_new_is_rendered() -> None:
    counting = Counting()
    renderer = RememberingRenderer(counting)
    assert renderer.render([job("a"), job(""), job("a")]) == ["A", "", "A"]
    assert renderer.render([job(""), job("b")]) == ["", "B"]
    assert counting.asked == ["a", "", "b"]
    renderer.next_round()
    assert renderer.render([job("b"), job("c")]) == ["B", "C"]
    assert counting.asked == ["a", "", "b", "c"]


def test_each_value_language_and_output_is_another_one() -> None:
    counting = Counting()
    jobs = [job("a"), job("a", "es"), job("a", output=Output.HTML), job("a", n=1), job("a", n="1")]
    RememberingRenderer(counting).render(jobs)
    assert len(counting.asked) == len(jobs)


def test_what_nobody_asks_for_is_forgotten() -> None:
    counting = Counting()
    renderer = RememberingRenderer(counting)
    renderer.render([job("a")])
    renderer.next_round()
    renderer.next_round()
    renderer.render([job("a")])
    assert counting.asked == ["a", "a"]


def test_what_failed_is_tried_again() -> None:
    counting = Counting()
    renderer = RememberingRenderer(counting)
    renderer.render([job("!")])
    renderer.next_round()
    assert isinstance(renderer.render([job("!")])[0], Fault)
    assert counting.asked == ["!", "!"]
