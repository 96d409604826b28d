"""What a template worker is asked, and what it answers, as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from compiler.templating.escaping import Output
from compiler.templating.fault import Fault, FaultKind
from compiler.templating.probing import probed
from compiler.templating.rendering import render
from compiler.templating.trials import Job, Trial, Trouble, TroubleKind

Samples = list[Mapping[str, Any]]
"""Samples that tasks share, each named by its number."""


class Sending:
    """Tasks on their way to a worker; values that several of them have are sent once."""

    def __init__(self) -> None:
        self.samples: Samples = []
        self._numbers: dict[int, int] = {}

    def trial(self, trial: Trial) -> dict[str, Any]:
        """Return a trial as a task."""
        return {
            "source": trial.source,
            "locale": trial.locale,
            "templates": dict(trial.templates),
            "samples": {name: self._number(sample) for name, sample in trial.samples().items()},
        }

    def job(self, job: Job) -> dict[str, Any]:
        """Return a job as a task."""
        return {
            "template": job.template,
            "locale": job.locale,
            "output": job.output,
            "values": self._number(job.values),
        }

    def _number(self, sample: Mapping[str, Any]) -> int:
        number = self._numbers.setdefault(id(sample), len(self.samples))
        if number == len(self.samples):
            self.samples.append(sample)
        return number


def answer(task: Mapping[str, Any], samples: Samples) -> Any:  # noqa: ANN401 - any JSON value
    """Return what a task comes to."""
    return (_probed if "templates" in task else _rendered)(task, samples)


def _probed(task: Mapping[str, Any], samples: Samples) -> Any:  # noqa: ANN401
    trial = Trial(
        task["source"],
        task["locale"],
        {Output(output): template for output, template in task["templates"].items()},
        lambda: {name: samples[number] for name, number in task["samples"].items()},
    )
    return [asdict(trouble) for trouble in probed(trial)]


def _rendered(task: Mapping[str, Any], samples: Samples) -> Any:  # noqa: ANN401
    values = samples[task["values"]]
    found = render(task["template"], values, task["locale"], Output(task["output"]))
    return asdict(found) if isinstance(found, Fault) else found


def troubles_of(told: Any) -> tuple[Trouble, ...]:  # noqa: ANN401
    """Return what was found in a trial."""
    if isinstance(told, Mapping):
        return (Trouble(TroubleKind.FAILED, told["limit"], "", lasting=False),)
    return tuple(Trouble(**{**one, "kind": TroubleKind(one["kind"])}) for one in told)


def text_of(told: Any) -> str | Fault:  # noqa: ANN401
    """Return what a job came to."""
    if isinstance(told, str):
        return told
    if "limit" in told:
        return Fault(FaultKind.LIMIT, told["limit"])
    return Fault(**{**told, "kind": FaultKind(told["kind"])})
