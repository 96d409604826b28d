"""The lines of the table of checks that are about agreements."""

from compiler.base.finding import Severity
from compiler.rules.agreements import printing, writing
from compiler.rules.check import Check, check

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

AGREEMENT_CHECKS: tuple[Check, ...] = (
    check("mismatched-layout", _ERROR, writing.mismatched_layout),
    check("unprintable-character", _ERROR, writing.unprintable_character),
    check("unprintable-markup", _ERROR, writing.unprintable_markup),
    check("unprintable-agreement", _ERROR, printing.unprintable_agreement),
    check("lost-words", _ERROR, printing.lost_words),
    check("words-off-the-page", _ERROR, printing.words_off_the_page),
    check("misprinted-agreement", _ERROR, printing.misprinted_agreement),
    check("unprinted-agreement", _WARNING, printing.unprinted_agreement),
)
