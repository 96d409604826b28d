"""Strings brought into all other languages: empty where they are new, or as they are given."""

from collections.abc import Set as AbstractSet

from compiler.base.failure import UsageError
from compiler.edit.adding.namespace import OpenCatalogue
from compiler.edit.adding.string_work import StringWork, with_remarks
from compiler.edit.catalogue.entry import source_of
from compiler.edit.catalogue.translation import Translation, trimmed, with_translation
from compiler.edit.po.edits import AddEntry, PoEdit, ReplaceEntry
from compiler.edit.records.row import Row
from compiler.edit.sync.carrying import carried
from compiler.read.po_file import PoEntry


def translate(work: StringWork) -> None:
    """Bring new strings, new source texts and given translations into the catalogues of languages.

    Raises UsageError for a translation that does not fit.
    """
    namespace = work.namespace
    begun = {label for label in work.declared if label not in namespace.inherited}
    if begun:
        namespace.begin_translations(
            {label: entry for label, entry in work.registry.items() if label not in begun}
        )
    for locale in dict.fromkeys(tag for one in work.rows.values() for tag in one):
        if locale != work.editor.source:
            namespace.begin_translation(locale)
    for catalogue in namespace.translations.values():
        given = work.given(catalogue.locale)
        _bring(work, catalogue, given, frozenset() if catalogue.regional else begun)
    for catalogue in namespace.in_areas():
        _bring(work, catalogue, {}, frozenset())


def _bring(
    work: StringWork, catalogue: OpenCatalogue, given: dict[str, Row], demanded: AbstractSet[str]
) -> None:
    """Bring into one catalogue what is given for it, and what its source says now."""
    new: dict[str, PoEntry] = {}
    edits: list[PoEdit] = []
    for label in dict.fromkeys((*work.declared, *given)):
        own = catalogue.entries.get(label)
        if own is None and label not in demanded and label not in given:
            continue
        source = work.registry[label]
        entry = carried(source, own or PoEntry(source.msgid, msgctxt=label), catalogue.forms)
        if label in given:
            entry = _translated(work, entry, given[label], catalogue)
            if own != entry:
                work.note(label, catalogue.locale)
        if own is None:
            new[label] = entry
        elif entry != own:
            edits.append(ReplaceEntry(label, entry))
    places = work.order.neighbours(catalogue.entries, new.keys())
    edits += [AddEntry(new[label], after) for label, after in places]
    if edits:
        work.editor.draft.edit_catalogue(catalogue.path, *edits)


def _translated(work: StringWork, entry: PoEntry, row: Row, catalogue: OpenCatalogue) -> PoEntry:
    """Return an entry with the translation that a row has. It is of the source text of today."""
    fields = row.fields
    if "plural" in fields:
        raise UsageError(f"`plural` of `{row.label}` is the source's; translations have `--forms`")
    entry = with_remarks(entry, row)
    texts = tuple(fields.get("forms", ())) or ((fields["text"],) if "text" in fields else ())
    if not texts:
        return entry
    plural = entry.msgid_plural is not None
    if plural and len(texts) != catalogue.forms:
        forms = " ".join(["--forms TEXT"] * catalogue.forms)
        raise UsageError(
            f"`{row.label}` is a plural, which has {catalogue.forms} forms in "
            f"`{catalogue.locale}`: `{forms}`"
        )
    if not plural and "forms" in fields:
        raise UsageError(f"`{row.label}` is no plural in its source: `--text` translates it")
    if any(entry.msgstr) and trimmed(entry.msgstr) != trimmed(texts):
        work.replace(entry.msgctxt or "", f"`{row.label}` in `{catalogue.locale}`")
    source = source_of(entry)
    return with_translation(entry, source, Translation(texts, source), catalogue.forms)
