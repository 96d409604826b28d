"""What a release brings to applications that read what is live: two commits compared."""

from collections.abc import Sequence

from compiler.commands.comparing import versions_of
from compiler.commands.opening import Project
from compiler.load.waivers import load_waivers
from compiler.ports.clients import Broken, Effect
from compiler.ports.snapshot import Snapshot
from compiler.review.breaking import weighed_changes
from compiler.review.change import Change, Weight, What
from compiler.review.changes import changes_of
from compiler.rules.engine import count_entries
from compiler.wiring import history

_OFF = "off"


def effect_between(project: Project, before: str, now: str | None) -> Effect:
    """Compare two commits; ``now`` None is the work tree. Raises HistoryError."""
    repository = history(project.root)
    new = project.snapshot if now is None else repository.snapshot(now)
    versions = versions_of(repository.snapshot(before), new)
    changes = list(weighed_changes(changes_of(versions), versions))
    return Effect(
        _broken(project, changes, new),
        sum(map(_is_removed, changes)),
        count_entries(versions.before),
    )


def _broken(project: Project, changes: Sequence[Change], new: Snapshot) -> tuple[Broken, ...]:
    waivers, _ = load_waivers(new)
    passed = {(one.rule, one.entity) for one in waivers if one.expires >= project.today}
    levels = project.settings.rules
    return tuple(
        Broken(change.rule or "", change.entity, _words(change))
        for change in changes
        if change.weight is Weight.BREAKING
        and (change.rule, change.entity) not in passed
        and levels.get(change.rule or "") != _OFF
    )


def _is_removed(change: Change) -> bool:
    return change.what is What.REMOVED and change.part is change.locale is change.area is None


def _words(change: Change) -> str:
    part = f", `{change.part}`" if change.part else ""
    area = f" of area `{change.area}`" if change.area else ""
    locale = f" in `{change.locale}`" if change.locale else ""
    return f"`{change.entity}`{part}{area}{locale} is {change.what}: {change.reason}"
