"""Writes the strings as clientarea keeps them, and as FormatJS does."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpus.strings import Entry
from benchmarks.corpus.vocabulary import LOCALES, SOURCE

NAMESPACE = "portal"

_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: portal 1\\n"
"PO-Revision-Date: 2026-11-25 12:00+0000\\n"
"Last-Translator: Acme <translations@acme.example>\\n"
"Language-Team: Acme <translations@acme.example>\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def write_project(folder: Path, entries: Sequence[Entry]) -> None:
    """Write a content repository: a catalogue a language, all of them enabled."""
    languages = f"[{', '.join(LOCALES)}]"
    files = {
        "clientarea.yaml": "version: 1\n",
        "content/configurations/languages.yaml": (
            f"source: {SOURCE}\nactive: {languages}\nenabled: {languages}\n"
        ),
    }
    catalogues = {
        f"content/translations/{NAMESPACE}/{locale}.po": catalogue(locale, entries)
        for locale in LOCALES
    }
    _write(folder, {**files, **catalogues})


def write_json(folder: Path, entries: Sequence[Entry]) -> None:
    """Write one flat JSON object a language: label to message."""
    _write(
        folder,
        {
            f"{locale}.json": json.dumps(
                {entry.label: entry.texts[locale] for entry in entries},
                ensure_ascii=False,
                indent=2,
            )
            for locale in LOCALES
        },
    )


def catalogue(locale: str, entries: Iterable[Entry]) -> str:
    """Return the strings as the catalogue of a language."""
    return "\n".join([_HEADER.format(locale=locale), *_blocks(locale, entries)])


def _blocks(locale: str, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        source = _escaped(entry.texts[SOURCE])
        text = "" if locale == SOURCE else _escaped(entry.texts[locale])
        yield f'msgctxt "{entry.label}"\nmsgid "{source}"\nmsgstr "{text}"\n'


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
