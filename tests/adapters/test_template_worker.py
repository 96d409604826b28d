"""Templates of strangers, rendered in a process that may die, within limits."""

import os
import signal
import sys
import threading
import time
from typing import Any

import pytest

from compiler.adapters.child_answers import stall
from compiler.adapters.processor_time import processor_seconds
from compiler.adapters.template_worker import Limits, TemplateWorker
from compiler.templating.escaping import Output
from compiler.templating.fault import Fault, FaultKind
from compiler.templating.rendering import render
from compiler.templating.trials import Job, Trial, Trouble, TroubleKind
from compiler.templating.unbounded import UnboundedRenderer
from tests.adapters.child_processes import children, children_seconds, stopped

MANY: dict[str, Any] = {"xs": list(range(60))}
ENDLESS = "{% for a in xs %}" * 6 + "x" + "{% endfor %}" * 6
SILENT = "{% for a in xs %}" * 6 + "{% endfor %}" * 6
GROWING = "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 40
QUICK = Limits(seconds=1)
STALLED = Fault(FaultKind.LIMIT, stall(1))
TOO_MUCH = "it takes too much time or memory to render"


def job(template: str, values: dict[str, Any] | None = None) -> Job:
    return Job(template, values or {}, "en", Output.HTML)


def test_it_renders_what_is_rendered_here() -> None:
    jobs = [
        job("Hi {{ name }}", {"name": "<Ana> ☃"}),
        job("{{ missing }}"),
        job("{{ x | money('EUR') }}", {"x": 2.5}),
    ]
    assert TemplateWorker().render(jobs) == UnboundedRenderer().render(jobs)
    assert TemplateWorker().render([]) == []


@pytest.mark.parametrize(
    ("template", "kind", "words"),
    [
        (SILENT, FaultKind.LIMIT, "longer than 1 s"),
        (ENDLESS, FaultKind.LIMIT, "2,000,000 characters"),
        (GROWING, FaultKind.LIMIT, "it takes"),  # time, on a machine that is busy
        ("{{ xs.__class__.__mro__ }}", FaultKind.ABSENT, "`__class__`"),
        ("{% include '/etc/passwd' %}", FaultKind.FORBIDDEN, "no other file"),
        ("{{ 9 ** 9 ** 9 ** 9 }}", FaultKind.VALUE, "do not fit"),
        ("{{ 'a' * 10000000000 }}", FaultKind.VALUE, "do not fit"),
        ("{{ " + "-" * 20_000 + "1 }}", FaultKind.SYNTAX, ""),
    ],
)
def test_a_bad_one_takes_no_other_along(template: str, kind: FaultKind, words: str) -> None:
    before, bad, after = TemplateWorker(QUICK).render([job("a"), job(template, MANY), job("b")])
    assert (before, after) == ("a", "b")
    assert isinstance(bad, Fault)
    assert bad.kind is kind
    assert words in bad.message


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for children in /proc")
def test_where_a_child_dies_another_goes_on() -> None:
    def kill() -> None:
        time.sleep(3)  # it has begun with the endless one
        for pid in children("template_child"):
            os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    found = TemplateWorker(Limits(seconds=30)).render([job("a"), job(SILENT, MANY), job("b")])
    killer.join()
    assert found == ["a", Fault(FaultKind.LIMIT, TOO_MUCH), "b"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for children in /proc")
@pytest.mark.parametrize(("silence", "expected"), [(300, ["a", "b"]), (1, [STALLED, STALLED])])
def test_one_that_gets_no_processor_is_waited_for_and_one_that_is_silent_too_long_is_not(
    silence: float, expected: list[str | Fault], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compiler.adapters.template_worker._STARTING", 1)
    with stopped("template_child", 3):
        found = TemplateWorker(Limits(seconds=1, silence=silence)).render([job("a"), job("b")])
    assert found == expected


def test_what_a_process_has_had_of_the_processor() -> None:
    before = processor_seconds(os.getpid())
    assert before is not None
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass
    after = processor_seconds(os.getpid())
    assert after is not None
    assert 0.1 <= after - before <= 5
    assert processor_seconds(2**22 + 1) is None


def test_all_of_them_have_an_end() -> None:
    limits = Limits(seconds=1, seconds_in_all=2)
    before = children_seconds()
    found = TemplateWorker(limits).render([job(SILENT, MANY)] * 20)
    used = children_seconds() - before
    assert [one.kind for one in found if isinstance(one, Fault)] == [FaultKind.LIMIT] * 20
    assert found[-1] == Fault(
        FaultKind.LIMIT, "there is too much to render, and no time left for it"
    )
    assert used < 20, "each has had its second"


def test_trials_come_to_the_same_as_here() -> None:
    def trial(template: str) -> Trial:
        samples = {"usual": {"name": "Ana"}, "odd": {"name": "None"}, "few": dict[str, str]()}
        templates = {Output.TEXT: template, Output.HTML: template}
        return Trial(template, "en", templates, lambda: samples)

    trials = [trial("Hello {{ name }}"), trial("{{ name | money('EUR') }}"), trial("{$ x }")]
    found = TemplateWorker().probe(trials)
    assert found == UnboundedRenderer().probe(trials)
    assert [len(one) for one in found] == [2, 3, 1]


def test_a_trial_that_takes_too_long_is_told_so() -> None:
    samples = {"usual": MANY}
    trial = Trial(SILENT, "en", {Output.TEXT: SILENT}, lambda: samples)
    (found,) = TemplateWorker(QUICK).probe([trial])
    words = "it takes longer than 1 s to render"
    assert found == (Trouble(TroubleKind.FAILED, words, "", lasting=False),)


def test_this_test_would_not_end_without_limits() -> None:
    assert render(SILENT, {"xs": [1, 2]}, "en", Output.TEXT) == ""
