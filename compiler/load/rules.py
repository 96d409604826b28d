"""The table of the rules of form: what loading finds before anybody asks what files mean."""

from compiler.base.rule import Rule
from compiler.load import rules_files, rules_records

RULES: tuple[Rule, ...] = (*rules_files.RULES, *rules_records.RULES)
"""Every rule of this room."""
