"""What an import would write: pure, from bytes to bytes, so that a dry run cannot lie."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from compiler.base.failure import UsageError
from compiler.base.finding import Finding, Severity
from compiler.edit import languages_file
from compiler.edit.interchange.assignment import Assignment, Known, LocaleFile
from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.counting import summary_of
from compiler.edit.interchange.entries import (
    known_entries,
    merged_entries,
    new_header,
    replaced_texts,
    source_entries,
    translated_entries,
)
from compiler.edit.interchange.formats import FORMATS, Format
from compiler.edit.interchange.gettext_assignment import assign_by_text
from compiler.edit.interchange.keyed import KeyOf, assign_by_key
from compiler.edit.interchange.known_terms import as_known
from compiler.edit.interchange.nested import Key
from compiler.edit.interchange.order import Order
from compiler.edit.interchange.origin import Imported, Keys, imported_of
from compiler.edit.interchange.po import contexts_are_labels
from compiler.edit.interchange.reading import Languages, Reading, as_ours, read_set
from compiler.edit.interchange.returned import without_changed
from compiler.edit.interchange.styles import ICU
from compiler.edit.interchange.summary import Summary
from compiler.messages.gettext_plurals import plural_forms_header
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import NOTHING, KeptLines, write_po


class ImportRefusedError(UsageError):
    """The set cannot be brought in as asked; ``str()`` is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Import:
    """What would be written, by path in the project, and what there is to say about it.

    ``changed`` entries came back to what somebody has changed meanwhile, and do not come in.
    """

    files: Mapping[str, bytes]
    summary: Summary
    findings: Sequence[Finding]
    changed: int = 0


def plan_import(
    order: Order,
    foreign: Mapping[str, bytes],
    project: Mapping[str, bytes],
    left_out: Sequence[tuple[str, str]] = (),
) -> Import:
    """Work out an import. ``project`` are the files that `concerned_files` names, where they exist.

    ``left_out`` are files that were not even read, with the reason.

    Raises ImportRefusedError, and UnusableLanguagesError for a broken languages.yaml.
    """
    form = FORMATS[order.format]
    data = project.get(languages_file.PATH)
    active = _active(order, data)
    catalogues = _catalogues(order, project)
    headers = {tag: one.plural_forms for tag, one in catalogues.items() if one.plural_forms}
    languages = Languages(order.source_locale, order.renames)
    reading = read_set(form, languages, foreign, headers)
    before = catalogues.get(order.source_locale)
    ours = _is_ours(form, reading, before)
    if ours:
        reading = as_ours(read_set(replace(form, style=ICU), languages, foreign, headers))
    reading = replace(reading, left_out=(*left_out, *reading.left_out))
    if not reading.files and not any(one.severity is Severity.ERROR for one in reading.findings):
        reason = "; ".join(f"`{path}`: {why}" for path, why in reading.left_out[:3])
        raise ImportRefusedError(f"nothing could be brought in: {reason or 'there is no file'}")
    came = _imported(form, reading)
    imported = came if before is None else imported_of(before.header)
    keys = imported.keys if imported is not None else Keys.NESTED
    known = known_entries(before, keys)
    if form.keyed:
        own = before is not None and imported is None
        reading = as_known(reading, form, known, order.source_locale, own=own)
    left, changed = without_changed(reading.files, known, catalogues)
    reading = replace(reading, files=left, refused=(*reading.refused, *changed))
    labelled = ours or _contexts_are_labels(reading, imported if before is not None else None)
    assignment = _assign(order, form, reading, known, labelled=labelled)
    if not assignment.registry and _message_count(reading.files):
        raise ImportRefusedError(_no_source(order, reading))
    made = _written(order, reading, assignment, catalogues, came) if reading.files else {}
    locales = sorted({file.locale for file in reading.files})
    kept = {catalogue_path(order.namespace, tag): KeptLines(one) for tag, one in catalogues.items()}
    files = {path: write_po(file, kept.get(path, NOTHING)) for path, file in made.items()}
    if made:
        files[languages_file.PATH] = (
            languages_file.new_languages(order.source_locale, locales)
            if data is None
            else languages_file.with_active(data, locales)
        )
    replaced = [
        (tag, label)
        for tag, old in sorted(catalogues.items())
        if (new := made.get(catalogue_path(order.namespace, tag))) is not None
        for label in replaced_texts(old.entries, new.entries, is_source=tag == order.source_locale)
    ]
    summary = summary_of(order, reading, assignment, active, replaced)
    return Import(files, summary, reading.findings, len(changed))


def catalogue_path(namespace: str, locale: str) -> str:
    """Return the path of a catalogue in a project."""
    return f"content/translations/{namespace}/{locale}.po"


def _active(order: Order, data: bytes | None) -> tuple[str, ...]:
    """Return the locales that are active already."""
    if data is None:
        return ()
    known = languages_file.read_languages(data)
    if known.source != order.source_locale:
        raise ImportRefusedError(
            f"the source language of this project is `{known.source}`, not `{order.source_locale}`"
        )
    return known.active


def _catalogues(order: Order, project: Mapping[str, bytes]) -> dict[str, PoFile]:
    """Return the catalogues that the namespace has already, by locale."""
    folder, suffix = catalogue_path(order.namespace, "*").split("*")
    found = {}
    for path, data in project.items():
        if not path.startswith(folder) or not path.endswith(suffix):
            continue
        file = read_po(path, data)
        if any(finding.severity is Severity.ERROR for finding in file.findings):
            raise ImportRefusedError(
                f"`{path}` is there already and has errors; `check` says which"
            )
        found[path.removeprefix(folder).removesuffix(suffix)] = file
    return found


def _imported(form: Format, reading: Reading) -> Imported:
    """Return what is remembered of a set in the header of a catalogue that it begins."""
    if not form.keyed:
        labelled = contexts_are_labels(reading.foreign)
        return Imported(form.name, Keys.NESTED if labelled else Keys.MSGID)
    keys = [unit.key or () for file in reading.foreign for unit in file.units]
    flat = bool(keys) and all(len(key) == 1 for key in keys)
    fields = next((file.fields for file in reading.foreign if file.fields), ())
    return Imported(form.remembered_as or form.name, Keys.FLAT if flat else Keys.NESTED, fields)


def _is_ours(form: Format, reading: Reading, before: PoFile | None) -> bool:
    """Tell whether a set is of catalogues of this very namespace, as `export` hands them out."""
    if form.keyed or before is None or imported_of(before.header) is not None:
        return False
    labels = {entry.msgctxt for entry in before.entries if entry.msgctxt and not entry.obsolete}
    contexts = [unit.context for file in reading.foreign for unit in file.units]
    return bool(contexts) and labels.issuperset(contexts)


def _contexts_are_labels(reading: Reading, imported: Imported | None) -> bool:
    """Whether contexts are labels: as it was when the namespace began, whatever comes later."""
    if imported is not None and imported.format == "po":
        units = [unit for file in reading.foreign for unit in file.units]
        return imported.keys is Keys.NESTED and all(unit.context for unit in units)
    return contexts_are_labels(reading.foreign)


def _assign(
    order: Order, form: Format, reading: Reading, known: Sequence[Known], *, labelled: bool
) -> Assignment:
    if form.keyed:
        key_of = _own_key if form.name_of is None else _known_key(known, form.name_of)
        return assign_by_key(reading.files, order.source_locale, known, key_of)
    if labelled:
        return assign_by_key(reading.files, order.source_locale, known, _context_key)
    return assign_by_text(reading.files, order.source_locale, known, order.label_style)


def _own_key(message: Message) -> tuple[str, ...]:
    return message.unit.key or ()


def _known_key(known: Sequence[Known], name_of: Callable[[Key], str]) -> KeyOf:
    """Return what finds the keys that the namespace has already, by the names that they go by.

    Of several with one name the first has it, as when they were handed out.
    """
    keys = [one.origin.key for one in known]
    homes = {(name_of(key),): key for key in reversed(keys)} | {key: key for key in keys}
    return lambda message: homes.get(_own_key(message), _own_key(message))


def _context_key(message: Message) -> tuple[str, ...]:
    return tuple((message.unit.context or "").split("."))


def _message_count(files: Sequence[LocaleFile]) -> int:
    return sum(len(file.messages) for file in files)


def _no_source(order: Order, reading: Reading) -> str:
    source = order.source_locale
    near = sorted({file.locale for file in reading.files if file.locale.startswith(f"{source}-")})
    hint = f"`--locale-map {near[0]}={source}`" if near else f"`--locale-map NAME={source}`"
    return f"no file is in the source language `{source}`; {hint} says which one is"


def _written(
    order: Order,
    reading: Reading,
    assignment: Assignment,
    catalogues: Mapping[str, PoFile],
    came: Imported,
) -> dict[str, PoFile]:
    """Return the catalogues of the source and of every locale that was brought in, by path."""
    made = {}
    begun = catalogues.get(order.source_locale)
    imported = came if begun is None else imported_of(begun.header)
    keys = imported.keys if imported is not None else Keys.NESTED
    for locale in sorted({order.source_locale, *(file.locale for file in reading.files)}):
        is_source = locale == order.source_locale
        brought = (
            source_entries(assignment, keys)
            if is_source
            else translated_entries(assignment, locale)
        )
        path = catalogue_path(order.namespace, locale)
        before = catalogues.get(locale)
        if before is None:
            before = _new_catalogue(path, locale, reading, came if is_source else None)
        made[path] = replace(before, entries=tuple(merged_entries(before.entries, brought)))
    return made


def _new_catalogue(path: str, locale: str, reading: Reading, imported: Imported | None) -> PoFile:
    first = next((file for file in reading.files if file.locale == locale), None)
    foreign = first.header if first is not None else {}
    plural_forms = foreign.get("Plural-Forms") or plural_forms_header(locale)
    opening = tuple(first.opening.splitlines()) if first is not None else ()
    header = new_header(locale, foreign, plural_forms, imported)
    return PoFile(path, header, header_entry=PoEntry("", comments=opening))
