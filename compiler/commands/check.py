"""`check`: find what is wrong with the content, and say how to mend it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from compiler.adapters.stages import stage
from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.base.visible import visible
from compiler.commands.choosing import Filter, Found, Wish, about_clone, chooser
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.kept_outcome import Question, keep_outcome, kept_outcome
from compiler.commands.outcome import refuses
from compiler.commands.output import write_output
from compiler.commands.source_files import sources_of
from compiler.ports.snapshot import Snapshot
from compiler.report.console import Console
from compiler.report.findings_json import findings_data
from compiler.report.findings_text import findings_report, mended_text, unmended_text
from compiler.report.source import SourceLines
from compiler.report.summary import Counts
from compiler.report.words import count
from compiler.wiring import project_folder, work_tree


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    paths: Sequence[str],
    rule: Sequence[str] | None,
    locale: str | None,
    base: str | None,
    online: bool,
    fix: bool,
    dry_run: bool,
    baseline: str | None,
    update_baseline: bool,
    gate: str | None,
    today: dt.date | None,
    strict: bool,
    format: str,  # noqa: A002 - the option's name
    output: str | None,
) -> int:
    """Check a project, and mend it where that is asked for; return the exit code."""
    if dry_run and not fix:
        raise UsageError("`--dry-run` is for `--fix`: `check` alone writes nothing")
    if update_baseline and baseline is None:
        raise UsageError("`--update-baseline` writes the file that `--baseline` names")
    if update_baseline and (paths or rule or locale):
        raise UsageError("`--update-baseline` writes all findings: leave out what chooses some")
    if base is not None and fix:
        raise UsageError(
            "`--fix` mends files, and `--base` compares versions: call one, then the other"
        )
    if online and fix:
        raise UsageError("`--fix` mends files, and `--online` only asks: call one, then the other")
    wish = Wish(gate, tuple(paths), tuple(rule or ()), locale, today)
    if fix:
        from compiler.commands.fixing import fixed  # whoever only checks does not pay for editing

        told = _told(None if update_baseline else baseline)
        found = fixed(console, project, wish, told, dry_run=dry_run)
    else:
        found = checked(console, project, wish, base, online=online)
    if baseline is not None:
        from compiler.commands.baseline import without_known

        number = len(found.findings)
        found = without_known(found, Path(baseline), update=update_baseline)
        if update_baseline:
            known = count(number, "finding")
            console.note(f"{visible(baseline)}: {known} written, and not told from now on")
    text = _text_of(format, console, found, base)
    if output is None:
        console.result(text)
    else:
        write_output(output, f"{text}\n")
    return REFUSED if refuses(found.findings, strict=strict) else FINE


def _told(baseline: str | None) -> Filter:
    """Return what leaves the findings to mend: those that are told in the end."""
    if baseline is None:
        return list
    from compiler.commands.baseline import unknown_to

    return unknown_to(Path(baseline))


def checked(
    console: Console, project: str | None, wish: Wish, base: str | None, *, online: bool
) -> Found:
    """Return what there is to say of a project's files. Raises UsageError, HistoryError."""
    root = project_folder(project, PROJECT_FILE)
    tree = work_tree(root)
    question = Question(root, wish.gate, base, about_clone(root), online, wish.today)
    with stage("looking at files"):
        key = question.key(tree)
    outcome = kept_outcome(question, key)
    if outcome is not None:
        return Found(root, sources_of(tree), outcome, chooser(root, wish)(outcome))
    found = _judged(console, tree, question, wish)
    keep_outcome(question, key, found.outcome, tree)
    return found


def _judged(console: Console, tree: Snapshot, question: Question, wish: Wish) -> Found:
    with stage("starting"):  # they import models and rules
        from compiler.commands.judging import judge_content
        from compiler.commands.opening import open_at

    opened = open_at(console, question.root, tree, question.today)
    chosen, gate = chooser(opened.root, wish), opened.gate(wish.gate)
    if question.base is None and not (question.online or opened.settings.code):
        judged = judge_content(opened, gate, question.known, keep=True)
    else:
        from compiler.commands.requested import judge_requested

        judged = judge_requested(opened, question, gate)
    outcome = judged.outcome
    return Found(opened.root, opened.source, outcome, chosen(outcome))


def _text(console: Console, found: Found) -> str:
    if found.diff is not None:
        return found.diff
    mended = mended_text(found.mended, found.files, console)
    counts = _counts(found)
    left = unmended_text(counts.fixable) if found.settled else ""
    sources = SourceLines(found.source)
    told = replace(counts, fixable=0) if found.settled else counts
    return f"{mended}{findings_report(console, sources, found.findings, told)}{left}"


def _json(_: Console, found: Found) -> str:
    import json

    data: dict[str, Any] = {
        "summary": _counts(found).data(),
        "findings": findings_data(found.findings),
    }
    if found.mended or found.diff is not None:
        data["mended"] = findings_data(found.mended)
    if found.diff is not None:
        data["diff"] = found.diff
    return json.dumps(data, ensure_ascii=False, indent=2)


def _text_of(format: str, console: Console, found: Found, base: str | None) -> str:  # noqa: A002
    if format in _FORMATS:
        return _FORMATS[format](console, found)
    from compiler.commands.hosts import for_host  # the formats of hosts are asked for by hosts

    return for_host(format, found, base)


_FORMATS = {"text": _text, "json": _json}


def _counts(found: Found) -> Counts:
    return found.outcome.counts(found.findings)
