"""`build`: check, then compile into build/out."""

import datetime as dt

from compiler.adapters.build_folder import write_out
from compiler.bundle.artifacts import Artifacts, Side
from compiler.commands.compiled import Compiled, compile_project
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.opening import open_project
from compiler.report.console import Console
from compiler.report.findings_json import findings_data
from compiler.report.words import count, size


def run(
    console: Console,
    *,
    project: str | None,
    gate: str | None,
    today: dt.date | None,
    strict: bool,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Compile a project into its build folder."""
    opened = open_project(console, project, today)
    compiled = compile_project(console, opened, opened.gate(gate), strict=strict, keep=True)
    artifacts = compiled.artifacts
    if artifacts is not None:
        from compiler.bundle.compiling import artifact_files

        write_out(opened.root, artifact_files(artifacts))
    if format == "json":
        console.data(_data(compiled))
    elif artifacts is not None:
        console.result(_text(artifacts))
    return FINE if artifacts is not None else REFUSED


def _text(artifacts: Artifacts) -> str:
    bundles = [
        bundle
        for area in artifacts.areas.values()
        for side in Side
        for bundle in area.side(side).values()
    ]
    total = sum(bundle.size for bundle in bundles) + sum(one.size for one in artifacts.assets)
    made = f"{count(len(bundles), 'bundle')} and {count(len(artifacts.assets), 'asset')}"
    areas = count(len(artifacts.areas), "area")
    return f"build/out: {made} of {areas}, {size(total)}"


def _data(compiled: Compiled) -> dict[str, object]:
    artifacts = compiled.artifacts
    return {
        "result": "refused" if artifacts is None else "built",
        "folder": None if artifacts is None else "build/out",
        "areas": [] if artifacts is None else sorted(artifacts.areas),
        "summary": compiled.counts.data(),
        "findings": findings_data(compiled.judged.verdict.findings),
    }
