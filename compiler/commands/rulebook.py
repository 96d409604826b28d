"""The table of all rules: those of reading, of loading and of judging, by id."""

from compiler.base.rule import Rule
from compiler.load.rules import RULES as LOAD_RULES
from compiler.read.rules import RULES as READ_RULES
from compiler.review.breaking import RULES as BREAKING_RULES
from compiler.review.table import RULES as HISTORY_RULES
from compiler.rules.keys.table import RULES as KEY_RULES
from compiler.rules.online.table import RULES as LINK_RULES
from compiler.rules.table import RULES as JUDGED_RULES

RULEBOOK: dict[str, Rule] = {
    rule.id: rule
    for rule in sorted(
        (
            *READ_RULES,
            *LOAD_RULES,
            *JUDGED_RULES,
            *HISTORY_RULES,
            *BREAKING_RULES,
            *LINK_RULES,
            *KEY_RULES,
        ),
        key=lambda rule: rule.id,
    )
}
