import re

import pytest

from compiler.base.rule import Rule
from compiler.read.rules import RULES


def test_ids_are_words_and_differ() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_says_what_why_and_how(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.doc.split("\n")[1] == ""
    parts = ["**Why**", "**Bad**", "**Good**", "**Not flagged**"]
    found = [rule.doc.find(part) for part in parts]
    assert -1 not in found
    assert found == sorted(found)
    assert rule.doc.count("```") % 2 == 0
