"""Findings in real catalogues, drawn with a fixed seed, to be judged one by one.

What is judged are the rules about texts: whether a translation is there at all is no opinion.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compiler.read.po import read_po
from compiler.read.po_file import PoEntry
from tests.harness import LANGUAGES, Project

SEED = 20261125
MOST = 100
_COUNTED = {
    "missing-translation",
    "incomplete-language",
    "orphaned-entry",
    "fuzzy",
    "stale",
}


@dataclass(frozen=True)
class Source:
    """A set of real catalogues: where its files are, by namespace, and which locales are judged."""

    format: str
    folders: Mapping[str, str]
    locales: Sequence[str]
    mapped: Sequence[str] = ()


SOURCES = {
    "django": Source(
        "po",
        {name: f"po/django/{name}" for name in ("core", "admin", "auth", "humanize", "flatpages")},
        ("ar", "es", "fa", "fr", "zh-Hans"),
    ),
    "superset": Source("po", {"app": "po/superset"}, ("ar", "ja", "pl", "pt-BR", "ru", "sk", "sl")),
    "saleor": Source(
        "icu-json",
        {"app": "json/saleor-dashboard"},
        ("ar", "ja", "pl", "pt-BR", "ru", "sk", "zh-Hant"),
        ("defaultMessages=en",),
    ),
}


@dataclass(frozen=True)
class Drawn:
    """A finding in a real catalogue, with the texts that it is about."""

    source: str
    path: str
    label: str
    rule: str
    severity: str
    message: str
    texts: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What it is known by in the record: the texts only by their hash."""
        digest = hashlib.sha256("\0".join(self.texts).encode()).hexdigest()[:12]
        return (self.source, self.path, self.label, self.rule, digest)


def draw(name: str, data: Path, folder: Path) -> list[Drawn]:
    """Bring a set into a project, check it, and draw: half errors, half warnings if there are."""
    source, project = SOURCES[name], Project(folder)
    project.files({"clientarea.yaml": "version: 1\nlabels: any\ngate: draft\n"})
    for namespace, path in source.folders.items():
        options = ["--format", source.format, "--namespace", namespace, "--source-locale", "en"]
        options += [option for pair in source.mapped for option in ("--locale-map", pair)]
        project.run("import", *options, str(data / path)).exits(0)
    locales = f"[en, {', '.join(source.locales)}]"
    project.files({LANGUAGES: f"source: en\nactive: {locales}\nenabled: {locales}\n"})
    found = project.run("check", "--format", "json").data()["findings"]
    about_texts = [one for one in found if _is_judged(one, source.locales)]
    entries = _Entries(folder)
    return [entries.drawn(name, one) for one in _sample(about_texts)]


def _is_judged(finding: Mapping[str, Any], locales: Sequence[str]) -> bool:
    return (
        finding["severity"] != "info"
        and finding["rule"] not in _COUNTED
        and ":" in (finding["entity"] or "")
        and finding["locale"] in (*locales, "en")
    )


def _sample(findings: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Draw by a hash of each finding, so that one more or less elsewhere changes nothing else."""
    ranked = sorted(findings, key=_rank)
    errors = [one for one in ranked if one["severity"] == "error"]
    warnings = [one for one in ranked if one["severity"] == "warning"]
    number = min(len(errors), max(MOST // 2, MOST - len(warnings)))
    yield from errors[:number]
    yield from warnings[: MOST - number]


def _rank(finding: Mapping[str, Any]) -> str:
    named = (str(finding[name]) for name in ("path", "entity", "rule", "message"))
    return hashlib.sha256("\0".join((str(SEED), *named)).encode()).hexdigest()


class _Entries:
    """The entries of a project's catalogues, by file and label."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, dict[str, PoEntry]] = {}

    def drawn(self, source: str, finding: Mapping[str, Any]) -> Drawn:
        path, label = finding["path"], finding["entity"].partition(":")[2]
        entry = self._entries(path)[label]
        plural = () if entry.msgid_plural is None else (entry.msgid_plural,)
        texts = (entry.msgid, *plural, *entry.msgstr)
        rule, severity = finding["rule"], finding["severity"]
        return Drawn(source, path, label, rule, severity, finding["message"], texts)

    def _entries(self, path: str) -> dict[str, PoEntry]:
        if path not in self._known:
            file = read_po(path, (self._folder / path).read_bytes())
            self._known[path] = {str(one.msgctxt): one for one in file.entries if not one.obsolete}
        return self._known[path]
