"""The lines of the table of checks that are about rich text."""

from compiler.base.finding import Severity
from compiler.rules.check import Check, language_check
from compiler.rules.richtext import markup

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CHECKS: tuple[Check, ...] = (language_check("removed-markup", _WARNING, markup.removed_markup),)
