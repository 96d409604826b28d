"""A plan read out: lines for people, data for programs. Reads the very steps that `apply` walks."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from compiler.release.difference import FileChange
from compiler.release.plan import Plan, Refusal
from compiler.release.result import Outcome, remarks_data
from compiler.release.steps import (
    CopyObject,
    CreateRecord,
    Delete,
    MarkGone,
    MovePointer,
    Step,
    UploadAsset,
    UploadObject,
    WriteDone,
    WriteHint,
)

_MOST_FILES = 40


def plan_lines(planned: Plan | Refusal, idle: str | None = None) -> list[str]:
    """Return a plan for people: what changes and what is done; its remarks are not among it.

    ``idle`` is said where there is nothing to do.
    """
    if isinstance(planned, Refusal):
        return ["refused"]
    if not planned.steps:
        return [*_before(planned), idle or _NOTHING_TO_DO[planned.outcome]]
    return [*_before(planned), *change_lines(planned.changes), *_step_lines(planned.steps)]


def change_lines(changes: Iterable[FileChange]) -> list[str]:
    """Return changed files, ``~ area public translations/icu/es/portal.json``; many are counted."""
    listed = sorted(changes)
    if len(listed) <= _MOST_FILES:
        return [f"{_MARKS[one.change]} {one.area} {one.side} {one.file}" for one in listed]
    counted = Counter((one.area, one.side, one.change) for one in listed)
    return [
        f"{_MARKS[change]} {area} {side} {number} file{'s' if number > 1 else ''} {change}"
        for (area, side, change), number in sorted(counted.items())
    ]


def plan_data(target: str, planned: Plan | Refusal) -> dict[str, Any]:
    """Return a plan for programs: the keys of a result, and what changes and is done."""
    if isinstance(planned, Refusal):
        return {
            "result": Outcome.REFUSED.value,
            "target": target,
            "number": planned.number,
            "id": planned.id,
            "changes": [],
            "steps": [],
            "findings": remarks_data(planned.remarks),
        }
    return {
        "result": planned.outcome.value,
        "target": target,
        "number": planned.number,
        "id": planned.id,
        "changes": [
            {"area": one.area, "side": one.side, "file": one.file, "change": one.change}
            for one in sorted(planned.changes)
        ],
        "steps": [_step_data(step) for step in (*planned.before, *planned.steps)],
        "findings": remarks_data(planned.remarks),
    }


_MARKS = {"added": "+", "changed": "~", "removed": "-"}
_NOTHING_TO_DO = {
    Outcome.UNCHANGED: "nothing to do: this content is live already",
    Outcome.HELD: "nothing to do: this content is stored already",
}


def _before(plan: Plan) -> list[str]:
    if not plan.before:
        return []
    return ["first, what another publisher left is finished:", *_step_lines(plan.before)]


def _step_lines(steps: Iterable[Step]) -> list[str]:
    lines, uploads, size, copies = [], 0, 0, 0
    for step in steps:
        if isinstance(step, CopyObject):
            copies += 1
        elif isinstance(step, UploadObject):
            uploads, size = uploads + 1, size + step.size
        elif isinstance(step, UploadAsset):
            uploads, size = uploads + 1, size + step.asset.size
        else:
            lines.append(_WORDS[type(step)](step))
    if uploads:
        lines.insert(0, f"upload {uploads} object{'s' if uploads > 1 else ''} ({size:,} bytes)")
    if copies:
        lines.insert(0, f"copy {copies} object{'s' if copies > 1 else ''}")
    return lines


def _record_words(step: CreateRecord) -> str:
    return f"commit record {step.record.number} ({step.record.kind})"


def _move_words(step: MovePointer) -> str:
    return f"move {step.side} pointer of `{step.pointer.area}` to release {step.pointer.release}"


def _gone_words(step: MarkGone) -> str:
    return f"mark `{step.pointer.area}` as gone, {step.side} side"


def _delete_words(step: Delete) -> str:
    count = len(step.names)
    return f"delete {count:,} object{'' if count == 1 else 's'} of the {step.side} side"


_WORDS: dict[type, Callable[[Any], str]] = {
    CreateRecord: _record_words,
    MovePointer: _move_words,
    MarkGone: _gone_words,
    WriteHint: lambda step: f"write the hint: {step.number}",
    WriteDone: lambda step: f"mark record {step.number} as done",
    Delete: _delete_words,
}


def _step_data(step: Step) -> dict[str, Any]:
    return _DATA[type(step)](step)


_DATA: dict[type, Callable[[Any], dict[str, Any]]] = {
    UploadObject: lambda step: {
        "step": "upload",
        "side": step.side,
        "name": step.name,
        "bytes": step.size,
        "what": step.what,
    },
    UploadAsset: lambda step: {
        "step": "upload",
        "side": "public",
        "name": step.asset.path,
        "bytes": step.asset.size,
        "what": step.asset.name,
    },
    CopyObject: lambda step: {
        "step": "copy",
        "side": step.side,
        "name": step.name,
        "what": step.what,
    },
    CreateRecord: lambda step: {
        "step": "record",
        "number": step.record.number,
        "kind": step.record.kind,
    },
    MovePointer: lambda step: {
        "step": "pointer",
        "side": step.side,
        "area": step.pointer.area,
        "release": step.pointer.release,
    },
    MarkGone: lambda step: {
        "step": "gone",
        "side": step.side,
        "area": step.pointer.area,
        "release": step.pointer.release,
    },
    WriteHint: lambda step: {"step": "hint", "number": step.number},
    WriteDone: lambda step: {"step": "done", "number": step.number},
    Delete: lambda step: {"step": "delete", "side": step.side, "names": list(step.names)},
}
