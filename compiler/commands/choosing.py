"""Which findings are asked for: those of some files, rules or languages."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.finding import Finding
from compiler.base.suggest import did_you_mean
from compiler.commands.locales import chosen_locales
from compiler.commands.outcome import Outcome
from compiler.load.merge_driver import merge_driver_missing
from compiler.report.source import SourceReader
from compiler.wiring import clone_of, people_merge_here

Keep = Callable[[Finding], bool]
Filter = Callable[[Sequence[Finding]], list[Finding]]
Chosen = Callable[[Outcome], list[Finding]]
"""Returns those findings of a check that are asked for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which gate and day are asked for, and which findings: all where nothing is named."""

    gate: str | None
    paths: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    locale: str | None = None
    today: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to report: the findings asked for, and what was mended before.

    ``source`` reads the project's files, as the findings are about them.
    ``files`` counts those that the mending changes; ``diff`` is the change where it is only shown.
    ``settled`` says that what can be mended has been: what is left is for its author.
    """

    root: Path
    source: SourceReader
    outcome: Outcome
    findings: Sequence[Finding]
    mended: Sequence[Finding] = ()
    files: int = 0
    diff: str | None = None
    settled: bool = False


def chooser(root: Path, wish: Wish) -> Chosen:
    """Return what chooses the findings asked for. Raises UsageError for what is not there."""
    keeps = [_in_paths(root, wish.paths), _of_rules(wish.rules)]

    def chosen(outcome: Outcome) -> list[Finding]:
        every = [*keeps, _of_locales(outcome.active, wish.locale)]
        return [one for one in outcome.findings if all(keep(one) for keep in every)]

    return chosen


def about_clone(root: Path) -> tuple[Finding, ...]:
    """Return what there is to say about the clone, where people merge in it."""
    clone = clone_of(root) if people_merge_here() else None
    return () if clone is None else tuple(merge_driver_missing(clone))


def _in_paths(root: Path, paths: Sequence[str]) -> Keep:
    wanted = [_relative(root, path) for path in paths]

    def keep(finding: Finding) -> bool:
        places = (finding.place, *(note.place for note in finding.notes))
        return any(_is_below(place.path, one) for place in places for one in wanted)

    return keep if wanted else _all


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")


def _relative(root: Path, given: str) -> str:
    path = Path(given)
    if not path.exists():
        path = root / given
    if not path.exists():
        raise UsageError(f"there is no file or folder `{given}`")
    resolved = path.resolve()
    if not resolved.is_relative_to(root):
        raise UsageError(f"`{given}` is not in the project `{root}`")
    return resolved.relative_to(root).as_posix()


def _of_rules(rules: Sequence[str]) -> Keep:
    if not rules:
        return _all
    from compiler.commands.rulebook import RULEBOOK  # it imports every rule

    for rule in rules:
        if rule not in RULEBOOK:
            hint = did_you_mean(rule, RULEBOOK)
            raise UsageError(f"there is no rule `{rule}`; {hint}")
    return lambda finding: finding.rule in rules


def _of_locales(active: Sequence[str], locales: str | None) -> Keep:
    if not locales:
        return _all
    wanted = chosen_locales(locales, active)
    return lambda finding: finding.locale in wanted


def _all(_: Finding) -> bool:
    return True
