"""Content set against that of another revision."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import orjson

from compiler.adapters.spool import Spool
from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.bundle.artifacts import Artifacts
from compiler.bundle.compiling import compile_content
from compiler.bundle.eyes import Eyes
from compiler.commands.code_uses import ReadCode, with_code
from compiler.commands.judging import Judged, judge_loaded
from compiler.commands.kept_pdfs import KeptPdfs
from compiler.commands.key_findings import AboutKeys, no_keys
from compiler.commands.opening import Project
from compiler.load.loading import Loaded, load, load_earlier
from compiler.load.project import load_settings
from compiler.ports.snapshot import EarlierSnapshot, Snapshot
from compiler.review.table import RULE_IDS, history_findings
from compiler.review.versions import Versions
from compiler.review.visible import Bundles
from compiler.wiring import history


@dataclass(frozen=True, eq=False)
class Compared:
    """Two versions, and what is compiled of each."""

    versions: Versions
    before: Artifacts
    now: Artifacts
    loaded: Loaded = field(repr=False)
    """The second version, to be judged."""

    @cached_property
    def before_bundles(self) -> Bundles:
        """What visitors read before."""
        return _bundles(self.before)

    @cached_property
    def now_bundles(self) -> Bundles:
        """What visitors read now."""
        return _bundles(self.now)


class TakenAway(NamedTuple):
    """The files of now, and what history rules find."""

    loaded: Loaded
    findings: tuple[Finding, ...]


def compared(project: Project, old: EarlierSnapshot, new: Snapshot) -> Compared:
    """Load and compile two versions, each with its own settings."""
    versions, now = load_versions(old, new)
    settings = [load_settings(one)[0] or project.settings for one in (old, new)]
    pdfs = KeptPdfs(project.root)
    eyes = Eyes(pdfs.inspect, project.images)
    compiled = [
        compile_content(content, one, keep=Spool().keep, eyes=eyes)
        for content, one in zip((versions.before, versions.now), settings, strict=True)
    ]
    pdfs.keep()
    return Compared(versions, compiled[0], compiled[1], now)


def taken_away(project: Project, base: str, code: ReadCode) -> TakenAway:
    """Load the project's files, and find what is taken away since a revision.

    That is the last commit in common with it. ``code`` reads what code asks for. Raises
    HistoryError.
    """
    repository = history(project.root)
    versions, now = load_versions(repository.snapshot(repository.common(base)), project.snapshot)
    asked = with_code(project, versions, code)
    return TakenAway(now, tuple(history_findings(asked)))


def judge_versions(  # noqa: PLR0913 - each is named at the call
    project: Project,
    versions: Versions,
    now: Loaded,
    gate: Gate,
    *,
    code: ReadCode,
    more: Sequence[Finding] = (),
    about: AboutKeys = no_keys,
) -> Judged:
    """Judge the second of two versions, which is the project's files.

    ``code`` reads what code asks for, ``about`` tells what is wrong with that.
    """
    asked = with_code(project, versions, code)
    every = (*more, *history_findings(asked))
    keys = about(every)
    found, rules = (*every, *keys.findings), RULE_IDS | keys.rules
    return judge_loaded(project, now, gate, found, keep=True, asked=rules)


def versions_of(old: EarlierSnapshot, new: Snapshot) -> Versions:
    """Load two versions, and nothing more."""
    return load_versions(old, new)[0]


def load_versions(old: EarlierSnapshot, new: Snapshot) -> tuple[Versions, Loaded]:
    """Load two versions, the later one first: of the other one only what differs is read."""
    now = load(new, old)
    before = load_earlier(old, now)
    paths = frozenset(entry.path for entry in new.entries())
    return Versions(before, now.content, paths), now


def _bundles(artifacts: Artifacts) -> Bundles:
    return {
        area: {name: orjson.loads(one.read()) for name, one in made.public.items()}
        for area, made in artifacts.areas.items()
    }
