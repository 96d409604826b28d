"""What rules mend: the bad case of every fixable one, mended as tests/cases/<rule>/mended.diff says.

UPDATE_CASES=1 writes these anew; read the difference before keeping it.
"""

import os
from pathlib import Path

import pytest

from tests.harness import Project
from tests.rules.cases import ALL_RULES, BROUGHT_IN, judged, laid_over

CASES = Path(__file__).resolve().parent.parent / "cases"
FIXABLE = sorted(rule.id for rule in ALL_RULES.values() if rule.fixable)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] != "build"
    }


@pytest.mark.parametrize("rule", FIXABLE)
def test_the_bad_case_is_mended(rule: str, tmp_path: Path) -> None:
    project = Project(laid_over(tmp_path, CASES / rule / "bad"))
    before = tree(tmp_path)
    project.run("check", "--rule", rule, "--fix", "--dry-run")
    assert tree(tmp_path) == before
    expected = CASES / rule / "mended.diff"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(project.out, encoding="utf-8")
    assert project.out == expected.read_text(encoding="utf-8")
    project.run("check", "--rule", rule, "--fix", "--format", "json")
    found = project.data()
    assert found["mended"]
    assert found["summary"]["fixable"] == 0
    after = tree(tmp_path)
    assert after != before
    project.run("check", "--rule", rule, "--fix", "--format", "json")
    assert project.data() == {key: one for key, one in found.items() if key != "mended"}
    assert tree(tmp_path) == after


@pytest.mark.parametrize("rule", sorted(ALL_RULES.keys() - BROUGHT_IN))
def test_only_fixable_rules_have_fixes(rule: str, tmp_path: Path) -> None:
    found = judged(laid_over(tmp_path, CASES / rule / "bad")).findings
    assert {one.rule for one in found if one.fixes} <= set(FIXABLE)
    assert rule not in FIXABLE or any(one.fixes for one in found if one.rule == rule)


@pytest.mark.parametrize("rule", sorted(ALL_RULES.keys() - BROUGHT_IN))
def test_whatever_is_wrong_a_second_run_changes_nothing(rule: str, tmp_path: Path) -> None:
    project = Project(laid_over(tmp_path, CASES / rule / "bad"))
    project.run("check", "--fix", "--format", "json")
    assert project.code in (0, 1)
    assert project.data()["summary"]["fixable"] == 0
    after = tree(tmp_path)
    project.run("check", "--fix", "--format", "json")
    assert "mended" not in project.data()
    assert tree(tmp_path) == after
