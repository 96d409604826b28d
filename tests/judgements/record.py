"""The record of judgements: a line a finding, the texts only by their hash."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RECORD = Path(__file__).with_name("record.tsv")
FIELDS = (
    *("source", "path", "label", "rule", "hash", "severity"),
    *("verdict", "reason", "second_verdict", "second_reason"),
)


@dataclass(frozen=True)
class Judgement:
    """What readers say of one finding: ``true`` or ``false``, and why.

    The second reader has not seen the rules, and judges every other finding.
    """

    source: str
    path: str
    label: str
    rule: str
    hash: str
    severity: str
    verdict: str
    reason: str
    second_verdict: str = ""
    second_reason: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What the finding is known by."""
        return (self.source, self.path, self.label, self.rule, self.hash)

    @property
    def is_false(self) -> bool:
        """Whether any reader takes it for a false alarm."""
        return "false" in {self.verdict, self.second_verdict}


def read_record() -> list[Judgement]:
    """Return all judgements."""
    with RECORD.open(encoding="utf-8", newline="") as stream:
        return [Judgement(**row) for row in csv.DictReader(stream, delimiter="\t")]


def write_record(judgements: Iterable[Judgement]) -> None:
    """Write all judgements, sorted."""
    with RECORD.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(FIELDS)
        for one in sorted(judgements, key=lambda one: one.key):
            writer.writerow([getattr(one, name) for name in FIELDS])
