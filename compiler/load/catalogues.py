"""Short strings: translations/<namespace>/<locale>.po, and the glossary beside the namespaces."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compiler.base.finding import Finding, Note
from compiler.base.locale_tag import canonical
from compiler.base.place import Place
from compiler.load.entity_kind import Loading
from compiler.load.files import Folder
from compiler.load.intake import Intake
from compiler.load.labels import bad_label, bad_part, hidden
from compiler.load.rules_records import (
    DUPLICATE_LABEL,
    LANGUAGE_HEADER,
    MISSING_LABEL,
    TRANSLATED_SOURCE,
)
from compiler.load.sources import misplaced_locale
from compiler.load.validating import Subject, validate
from compiler.model.catalogue import Catalogue, CatalogueEntries, Message
from compiler.model.content import CatalogueKey
from compiler.model.glossary import Glossary
from compiler.model.reference import Kind
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile

GLOSSARY = "glossary.yaml"
_PO = ".po"
_NO_FLAGS: frozenset[str] = frozenset()


def catalogue_hint(name: str) -> str:
    """Say what a file below translations/ might have been meant for."""
    if name.endswith(".pot"):
        return (
            "the catalogue of the source language takes the place of a template; remove this file"
        )
    if name.endswith(".mo"):
        return "compiled catalogues are made from the `.po` files; remove this file"
    return "a catalogue is `translations/<namespace>/<locale>.po`"


def load_catalogues(loading: Loading, folder: Folder) -> dict[CatalogueKey, Catalogue]:
    """Return the catalogues of one layer by namespace and locale."""
    found: dict[CatalogueKey, Catalogue] = {}
    for name in folder.files:
        namespace, _, file = name.partition("/")
        if not file.endswith(_PO) or "/" in file or hidden([namespace]):
            continue
        path, locale = folder.full(name), file.removesuffix(_PO)
        loading.intake.claim(path)
        if bad_part([namespace]) is not None:
            loading.intake.report([bad_label(path, namespace, Kind.TRANSLATIONS)])
        elif not loading.is_known(locale):
            loading.intake.report([misplaced_locale(path, locale)])
        else:
            catalogue = loading.known.catalogues.get(path) or _catalogue(
                loading, path, namespace, locale
            )
            if catalogue is not None:
                found[namespace, locale] = loading.made.catalogues[path] = catalogue
    return found


def _catalogue(loading: Loading, path: str, namespace: str, locale: str) -> Catalogue | None:
    data = loading.intake.data(path)
    if data is None:
        return None
    kept = loading.kept.catalogues.get((path, loading.intake.digests[path]))
    if kept is not None:
        return kept
    read = _File(
        path, loading.intake.held(path, data), namespace, locale, locale == loading.source_locale
    )
    return Catalogue(namespace, locale, path, read.entries, len(data))


def load_glossary(intake: Intake, folder: Folder) -> Glossary:
    """Return the shared glossary, an empty one where there is none that can be used."""
    if GLOSSARY not in folder.files:
        return Glossary()
    document = intake.yaml(folder.full(GLOSSARY))
    if document is None:
        return Glossary()
    subject = Subject("the glossary", document.places, "translations/glossary")
    glossary, findings = validate(document.data, Glossary, subject)
    intake.report(findings)
    return glossary or Glossary()


@dataclass(frozen=True, slots=True)
class _File:
    """One file of translations before it is read."""

    path: str
    data: Callable[[], bytes]
    namespace: str
    locale: str
    is_source: bool

    def entries(self) -> CatalogueEntries:
        """Read the file: its entries by label, and what is wrong with their form."""
        read = read_po(self.path, self.data())
        findings = [*read.findings, *_header_findings(read, self.namespace, self.locale)]
        messages: dict[str, Message] = {}
        labelled: dict[str, PoEntry] = {}
        for entry in read.entries:
            if entry.obsolete:
                continue
            label = entry.msgctxt
            if not label:
                findings.append(_missing_label(entry, self.namespace, self.locale))
            elif label in messages:
                findings += _duplicate(entry, labelled[label], self.namespace, self.locale)
            else:
                if self.is_source:
                    findings += _translated_source(entry, self.namespace, self.locale)
                labelled[label] = entry
                messages[label] = _message(entry, label, is_source=self.is_source)
        return CatalogueEntries(
            messages, read.plural_forms, read.header, read.header_places, tuple(findings)
        )


def _message(entry: PoEntry, label: str, *, is_source: bool) -> Message:
    flags = entry.flags
    return Message(
        label,
        entry.msgid,
        # The source text is the msgid; what else stands there has been told.
        ("",) * len(entry.msgstr) if is_source else entry.msgstr,
        entry,
        entry.msgid_plural,
        frozenset(flags) if flags else _NO_FLAGS,
        entry.previous_msgid,
        entry.previous_msgid_plural,
        entry.extracted + entry.comments,
        entry.references,
    )


def _header_findings(read: PoFile, namespace: str, locale: str) -> Iterator[Finding]:
    said = read.header.get("Language", "").strip()
    if said and canonical(said.replace("_", "-")) != locale:
        yield LANGUAGE_HEADER.at(
            read.header_places.get("Language", Place(read.path)),
            f"the header says `{said}`, the file is named `{locale}`",
            hint=f"write `Language: {locale}`, or rename the file",
            entity=f"{Kind.TRANSLATIONS}/{namespace}",
            locale=locale,
        )


def _missing_label(entry: PoEntry, namespace: str, locale: str) -> Finding:
    return MISSING_LABEL.at(
        entry.place("msgid"),
        "this entry has no label, so no code can ask for it",
        hint='add a line above it: `msgctxt "checkout.payButton"`',
        entity=f"{Kind.TRANSLATIONS}/{namespace}",
        locale=locale,
    )


def _duplicate(entry: PoEntry, first: PoEntry, namespace: str, locale: str) -> Iterator[Finding]:
    if (entry.msgid, entry.msgid_plural) == (first.msgid, first.msgid_plural):
        return  # an entry that stands twice is no catalogue at all, and reading has said so
    yield DUPLICATE_LABEL.at(
        entry.place("msgctxt"),
        f"`{entry.msgctxt}` stands twice in this catalogue, with different source texts",
        hint="remove one of them, or give it a label of its own",
        entity=f"{Kind.TRANSLATIONS}/{namespace}:{entry.msgctxt}",
        locale=locale,
        notes=(Note("the first one", first.place("msgctxt")),),
    )


def _translated_source(entry: PoEntry, namespace: str, locale: str) -> Iterator[Finding]:
    source = (entry.msgid,) if entry.msgid_plural is None else (entry.msgid, entry.msgid_plural)
    if any(entry.msgstr) and entry.msgstr != source:
        yield TRANSLATED_SOURCE.at(
            entry.place("msgstr"),
            "this is the source language; its text is the `msgid`, and this one is shown to nobody",
            hint='move the text to `msgid` and write `msgstr ""`',
            entity=f"{Kind.TRANSLATIONS}/{namespace}:{entry.msgctxt}",
            locale=locale,
        )
