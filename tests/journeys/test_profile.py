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
