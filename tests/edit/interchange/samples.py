"""Small sets of foreign files, and what an import makes of them as values."""

from collections.abc import Mapping
from typing import Any

from compiler.edit.interchange.exporting import Export, plan_export
from compiler.edit.interchange.given import Namespace
from compiler.edit.interchange.importing import Import, plan_import
from compiler.edit.interchange.order import Order
from compiler.read.po import read_po

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PLURALS = {
    "en": '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
    "ja": '"Plural-Forms: nplurals=1; plural=0;\\n"\n',
}


def po(*entries: str, locale: str = "en") -> str:
    """Return a catalogue of entries written out."""
    return "\n".join([HEADER + PLURALS.get(locale, ""), *entries])


def brought(
    form: str,
    files: Mapping[str, str | bytes],
    project: Mapping[str, bytes] | None = None,
    **options: Any,
) -> Import:
    """Return what importing ``files`` into the namespace ``ns`` would do."""
    foreign = {
        path: text.encode() if isinstance(text, str) else text for path, text in files.items()
    }
    return plan_import(Order(form, "ns", "en", **options), foreign, project or {})


def handed_out(form: str, files: Mapping[str, bytes]) -> Export:
    """Return what a project hands out of its catalogues."""
    catalogues = {
        path.rpartition("/")[2].removesuffix(".po"): read_po(path, data)
        for path, data in files.items()
        if path.endswith(".po")
    }
    return plan_export(form, Namespace("en", catalogues["en"], catalogues))


def there_and_back(form: str, files: Mapping[str, str]) -> dict[str, bytes]:
    """Return what a set of another tool is after it came in and went out."""
    made: Import = brought(form, files)
    assert made.summary.refused == ()
    export = handed_out(form, made.files)
    assert export.refused == []
    return dict(export.files)


def entries(made: Import, locale: str) -> dict[str, tuple[str, ...]]:
    """Return a catalogue's entries: label → source text(s), then translation(s)."""
    path = f"content/translations/ns/{locale}.po"
    file = read_po(path, made.files[path])
    assert file.findings == ()
    return {
        entry.msgctxt or "": (
            entry.msgid,
            *([entry.msgid_plural] if entry.msgid_plural is not None else []),
            *entry.msgstr,
        )
        for entry in file.entries
    }


def reasons(made: Import) -> list[tuple[str, str, str]]:
    """Return what was refused: locale, name, reason."""
    return [(locale, one.name, one.reason) for locale, one in made.summary.refused]
