"""What `sync` says about its work, for people and for programs."""

from collections.abc import Hashable, Iterator, Sequence
from posixpath import split, splitext
from typing import Any

from compiler.base.visible import visible
from compiler.edit.sync.change import CatalogueChange, Change
from compiler.edit.sync.planning import Sync
from compiler.report.findings_json import findings_data
from compiler.report.words import count, some

_WORDS = {
    Change.DIFFERING: "with two texts, one of them now in a comment",
    Change.MENDED: "put in order",
    Change.ADDED: "to translate",
    Change.STALE: "stale, as the source text has changed",
    Change.CURRENT: "no longer stale",
    Change.RENEWED: "not translated yet, with a new source text",
    Change.REVIVED: "taken back from the obsolete ones",
    Change.OBSOLETE: "obsolete",
    Change.REMOVED: "removed, as never translated",
    Change.REMARKS: "with new comments",
}


def sync_text(plan: Sync, *, done: bool) -> str:
    """Return what was done, or would be, for people."""
    return "\n".join(_lines(plan, done=done))


def _lines(plan: Sync, *, done: bool) -> Iterator[str]:
    alike: dict[Hashable, list[CatalogueChange]] = {}
    for change in plan.changes:
        alike.setdefault(_told(change), []).append(change)
    for changes in alike.values():
        yield f"{visible(_paths(changes))}{': new' if changes[0].made else ''}"
        yield from (f"  {line}" for line in _about(changes[0]))
    for folder in plan.sourceless:
        yield f"Left alone `{visible(folder)}`: there is no catalogue of the source language."
    for path in dict.fromkeys(finding.place.path for finding in plan.broken):
        yield f"Left alone `{visible(path)}`: it cannot be read."
    number = count(len(plan.files), "catalogue")
    if plan.files:
        changed = f"{number} changed" if done else f"{number} would change"
        yield f"{changed}, {plan.unchanged:,} unchanged."
    else:
        yield f"Nothing to do: {count(plan.unchanged, 'catalogue')} in step with the source."


def _told(change: CatalogueChange) -> Hashable:
    """Return what is told together: a new label is one line, and not one for each language."""
    return change.area, change.namespace, change.made, tuple(change.labels.items())


def _paths(changes: Sequence[CatalogueChange]) -> str:
    """Return the paths of catalogues that lie in one folder, as a shell reads them."""
    if len(changes) == 1:
        return changes[0].path
    folder, name = split(changes[0].path)
    return f"{folder}/{{{','.join(one.locale for one in changes)}}}{splitext(name)[1]}"


def _about(change: CatalogueChange) -> Iterator[str]:
    if not change.labels:
        yield "order, header or line ends"
    for kind, labels in change.labels.items():
        yield f"{len(labels):,} {_WORDS[kind]}: {_some(labels)}"


def _some(labels: tuple[str, ...]) -> str:
    return some([f"`{visible(label)}`" for label in labels])


def sync_data(plan: Sync) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "result": "changed" if plan.files else "unchanged",
        "unchanged": plan.unchanged,
        "catalogues": [_catalogue(change) for change in plan.changes],
        "sourceless": list(plan.sourceless),
        "findings": findings_data(plan.broken),
    }


def _catalogue(change: CatalogueChange) -> dict[str, Any]:
    return {
        "path": change.path,
        "namespace": change.namespace,
        "locale": change.locale,
        "area": change.area,
        "new": change.made,
        **{kind.value: list(change.labels.get(kind, ())) for kind in Change},
    }
