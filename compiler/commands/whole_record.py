"""A whole record handed in as JSON: judged as its file would be, before that file is written.

What is found stands where it was handed in, at the lines of the JSON.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.base.finding import Finding, Severity
from compiler.base.place import Place, Places
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.editing import Asked, edited
from compiler.commands.judging import judge_content
from compiler.commands.opening import Project, open_at
from compiler.commands.outcome import refuses
from compiler.edit.adding.adding import Wish, add
from compiler.edit.adding.given import kind_of, split_reference
from compiler.edit.draft import Draft
from compiler.edit.fixes.snapshot import DraftedSnapshot
from compiler.edit.verbs.editor import Editor
from compiler.load.loading import load
from compiler.model.reference import Kind
from compiler.ports.snapshot import Snapshot
from compiler.read import rules
from compiler.read.document import Document
from compiler.read.json_file import read_json
from compiler.read.yaml import read_yaml
from compiler.report.console import Console
from compiler.wiring import project_folder, work_tree

KINDS = (Kind.AREAS, Kind.OWNERS)
"""The kinds whose records are whole by themselves: no language has words of its own in them."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """JSON as it was handed in, and what findings call it: a file's name, `standard input`."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AddedRecord:
    """What became of a record; ``record`` and ``path`` are None where ``findings`` refuse it.

    ``record`` has every field as JSON, those that were left out with what they stand for then.
    """

    reference: str
    path: str | None
    record: Mapping[str, Any] | None
    findings: tuple[Finding, ...]


def add_record(console: Console, asked: Asked, what: str, handed: HandedIn) -> AddedRecord:
    """Begin an area or owner with all that is given of it; nothing is written where it is refused.

    Raises UsageError, RefusedError where there is one of that name, WriteError.
    """
    kind, label = split_reference(what)
    if kind not in KINDS:
        raise UsageError("a whole record is that of an area or owner; others take `--json`")
    path = f"content/{kind_of(kind, label).file(label)}"
    document = _read(handed)
    if document.findings:
        return AddedRecord(what, None, None, document.findings)
    root = project_folder(asked.project, PROJECT_FILE)
    base = work_tree(root)
    became: list[AddedRecord] = []

    def plan(editor: Editor) -> None:
        if editor.draft.data(path) is not None:
            raise RefusedError(
                f"{path}: `{what}` is there already; choose another name, or change it with"
                f" `clientarea add {what} --json FILE`"
            )
        findings = _judged(open_at(console, root, base), path, document)
        if refuses(findings, strict=False):
            became.append(AddedRecord(what, None, None, findings))
            return
        add(editor, Wish(what, data=document.data))
        record = _record(DraftedSnapshot(base, editor.draft), kind, label)
        became.append(AddedRecord(what, path, record, findings))

    edited(console, root, asked, plan)
    return became[0]


def _read(handed: HandedIn) -> Document:
    read = read_json(handed.name, handed.data)
    if read.data is not None or read.findings:
        return read
    nothing = rules.INVALID_JSON.at(Place(handed.name), f"{handed.name} has no JSON object")
    return replace(read, findings=(nothing,))


def _judged(project: Project, path: str, document: Document) -> tuple[Finding, ...]:
    """Return what a check would say of the record, or of others because of it.

    JSON is YAML: the JSON itself takes the file's place, evenly written, so that whatever is found
    in it has a route, and by that its place in what was handed in.
    """
    even = json.dumps(document.data, ensure_ascii=False, indent=1).encode()
    draft = Draft(lambda _: None)
    draft.put(path, even)
    there = replace(project, snapshot=DraftedSnapshot(project.snapshot, draft))
    found = judge_content(there, there.gate(None)).verdict.findings
    own = [one for one in found if one.place.path == path]
    others = [one for one in found if one.place.path != path and one.severity is Severity.ERROR]
    if others:
        verdict = judge_content(project, project.gate(None), keep=True).verdict
        before = {_key(one) for one in verdict.findings}
        others = [one for one in others if _key(one) not in before]
    places = _Places(path, read_yaml(path, even).places, document.places)
    return tuple(places.settled(one) for one in (*own, *others))


def _key(finding: Finding) -> tuple[str, Place, str]:
    return finding.rule, finding.place, finding.message


@dataclass(frozen=True, slots=True)
class _Places:
    """Turns places in a file that will not be written so into those of what was handed in."""

    path: str
    written: Places
    handed: Places

    def settled(self, finding: Finding) -> Finding:
        """Return a finding at the place where its author wrote it."""
        notes = tuple(replace(one, place=self._place(one.place)) for one in finding.notes)
        return replace(finding, place=self._place(finding.place), notes=notes, fixes=())

    def _place(self, place: Place) -> Place:
        """Return where what stands at a place was handed in: the key or value it is in."""
        if place.path != self.path:
            return place
        begins = [
            (spot.column, is_value, route)
            for is_value, spots in enumerate((self.written.spots.keys, self.written.spots.values))
            for route, spot in spots.items()
            if spot.line == place.line and spot.column <= place.column
        ]
        if not begins:
            return Place(self.handed.path)
        _, is_value, route = max(begins, key=lambda one: one[:2])
        return self.handed.value(*route) if is_value else self.handed.key(*route)


def _record(snapshot: Snapshot, kind: Kind, label: str) -> Mapping[str, Any]:
    """Return the record as the project will have it: read again from the file to be written."""
    content = load(snapshot).content
    entity = content.owners[label] if kind is Kind.OWNERS else content.areas[label].record
    record: Mapping[str, Any] = entity.record.model_dump(mode="json", by_alias=True)
    return record


def handed_in(source: str, read: bytes) -> HandedIn:
    """Return what was read from a file or, where ``source`` is `-`, from standard input."""
    return HandedIn("standard input" if source == "-" else Path(source).as_posix(), read)
