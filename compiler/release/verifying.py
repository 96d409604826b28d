"""Verifying a target: is everything there that its pointers, live and kept releases name?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from compiler.bundle.artifacts import Artifacts, Side
from compiler.messages.pseudo import PSEUDO
from compiler.ports.store import StoreError
from compiler.release.apply import Executor, UnfinishedError
from compiler.release.finishing import moves_behind
from compiler.release.healing import healing_steps
from compiler.release.holdings import names_of_hashes
from compiler.release.inspecting import Damage, Inspection
from compiler.release.layout import HINT, LIVE, pointer_name, record_name
from compiler.release.log import Head, find_head, read_record
from compiler.release.manifest import UnreadableManifestError, artifacts_id
from compiler.release.moving import Key, aims, pointers_of
from compiler.release.plan import closing_steps
from compiler.release.pointer import Seen
from compiler.release.reading import both_sides, read_manifest, read_purged, see_pointers
from compiler.release.record import Kind, Record, Release, without_areas
from compiler.release.record_json import UnreadableRecordError, parse_record
from compiler.release.soundness import Report
from compiler.release.steps import Step
from compiler.release.target import Target

_TRIES = 5
_HEALINGS = 2


@dataclass(frozen=True, slots=True)
class Made:
    """How the live content came to be: the publish that compiled it, with which tool, from what.

    ``pseudo`` says that it has the pseudo-locales.
    """

    number: int
    tool: str
    commit: str | None
    dirty: bool
    pseudo: bool


def made_of(target: Target) -> Made | None:
    """Return how the live content was compiled, through rollbacks and resumes; None without any."""
    head = find_head(target.private).record
    if head is None or not head.live:
        return None
    record = head if head.number == head.live else read_record(target.private, head.live)
    while record.origin is not None and record.origin.target is None:
        record = read_record(target.private, record.origin.number)
    content = record.content
    pseudo = _has_pseudo_locales(target, content)
    return Made(record.number, record.tool, content.commit, content.dirty, pseudo)


def _has_pseudo_locales(target: Target, release: Release) -> bool:
    """Tell whether a release has them, by the first manifest that is there: all areas are alike."""
    for area in release.areas.values():
        for side in Side:
            try:
                languages = read_manifest(target.private, area.side(side)).languages
            except UnreadableManifestError:
                continue
            return not PSEUDO.keys().isdisjoint(languages.get("enabled", ()))
    return False


def verify(target: Target, rebuilt: Artifacts | None = None) -> Report:
    """Check a target; ``rebuilt`` is what the live commit compiles to now.

    Raises StoreError where the store or the head of its log cannot be read.
    """
    rebuilt_id = artifacts_id(rebuilt) if rebuilt is not None else None
    head = find_head(target.private)
    removed = _take_down_again(target, head.record)
    report = _verified(target, head, rebuilt_id)
    for _ in range(_TRIES):
        now = find_head(target.private)
        if now == head:
            break
        head = now  # somebody published meanwhile: what was seen is of two states
        report = _verified(target, head, rebuilt_id)
    return replace(report, removed=removed)


def _take_down_again(target: Target, head: Record | None) -> tuple[str, ...]:
    """Delete what was purged and is there: a publisher who lost a race has put it back."""
    found = names_of_hashes(target, read_purged(target.private, head))
    for side, names in found.items():
        target.side(side).delete(sorted(names))
    return tuple(
        f"{target.side(side).address}/{name}" for side in Side for name in sorted(found[side])
    )


def repair(target: Target, rebuilt: Artifacts | None = None) -> Report:
    """Move the pointers that are behind, close the log, then verify. Raises StoreError.

    What the live release names and has lost, or what was altered, is written again before, as far
    as it was ``rebuilt``.
    """
    head = find_head(target.private)
    restored = _healed(target, head, rebuilt) if rebuilt is not None else ()
    if head.record is not None:
        steps = _repairing_steps(target, head.record)
        closing = closing_steps(head.record) if head.unfinished else ()
        try:
            Executor(target).run((*steps, *closing))
        except UnfinishedError as error:
            raise StoreError(str(error)) from error
    return replace(verify(target, rebuilt), restored=restored)


def _healed(target: Target, head: Head, rebuilt: Artifacts) -> tuple[str, ...]:
    """Write again what is damaged and was rebuilt; return the names. Manifests come first.

    What a lost manifest lists is only known when it is there again.
    """
    restored: list[str] = []
    for _ in range(_HEALINGS):
        if head.record is None:
            break
        inspection = _inspected(target, head.record)
        steps = healing_steps(target, head.record, sorted(inspection.damages), rebuilt)
        Executor(target).run(steps)
        restored += [f"{target.side(step.side).address}/{step.name}" for step in steps]
    return tuple(restored)


def _inspected(target: Target, head: Record) -> Inspection:
    """Read everything that the live release names."""
    inspection = Inspection(target, read_purged(target.private, head))
    inspection.areas([head.release.areas])
    return inspection


def _repairing_steps(target: Target, head: Record) -> tuple[Step, ...]:
    seen = _all_pointers(target, head)
    steps: list[Step] = []
    for number in _numbers(head):
        if any(seen[key].release < number for key in pointers_of(head, number)):
            of = head if number == head.number else read_record(target.private, number)
            steps += moves_behind(target, head, (number, of.release.id), seen)
    return tuple(steps)


def _numbers(head: Record) -> list[int]:
    since = {area.since for area in head.release.areas.values()}
    return sorted(since | set(head.gone.values()))


def _all_pointers(target: Target, head: Record) -> dict[Key, Seen]:
    return see_pointers(target, both_sides([*head.release.areas, *head.gone]))


def _verified(target: Target, head: Head, rebuilt: str | None) -> Report:
    record = head.record
    inspection = Inspection(target, read_purged(target.private, record))
    if record is None:
        _strays(inspection, ())
        return Report(target.name, None, None, tuple(sorted(inspection.damages)))
    log = _read_log(inspection, record)
    kept = [log[number].content.areas for number in record.kept if number in log]
    inspection.areas([record.release.areas])
    dead = tuple(sorted(inspection.dead))
    inspection.areas(kept)
    behind = _pointers(inspection, record, log)
    _strays(inspection, [*record.release.areas, *record.gone])
    if head.unfinished:
        behind.append(f"record {record.number} is not marked as done")
    damages = sorted(inspection.damages)
    if rebuilt is not None and rebuilt not in _ids(record, log):
        what = f"the content compiles to {rebuilt}, not to {record.release.id}"
        damages.append(Damage(f"release {record.live}", what))
    return Report(
        target=target.name,
        number=record.live or None,
        id=record.release.id or None,
        damages=tuple(damages),
        behind=tuple(behind),
        checked=inspection.checked,
        dead=dead,
    )


def _read_log(inspection: Inspection, head: Record) -> dict[int, Record]:
    """Read every record; nobody looks into the areas of those that are not kept."""
    by_name = {record_name(number): number for number in range(1, head.number)}
    log = {head.number: head}
    for name, stored in inspection.target.private.get_all(by_name):
        if stored is None:
            inspection.damage(Side.PRIVATE, name, "is missing")
            continue
        try:
            record = parse_record(by_name[name], stored.data)
        except UnreadableRecordError:
            inspection.damage(Side.PRIVATE, name, "is not a record")
        else:
            log[record.number] = record if record.number in head.kept else without_areas(record)
    return log


def _pointers(inspection: Inspection, head: Record, log: Mapping[int, Record]) -> list[str]:
    seen = _all_pointers(inspection.target, head)
    behind = []
    for number in _numbers(head):
        for key in pointers_of(head, number):
            area, side = key
            if seen[key].release < number:
                behind.append(f"{side} pointer of `{area}`: to be moved to release {number}")
            elif not _as_it_should(inspection, head, (key, number), seen[key], log):
                inspection.damage(side, pointer_name(area), "is not what its release says")
    return behind


def _as_it_should(
    inspection: Inspection,
    head: Record,
    stands: tuple[Key, int],
    seen: Seen,
    log: Mapping[int, Record],
) -> bool:
    key, number = stands
    area, side = key
    listings = {}
    if area in head.release.areas:
        manifest = inspection.manifest(head.release.areas[area].side(side))
        if manifest is None or number not in log:
            return True  # the damage is another one, and said
        listings[key] = manifest
    release_id = log[number].release.id if number in log else ""
    ((_, expected),) = aims(head, [key], (number, release_id), listings)
    return seen.pointer == expected


def _strays(inspection: Inspection, areas: Iterable[str]) -> None:
    known = {pointer_name(area) for area in areas}
    for side in Side:
        for name in inspection.target.side(side).names(LIVE):
            if name not in known and not (side is Side.PRIVATE and name == HINT):
                inspection.damage(side, name, "is a pointer that no record speaks of")


def _ids(head: Record, log: Mapping[int, Record]) -> set[str]:
    """Return the ids a live commit may compile to; a rollback that kept credentials has its own."""
    ids = {head.release.id}
    record = log.get(head.live)
    while record is not None and record.kind is Kind.ROLLBACK and record.origin is not None:
        record = log.get(record.origin.number)
        if record is not None:
            ids.add(record.content.id)
    return ids
