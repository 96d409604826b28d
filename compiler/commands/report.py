"""`report`: one Markdown comment on a change, for a pull request."""

import datetime as dt
from functools import cache, partial

from compiler.bundle.artifacts import Artifacts
from compiler.commands.changing import changes_between, seen_between
from compiler.commands.choosing import about_clone
from compiler.commands.code_reading import read_code
from compiler.commands.comparing import Compared, compared, judge_versions
from compiler.commands.exits import FINE
from compiler.commands.key_findings import about_keys
from compiler.commands.opening import Project, open_project
from compiler.commands.outcome import refuses
from compiler.commands.output import write_output
from compiler.model.content import Content
from compiler.query.completeness import Completeness, Tally, completeness
from compiler.release.manifest import artifacts_id
from compiler.report.console import Console
from compiler.report.formats.located import Surroundings
from compiler.report.review import Review, review_markdown
from compiler.rules.check import Scope
from compiler.wiring import history, way_to


def run(
    console: Console,
    *,
    project: str | None,
    base: str,
    gate: str | None,
    today: dt.date | None,
    output: str | None,
) -> int:
    """Write the comment; return the exit code, 0 whatever the verdict is."""
    opened = open_project(console, project, today)
    repository = history(opened.root)
    commit = repository.common(base)
    found = compared(opened, repository.snapshot(commit), opened.snapshot)
    code = cache(lambda: read_code(opened))
    judged = judge_versions(
        opened,
        found.versions,
        found.loaded,
        opened.gate(gate),
        code=code,
        more=about_clone(opened.root),
        about=partial(about_keys, opened, found.loaded.content, code),
    )
    findings = judged.verdict.findings
    refused = refuses(findings, strict=False)
    review = Review(
        findings,
        Surroundings(way_to(opened.root), repository.changed_lines(commit)),
        tuple(changes_between(found.versions, opened.images)),
        tuple(seen_between(found)),
        _completeness(opened, found),
        _sizes(found.before, found.now),
        None if refused else artifacts_id(found.now),
    )
    text = review_markdown(review)
    if output is None:
        console.result(text.rstrip("\n"))
    else:
        write_output(output, text)
    return FINE


def _completeness(project: Project, found: Compared) -> dict[str, tuple[Tally, Tally]]:
    before = _tallies(project, found.versions.before)
    now = _tallies(project, found.versions.now)
    return {tag: (before.get(tag, Tally()), one) for tag, one in now.items()}


def _tallies(project: Project, content: Content) -> dict[str, Tally]:
    if not content.languages.readable:
        return {}
    matrix: Completeness = completeness(Scope(content, project.settings, project.gate(None)))
    return {row.locale: row.all for row in matrix.rows}


def _sizes(before: Artifacts, now: Artifacts) -> dict[str, tuple[int, int]]:
    """Return the bytes of public bundles that differ, by area and name."""
    found = {}
    for area in dict.fromkeys((*before.areas, *now.areas)):
        ours = before.areas[area].public if area in before.areas else {}
        theirs = now.areas[area].public if area in now.areas else {}
        for name in sorted({*ours, *theirs}):
            old, new = ours.get(name), theirs.get(name)
            if (old and old.sha256) != (new and new.sha256):
                found[f"{area}/{name}"] = (old.size if old else 0, new.size if new else 0)
    return found
