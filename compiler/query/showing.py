"""One entry with all there is to know of it: its languages, and what was found to be wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.model.languages import Languages
from compiler.query.entries import Entry, State, Version, all_entries
from compiler.query.selection import selected
from compiler.rules.check import Scope


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of one reference: as all areas share it, then what areas have different."""

    reference: str
    layers: tuple[Entry, ...]
    findings: tuple[Finding, ...]


Chosen = Mapping[str, Sequence[Entry]]
"""Entries by reference: as all areas share each, then as areas have it."""


def chosen(scope: Scope, patterns: Sequence[str]) -> Chosen:
    """Return the entries that patterns choose. Raises UsageError where one chooses nothing."""
    layers: dict[str, list[Entry]] = {}
    for entry in all_entries(scope):
        layers.setdefault(entry.reference, []).append(entry)
    wanted = selected(patterns, layers, scope.content.broken)
    return {reference: entries for reference, entries in layers.items() if reference in wanted}


def with_findings(entries: Chosen, findings: Iterable[Finding]) -> list[Shown]:
    """Give each entry the findings about it."""
    about: dict[str, list[Finding]] = {reference: [] for reference in entries}
    for finding in findings:
        if finding.entity in about:
            about[finding.entity].append(finding)
    return [
        Shown(reference, tuple(layers), tuple(about[reference]))
        for reference, layers in entries.items()
    ]


def place_of(entry: Entry, version: Version) -> Place:
    """Return where a language of an entry begins; the entry itself where nothing is written."""
    parts = version.parts()
    return parts[0].where() if parts else entry.where()


def parent_of(entry: Entry, version: Version, languages: Languages) -> str | None:
    """Return from which language one inherits, None where it does not, or not in this layer."""
    if version.state is not State.INHERITED:
        return None
    written = {one.locale for one in entry.versions if one.own is not None}
    return next((one for one in languages.chain(version.locale).parents if one in written), None)
