"""The header of a catalogue: what gettext cannot do without, and how many forms a plural has."""

from collections.abc import Mapping
from dataclasses import replace

from compiler.edit.catalogue.header import CONTENT_TYPE, PLURAL_FORMS, UTF_8, essential_fields
from compiler.edit.catalogue.translation import trimmed
from compiler.messages.gettext_plurals import (
    PluralFormsError,
    parse_plural_forms,
    plural_forms_header,
)
from compiler.read.po_file import PoFile

_OF_THE_PROJECT = ("Project-Id-Version", "Report-Msgid-Bugs-To")


def new_header(locale: str, source: Mapping[str, str]) -> dict[str, str]:
    """Return the header of a new catalogue; nobody has translated it yet, so it has no dates."""
    kept = {name: source[name] for name in _OF_THE_PROJECT if name in source}
    return {
        "Project-Id-Version": "",
        **kept,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        **essential_fields(locale, plural_forms_header(locale)),
    }


def with_header(file: PoFile, locale: str, *, plurals: bool) -> PoFile:
    """Return a catalogue whose header says its charset, its language and, for plurals, its forms.

    `Plural-Forms` that cannot be used, or that have no room for the forms that entries have, give
    way to those usual for the language.
    """
    header = dict(file.header)
    if not header:
        header = {name: text for name, text in new_header(locale, {}).items() if text}
        return replace(file, header=header)
    header.setdefault("Language", locale)
    if "charset=" not in header.get(CONTENT_TYPE, "") or header[CONTENT_TYPE].endswith("=CHARSET"):
        header[CONTENT_TYPE] = UTF_8
    if plurals:
        header[PLURAL_FORMS] = _plural_forms(file, locale)
    return file if header == dict(file.header) else replace(file, header=header)


def form_count(file: PoFile, locale: str) -> int:
    """Return how many forms a plural of this catalogue has."""
    return _count(file.plural_forms or plural_forms_header(locale)) or 1


def _plural_forms(file: PoFile, locale: str) -> str:
    given = file.plural_forms or ""
    count = _count(given)
    plurals = (entry.msgstr for entry in file.entries if entry.msgid_plural is not None)
    most = max((len(trimmed(texts)) for texts in plurals), default=0)
    if count and count >= most:
        return given
    usual = plural_forms_header(locale)
    return given if count and _count(usual) < most else usual


def _count(plural_forms: str) -> int:
    """Return how many forms a field says that a plural has, 0 where it cannot be used."""
    try:
        return parse_plural_forms(plural_forms).count
    except PluralFormsError:
        return 0
