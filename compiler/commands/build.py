"""`build`: check, then compile into build/out."""

import datetime as dt

from compiler.adapters.stages import stage
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.kept_build import Built, keep_build, kept_build
from compiler.commands.kept_outcome import Question
from compiler.commands.outcome import Outcome, refuses
from compiler.commands.source_files import sources_of
from compiler.commands.telling import tell_findings
from compiler.ports.snapshot import Snapshot
from compiler.report.console import Console
from compiler.report.findings_json import findings_data
from compiler.report.words import count, size
from compiler.wiring import project_folder, work_tree


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    gate: str | None,
    today: dt.date | None,
    strict: bool,
    pseudo: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Compile a project into its build folder; return the exit code."""
    outcome, built = build(console, project, gate, today, strict=strict, pseudo=pseudo)
    if format == "json":
        console.data(_data(outcome, built))
    elif built is not None:
        console.result(_text(built))
    return FINE if built is not None else REFUSED


def build(
    console: Console,
    project: str | None,
    gate: str | None,
    today: dt.date | None,
    *,
    strict: bool,
    pseudo: bool,
) -> tuple[Outcome, Built | None]:
    """Compile a project, unless it is refused; one that was built already is left as it is."""
    root = project_folder(project, PROJECT_FILE)
    tree = work_tree(root)
    question = Question(root, gate, None, (), today=today, pseudo=pseudo)
    with stage("looking at files"):
        key = question.key(tree)
    outcome, built = kept_build(question, key) or (None, None)
    if outcome is not None and not refuses(outcome.findings, strict=strict):
        tell_findings(console, sources_of(tree), outcome, refused=False)
    else:
        outcome, built = _built(console, tree, question, strict=strict)
        if built is not None:
            keep_build(question, key, outcome, built, tree)
    return outcome, built


def _built(
    console: Console, tree: Snapshot, question: Question, *, strict: bool
) -> tuple[Outcome, Built | None]:
    with stage("starting"):  # they import models and rules
        from compiler.adapters.build_folder import build_out
        from compiler.bundle.artifacts import Side
        from compiler.bundle.compiling import artifact_files
        from compiler.commands.compiled import compile_project
        from compiler.commands.opening import open_at

    opened = open_at(console, question.root, tree, question.today)
    gate = opened.gate(question.gate)
    compiled = compile_project(
        console, opened, gate, strict=strict, keep=True, pseudo=question.pseudo
    )
    outcome, artifacts = compiled.judged.outcome, compiled.artifacts
    if artifacts is None:
        return outcome, None
    with stage("writing"):
        state = build_out(opened.root, artifact_files(artifacts))
    areas = artifacts.areas.values()
    sizes = [one.size for area in areas for side in Side for one in area.side(side).values()]
    return outcome, Built(
        tuple(sorted(artifacts.areas)),
        len(sizes),
        len(artifacts.assets),
        sum(sizes) + sum(one.size for one in artifacts.assets),
        state,
    )


def _text(built: Built) -> str:
    made = f"{count(built.bundles, 'bundle')} and {count(built.assets, 'asset')}"
    return f"build/out: {made} of {count(len(built.areas), 'area')}, {size(built.size)}"


def _data(outcome: Outcome, built: Built | None) -> dict[str, object]:
    return {
        "result": "refused" if built is None else "built",
        "folder": None if built is None else "build/out",
        "areas": [] if built is None else list(built.areas),
        "summary": outcome.counts(outcome.findings).data(),
        "findings": findings_data(outcome.findings),
    }
