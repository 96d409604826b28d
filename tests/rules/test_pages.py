"""Every rule has a page: what, why, what is bad, what is good, what is not flagged."""

import pytest

from compiler.base.rule import Rule
from compiler.rules.table import RULES

SECTIONS = ("**Why**", "**Bad**", "**Good**", "**Not flagged**")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_page_is_whole(rule: Rule) -> None:
    first, blank, *_ = rule.doc.split("\n")
    places = [rule.doc.find(f"\n{section}") for section in SECTIONS]
    assert first.endswith(".") or not blank
    assert -1 not in places
    assert places == sorted(places)
    assert rule.doc.count("```") % 2 == 0


def test_a_summary_is_one_line() -> None:
    assert [rule.id for rule in RULES if not rule.summary.endswith(".")] == []
