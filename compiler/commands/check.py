"""`check`: find what is wrong with the content, and say how to mend it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from compiler.base.failure import UsageError
from compiler.base.finding import Finding
from compiler.base.suggest import did_you_mean
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.judging import Judged, findings_report, judge_content, refuses
from compiler.commands.locales import chosen_locales
from compiler.commands.opening import Project, open_project
from compiler.commands.rulebook import RULEBOOK
from compiler.load.merge_driver import merge_driver_missing
from compiler.model.languages import Languages
from compiler.report.console import Console
from compiler.report.findings_json import findings_data
from compiler.report.summary import Counts, count_findings
from compiler.wiring import clone_of, people_merge_here

Keep = Callable[[Finding], bool]


def run(  # noqa: PLR0913 - the options of the verb
    console: Console,
    *,
    project: str | None,
    paths: Sequence[str],
    rule: Sequence[str] | None,
    locale: str | None,
    gate: str | None,
    strict: bool,
    format: str,  # noqa: A002 - the option's name
    output: str | None,
) -> int:
    """Check a project; return the exit code."""
    opened = open_project(console, project)
    keeps = [_in_paths(opened, paths), _of_rules(rule)]
    judged = judge_content(opened, opened.gate(gate), _about_clone(opened), keep=True)
    keeps.append(_of_locales(judged.content.languages, locale))
    findings = [f for f in judged.verdict.findings if all(keep(f) for keep in keeps)]
    text = _FORMATS[format](console, opened, judged, findings)
    if output is None:
        console.result(text)
    else:
        Path(output).write_text(f"{text}\n", encoding="utf-8")
    return REFUSED if refuses(findings, strict=strict) else FINE


def _text(console: Console, project: Project, judged: Judged, findings: Sequence[Finding]) -> str:
    return findings_report(console, project, findings, _counts(judged, findings))


def _json(_: Console, __: Project, judged: Judged, findings: Sequence[Finding]) -> str:
    import json

    data = {"summary": _counts(judged, findings).data(), "findings": findings_data(findings)}
    return json.dumps(data, ensure_ascii=False, indent=2)


_FORMATS = {"text": _text, "json": _json}


def _counts(judged: Judged, findings: Sequence[Finding]) -> Counts:
    verdict = judged.verdict
    return count_findings(findings, entities=verdict.entities, locales=verdict.locales)


def _about_clone(project: Project) -> tuple[Finding, ...]:
    clone = clone_of(project.root) if people_merge_here() else None
    return () if clone is None else tuple(merge_driver_missing(clone))


def _in_paths(project: Project, paths: Sequence[str]) -> Keep:
    wanted = [_relative(project, path) for path in paths]

    def keep(finding: Finding) -> bool:
        places = (finding.place, *(note.place for note in finding.notes))
        return any(_is_below(place.path, one) for place in places for one in wanted)

    return keep if wanted else _all


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")


def _relative(project: Project, given: str) -> str:
    path = Path(given)
    if not path.exists():
        path = project.root / given
    if not path.exists():
        raise UsageError(f"there is no file or folder `{given}`")
    resolved = path.resolve()
    if not resolved.is_relative_to(project.root):
        raise UsageError(f"`{given}` is not in the project `{project.root}`")
    return resolved.relative_to(project.root).as_posix()


def _of_rules(rules: Sequence[str] | None) -> Keep:
    for rule in rules or ():
        if rule not in RULEBOOK:
            hint = did_you_mean(rule, RULEBOOK)
            raise UsageError(f"there is no rule `{rule}`; {hint}")
    return (lambda finding: finding.rule in rules) if rules else _all


def _of_locales(languages: Languages, locales: str | None) -> Keep:
    if not locales:
        return _all
    wanted = chosen_locales(locales, languages.active)
    return lambda finding: finding.locale in wanted


def _all(_: Finding) -> bool:
    return True
