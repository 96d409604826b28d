"""The table of formats for hosts: by the name of `--format`."""

from collections.abc import Callable, Mapping, Sequence

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.report.formats.github import github_annotations
from compiler.report.formats.gitlab import gitlab_code_quality
from compiler.report.formats.junit import junit_report
from compiler.report.formats.located import Surroundings
from compiler.report.formats.sarif import sarif_log

Write = Callable[[Sequence[Finding], Surroundings, Mapping[str, Rule]], str]

FORMATS: Mapping[str, Write] = {
    "github": lambda findings, around, _: github_annotations(findings, around),
    "sarif": sarif_log,
    "gitlab": lambda findings, around, _: gitlab_code_quality(findings, around),
    "junit": lambda findings, around, _: junit_report(findings, around),
}
