"""`check --fix` on the catalogues of other projects: it settles, and brings nothing new."""

from collections import Counter
from pathlib import Path

import pytest

from tests.harness import Project
from tests.judgements.drawing import SOURCES


def rules(project: Project, *arguments: str) -> Counter[str]:
    """Check, and return how often each rule has something to say."""
    project.run("check", "--format", "json", *arguments)
    return Counter(one["rule"] for one in project.data()["findings"])


@pytest.mark.parametrize("name", SOURCES)
def test_real_catalogues_are_mended_once(name: str, shared_data: Path, tmp_path: Path) -> None:
    source = SOURCES[name]
    here = Project(tmp_path).files({"clientarea.yaml": "version: 1\nlabels: any\ngate: draft\n"})
    mapped = [word for one in source.mapped for word in ("--locale-map", one)]
    for namespace, path in source.folders.items():
        about = ("--format", source.format, "--namespace", namespace, "--source-locale", "en")
        here.run("import", *about, *mapped, str(shared_data / path)).exits(0)
    before = rules(here)
    here.run("check", "--fix", "--format", "json")
    found = here.data()
    assert found["mended"]
    assert found["summary"]["fixable"] == 0
    after = rules(here, "--fix")
    assert "mended" not in here.data()
    assert {rule for rule, number in after.items() if number > before[rule]} == set()
