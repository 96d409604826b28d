"""Findings in real catalogues were judged by readers; drawn again, they are the same ones.

A finding without a verdict fails: judge it (`python -m tests.judgements`) and record it.
"""

from pathlib import Path

import pytest

from tests.judgements.drawing import MOST, SOURCES, draw
from tests.judgements.record import read_record

MOST_FALSE = {"error": 0.02, "warning": 0.10}


@pytest.mark.parametrize("name", SOURCES)
def test_every_finding_that_is_drawn_has_been_judged(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    drawn = draw(name, shared_data, tmp_path)
    assert len(drawn) == MOST
    recorded = {one.key for one in read_record() if one.source == name}
    assert [one for one in drawn if one.key not in recorded] == []
    assert recorded - {one.key for one in drawn} == set()


def test_every_judgement_has_a_verdict_and_a_reason() -> None:
    for one in read_record():
        assert one.verdict in {"true", "false"}, one
        assert one.reason, one
        assert one.second_verdict in {"", "true", "false"}, one
        assert bool(one.second_verdict) == bool(one.second_reason), one


def test_a_second_reader_has_judged_half_of_them() -> None:
    record = read_record()
    assert 2 * sum(bool(one.second_verdict) for one in record) >= len(record)


@pytest.mark.parametrize("severity", MOST_FALSE)
def test_few_are_false_alarms(severity: str) -> None:
    judged = [one for one in read_record() if one.severity == severity]
    false = [one for one in judged if one.is_false]
    assert len(false) < MOST_FALSE[severity] * len(judged), false
