"""The lines of the table of checks that are about rich text."""

from compiler.base.finding import Severity
from compiler.rules.check import Check, language_check
from compiler.rules.richtext import links, markup, numbers, shape, structure

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CHECKS: tuple[Check, ...] = (
    language_check("removed-markup", _WARNING, markup.removed_markup),
    language_check("invalid-link", _ERROR, links.invalid_link),
    language_check("unknown-anchor", _ERROR, links.unknown_anchor),
    language_check("empty-link", _ERROR, links.empty_link),
    language_check("missing-alt", _WARNING, links.missing_alt),
    language_check("skipped-heading", _WARNING, shape.skipped_heading),
    language_check("uneven-table", _ERROR, shape.uneven_table),
    language_check("renumbered-item", _WARNING, numbers.renumbered_item),
    language_check("literal-markup", _WARNING, shape.literal_markup),
    language_check("lost-link", _ERROR, structure.lost_link),
    language_check("changed-table", _ERROR, structure.changed_table),
    language_check("changed-headings", _WARNING, structure.changed_headings),
    language_check("changed-list", _WARNING, structure.changed_list),
    language_check("changed-code", _WARNING, structure.changed_code),
)
