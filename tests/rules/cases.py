"""Small content repositories: files laid over a base, judged as `check` judges them."""

import datetime as dt
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from compiler.adapters.agreement_press import AgreementPress
from compiler.adapters.pdf.inspecting import open_pdfs
from compiler.adapters.work_tree import WorkTree
from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.base.rule import Rule
from compiler.channels.agreements.trials import Agreement
from compiler.load.loading import load
from compiler.load.merge_driver import merge_driver_missing
from compiler.load.project import load_settings
from compiler.load.rules import RULES as LOAD_RULES
from compiler.load.waivers import load_waivers
from compiler.read.rules import RULES as READ_RULES
from compiler.read.yaml import read_yaml
from compiler.rules.check import Senses
from compiler.rules.engine import Orders, Verdict, examine, settle
from compiler.rules.table import RULES as JUDGED_RULES
from tests.fakes.clone import MemoryClone

TODAY = dt.date(2026, 6, 1)
ALL_RULES: dict[str, Rule] = {rule.id: rule for rule in (*READ_RULES, *LOAD_RULES, *JUDGED_RULES)}

BROUGHT_IN = {"invalid-csv", "invalid-strings", "invalid-xml"}
"""Rules about files of other tools, which no project has: shown with what is brought in."""

BASE = {
    "clientarea.yaml": "version: 1\n",
    "content/configurations/languages.yaml": ("source: en\nactive: [en, es]\nenabled: [en, es]\n"),
}
"""What every case stands on; a file of the same name in its folder takes its place."""


def repository(folder: Path, files: dict[str, str | bytes], base: dict[str, str] = BASE) -> Path:
    """Write a repository: the base, and ``files`` by path over it."""
    for path, text in {**base, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def laid_over(folder: Path, case: Path) -> Path:
    """Write a repository: the base, and over it the files of a case, links as links.

    An empty file of a case removes that of the base.
    """
    repository(folder, {})
    shutil.copytree(case, folder, symlinks=True, dirs_exist_ok=True)
    for path in BASE:
        if not (folder / path).stat().st_size:
            (folder / path).unlink()
    return folder


def judged(project: Path, gate: Gate | None = None) -> Verdict:
    """Load and judge a repository; settings that cannot be used are findings alone.

    It lies in a clone that has its `.gitattributes` and knows no merge driver.
    """
    snapshot = WorkTree(project, project)
    settings, settings_findings = load_settings(snapshot)
    if settings is None:
        return Verdict(settings_findings, entities=0, locales=0)
    loaded = load(snapshot)
    waivers, waiver_findings = load_waivers(snapshot)
    found = examine(loaded.content, settings, gate or settings.gate, senses=_senses(project))
    orders = Orders(
        settings,
        loaded.suppressions,
        found.flags,
        waivers,
        TODAY,
        ALL_RULES,
        read_yaml("clientarea.yaml", snapshot.read("clientarea.yaml")).places,
    )
    of_clone = merge_driver_missing(MemoryClone(_attributes(project)))
    known = (*loaded.noticed, *waiver_findings, *of_clone)
    return settle(loaded.content, (*known, *found.findings), orders)


def _senses(project: Path) -> Senses:
    """Return what opens and prints PDFs; nothing where the case is about the missing extra."""
    if (project / ".without-extras").exists():
        return Senses(inspect=lambda _: {}, press=NoPress(), today=TODAY)
    return Senses(inspect=open_pdfs, press=AgreementPress(), today=TODAY)


class NoPress:
    """What is there to print agreements where the extra is missing."""

    def flaws(self, _: Sequence[Agreement]) -> None:
        """Print nothing."""


def _attributes(project: Path) -> dict[str, str]:
    path = project / ".gitattributes"
    return {path.name: path.read_text(encoding="utf-8")} if path.exists() else {}


def told(findings: tuple[Finding, ...]) -> str:
    """Return findings as text: place, severity, rule, message; notes and hint below."""
    return "".join(f"{line}\n" for finding in findings for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    place = finding.place
    where = f"{place.path}:{place.line}:{place.column}"
    yield f"{where} {finding.severity} {finding.rule} {finding.message}"
    for note in finding.notes:
        yield f"    - {note.place.path}:{note.place.line}:{note.place.column} {note.message}"
    for line in (finding.hint or "").split("\n") if finding.hint else ():
        yield f"    = {line}"
