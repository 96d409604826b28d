"""Catalogues handed out in another tool's format, spelt as they were when they came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compiler.edit.interchange.given import Namespace
from compiler.edit.interchange.open_work import open_labels
from compiler.edit.interchange.writers import JOINERS, WRITERS


@dataclass(frozen=True, slots=True)
class Export:
    """Files by name, entries handed out by locale, and what the format could not say, with why."""

    files: Mapping[str, bytes]
    counts: Mapping[str, int] = field(default_factory=dict)
    refused: Sequence[tuple[str, str, str]] = ()


def plan_export(format_name: str, namespace: Namespace) -> Export:
    """Work out the files of an export; untranslated entries are left to the format's fallback."""
    handed = list(namespace.handed())
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    refused: list[tuple[str, str, str]] = []
    for locale, file in sorted(namespace.locales.items()):
        mine = handed
        if namespace.only:
            wanted = open_labels(namespace.source, file, namespace.only)
            mine = [one for one in handed if one.label in wanted]
            if locale == namespace.source_locale or not mine:
                continue
        written = WRITERS[format_name](namespace, mine, locale, file)
        for name, data in written.files.items():
            files[name] = JOINERS[format_name](files[name], data) if name in files else data
        counts[locale] = written.count
        refused += [(locale, label, reason) for label, reason in written.left]
    return Export(files, counts, refused)
