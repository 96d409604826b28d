"""`--profile` says where the time went, beside what a verb says without."""

import pytest

from tests.harness import Project

STAGES = {
    "check": {"looking at files", "starting", "reading files", "checking"},
    "build": {"looking at files", "reading files", "putting bundles together", "writing"},
    "plan": {"reading files", "planning"},
    "publish": {"reading files", "putting bundles together", "releasing"},
}


@pytest.mark.parametrize("verb", STAGES)
def test_where_the_time_went(project: Project, verb: str) -> None:
    said = project.run(verb).out
    project.run("publish") if verb == "plan" else project.edit(
        "content/translations/portal/es.po", "Hola", "Buenas"
    )
    told = project.run(verb, "--profile").exits(0).err
    lines = told[told.index("stage ") :].splitlines()
    assert STAGES[verb] <= {line.partition("  ")[0] for line in lines}
    assert lines[-1].startswith("in all")
    assert lines[-1].endswith("100 %")
    assert said
    assert "in all" not in project.out


def test_a_run_that_fails_says_it_too(project: Project) -> None:
    told = project.files({"clientarea.yaml": "gate: ["}).run("check", "--profile").exits(2).err
    table, _, sentence = told.partition("in all")
    assert "looking at files" in table
    assert "clientarea.yaml cannot be used as it is" in sentence


def test_content_that_is_refused_says_it_too(project: Project) -> None:
    project.edit("content/translations/portal/es.po", "Hola", "")
    for verb in ("check", "build", "plan", "publish"):
        assert "in all" in project.run(verb, "--profile").exits(1).err


def test_stages_come_to_the_whole(project: Project) -> None:
    told = project.run("build", "--profile").exits(0).err
    lines = told[told.index("stage ") :].splitlines()[1:]
    seconds = [float(line.rpartition("  ")[0].split()[-2]) for line in lines]
    assert sum(seconds[:-1]) == pytest.approx(seconds[-1], abs=0.001 * len(seconds))
