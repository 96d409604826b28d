"""Slips of translators in four languages are found where they stand, and nothing else is.

Every defect of the corpus lies in a project of its own, its twin without the slip in another.
"""

from collections import Counter
from pathlib import Path

import pytest

from compiler.base.finding import Finding, Severity
from tests.defects.corpus import LOCALES, Defect, Entry, defects
from tests.rules.cases import judged, repository, told

DEFECTS = defects()
NAMES = [defect.name for defect in DEFECTS]


@pytest.mark.parametrize("defect", DEFECTS, ids=NAMES)
def test_the_defect_is_found(defect: Defect, tmp_path: Path) -> None:
    findings = disturbing(tmp_path, defect, defect.bad)
    shown = f"\n{defect.en.texts}\n{defect.bad.texts}\n{told(findings)}"
    found = {
        (finding.place.path, finding.place.line)
        for finding in findings
        if finding.rule == defect.rule and finding.locale == defect.locale
    }
    assert found == {defect.expected()}, shown
    assert {finding.rule for finding in findings} - {defect.rule} == set(defect.also), shown


@pytest.mark.parametrize("defect", DEFECTS, ids=NAMES)
def test_its_twin_is_fine(defect: Defect, tmp_path: Path) -> None:
    findings = disturbing(tmp_path, defect, defect.good)
    assert findings == (), f"\n{defect.en.texts}\n{defect.good.texts}\n{told(findings)}"


def test_the_corpus_is_large_and_even() -> None:
    rules = Counter(defect.rule for defect in DEFECTS)
    locales = Counter(defect.locale for defect in DEFECTS)
    assert len(DEFECTS) >= 160
    assert [rule for rule in RULES if rules[rule] < 2] == []
    assert [rule for rule in rules if rule not in RULES] == []
    assert [locale for locale in LOCALES if locales[locale] < 35] == []


def disturbing(folder: Path, defect: Defect, entry: Entry) -> tuple[Finding, ...]:
    """Judge the project with a translation, and return what is more than a remark."""
    findings = judged(repository(folder, dict(defect.project(entry)))).findings
    return tuple(finding for finding in findings if finding.severity is not Severity.INFO)


RULES = """
missing-translation empty-translation same-as-source fuzzy stale orphaned-entry
lost-placeholder added-placeholder renamed-placeholder changed-argument-type invalid-message
unknown-format
missing-plural-category impossible-plural-category plural-kind-changed lost-number-sign
lost-select-branch added-select-branch plural-forms-header wrong-form-count
lost-tag added-tag unclosed-tag unsafe-markup changed-url changed-email changed-number
outer-whitespace changed-line-breaks double-space repeated-word end-punctuation
unbalanced-brackets unbalanced-quotes mixed-script other-language bidi-control
invisible-character control-character mojibake too-long
inconsistent-translation reused-translation glossary-term
""".split()  # noqa: SIM905 - a list to read
"""The rules that look at translations of short strings."""
