"""Small projects for tests: files by path, and catalogues written from labels."""

from collections.abc import Iterable, Mapping

from compiler.base.finding import Finding
from tests.fakes.snapshot import MemorySnapshot

LANGUAGES = "source: en\nactive: [en, es]\nenabled: [en, es]\n"


def project(
    files: Mapping[str, str | bytes] | None = None, *, languages: str | None = LANGUAGES
) -> MemorySnapshot:
    """Return a project file, languages.yaml, and ``files`` (paths below content/)."""
    base: dict[str, str | bytes] = {"clientarea.yaml": "version: 1\n"}
    if languages is not None:
        base["content/configurations/languages.yaml"] = languages
    given = {f"content/{path}": text for path, text in (files or {}).items()}
    return MemorySnapshot({**base, **given})


def po(locale: str, entries: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Return a catalogue; ``entries`` maps a label to source text and translation."""
    header = f'"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    parts = [f'msgid ""\nmsgstr ""\n{header}']
    for label, (source, text) in (entries or {}).items():
        parts.append(f'msgctxt "{label}"\nmsgid "{source}"\nmsgstr "{text}"\n')
    return "\n".join(parts)


def said(findings: Iterable[Finding]) -> list[str]:
    """Return findings as lines: place, rule, message and, after an arrow, the hint."""
    return [
        f"{f.place.path}:{f.place.line}:{f.place.column} {f.rule}: {f.message}"
        + (f" -> {f.hint}" if f.hint else "")
        for f in findings
    ]
