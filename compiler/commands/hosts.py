"""Findings in the formats of hosts, with what a change touches."""

from compiler.commands.choosing import Found
from compiler.commands.rulebook import RULEBOOK
from compiler.report.formats.located import Surroundings
from compiler.report.formats.table import FORMATS
from compiler.wiring import history, way_to


def for_host(name: str, found: Found, base: str | None) -> str:
    """Return findings in a format of the table. Raises HistoryError where ``base`` is not here."""
    root = found.root
    repository = history(root)
    changed = {} if base is None else repository.changed_lines(repository.common(base))
    return FORMATS[name](found.findings, Surroundings(way_to(root), changed), RULEBOOK)
