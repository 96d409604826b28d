"""Flags of Weblate mean rules that exist."""

from compiler.rules.table import RULES
from compiler.rules.weblate import WEBLATE_CHECKS


def test_every_rule_that_a_flag_means_exists() -> None:
    known = {rule.id for rule in RULES}
    assert {rule for rules in WEBLATE_CHECKS.values() for rule in rules} <= known


def test_the_names_that_catalogues_use_most_are_known() -> None:
    used = {"same", "max-length", "python-format", "c-format", "end-stop", "inconsistent"}
    assert used <= set(WEBLATE_CHECKS)
