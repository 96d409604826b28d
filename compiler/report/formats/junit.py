"""Findings as a JUnit report: a file is a suite, a finding a test that failed.

Source: the schema of Jenkins' xUnit plugin, `junit-10.xsd`. Warnings and remarks fail nothing:
they are tests that passed, with their words in the output.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from compiler.base.finding import Finding, Severity
from compiler.base.visible import visible, visible_lines
from compiler.report.formats.located import Surroundings


def junit_report(findings: Sequence[Finding], around: Surroundings) -> str:
    """Return the report as XML; one test that passed where nothing was found."""
    by_path: dict[str, list[Finding]] = {}
    for one in findings:
        by_path.setdefault(around.path(one), []).append(one)
    suites = Element("testsuites")
    for path, those in by_path.items():
        suites.append(_suite(path, those))
    if not by_path:
        suite = SubElement(suites, "testsuite", _counts("clientarea", 1, 0))
        SubElement(suite, "testcase", name="no findings", classname="clientarea", time="0")
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode")


def _suite(path: str, findings: Sequence[Finding]) -> Element:
    failures = sum(one.severity is Severity.ERROR for one in findings)
    suite = Element("testsuite", _counts(path, len(findings), failures))
    for one in findings:
        where = f"{one.place.line}:{one.place.column}"
        name = f"{one.rule} at {where}"
        case = SubElement(suite, "testcase", name=name, classname=visible(path), time="0")
        words = f"{visible(path)}:{where}: {visible(one.message)}"
        if one.hint:
            words += f"\n{visible_lines(one.hint)}"
        if one.severity is Severity.ERROR:
            failure = SubElement(case, "failure", type=one.rule, message=visible(one.message))
            failure.text = words
        else:
            SubElement(case, "system-out").text = f"{one.severity.value}: {words}"
    return suite


def _counts(name: str, tests: int, failures: int) -> dict[str, str]:
    return {
        "name": visible(name),
        "tests": str(tests),
        "failures": str(failures),
        "errors": "0",
        "time": "0",
    }
