"""Every rule against its cases: tests/cases/<rule>/bad with the findings in bad.txt, and good.

UPDATE_CASES=1 writes bad.txt anew; read the difference before keeping it.
"""

import os
from pathlib import Path

import pytest

from compiler.base.finding import Severity
from tests.rules.cases import ALL_RULES, BROUGHT_IN, judged, laid_over, told

CASES = Path(__file__).resolve().parent.parent / "cases"
WITH_CASES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def test_every_rule_has_a_bad_and_a_good_case() -> None:
    lacking = [
        f"{rule}/{name}"
        for rule in ALL_RULES
        if rule not in BROUGHT_IN
        for name in ("bad", "bad.txt", "good")
        if not (CASES / rule / name).exists()
    ]
    assert lacking == []
    assert [name for name in WITH_CASES if name not in ALL_RULES] == []


@pytest.mark.parametrize("rule", WITH_CASES)
def test_the_bad_case_is_told(rule: str, tmp_path: Path) -> None:
    verdict = judged(laid_over(tmp_path, CASES / rule / "bad"))
    expected = CASES / rule / "bad.txt"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(told(verdict.findings), encoding="utf-8")
    assert told(verdict.findings) == expected.read_text(encoding="utf-8")
    assert rule in {finding.rule for finding in verdict.findings}


@pytest.mark.parametrize("rule", WITH_CASES)
def test_the_good_case_is_fine(rule: str, tmp_path: Path) -> None:
    verdict = judged(laid_over(tmp_path, CASES / rule / "good"))
    disturbing = tuple(
        finding
        for finding in verdict.findings
        if finding.rule == rule or finding.severity is not Severity.INFO
    )
    assert told(disturbing) == ""
